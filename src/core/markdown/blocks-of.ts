import type { List, ListItem, Nodes, Root, RootContent, Table, TableCell } from "mdast";
import type { Range } from "../text/range.ts";
import type { Block, ItemBlock, ListBlock, TableBlock } from "./block.ts";
import { inlineOf, leadsTo } from "./inline-of.ts";
import type { Inline } from "./inline.ts";

/** Labels that a text defines for the whole document, as written. */
export interface Labels {
  readonly links: readonly string[];
  readonly footnotes: readonly string[];
}

export const noLabels: Labels = { links: [], footnotes: [] };

/** What stands in square brackets, escapes included. */
export const bracketed = /\[((?:\\[^]|[^\\[\]])*)\]/;

/** What is known while a tree is read. */
interface Reading {
  readonly text: string;
  /** Where offsets count from. */
  readonly base: number;
  readonly links: string[];
  readonly footnotes: string[];
}

/**
 * Makes blocks of remark's tree. It goes down as deep as the text nests, which `limits.ts` limits.
 *
 * @param tree of `text`
 * @param skip leading units of `text` that are only there to define labels; offsets count from behind them
 */
export function blocksOf(tree: Root, text: string, skip: number): { blocks: Block[]; labels: Labels } {
  const reading: Reading = { text, base: skip, links: [], footnotes: [] };
  const blocks: Block[] = [];
  for (const node of tree.children) {
    // The header is no block.
    if (node.type === "yaml") continue;
    const block = blockOf(node, reading);
    if (block.start >= 0) blocks.push(block);
  }
  const { links, footnotes } = reading;
  return { blocks, labels: links.length + footnotes.length === 0 ? noLabels : { links, footnotes } };
}

function childrenOf({ children }: { readonly children: readonly RootContent[] }, reading: Reading): Block[] {
  return children.map((child) => blockOf(child, reading));
}

function blockOf(node: RootContent, reading: Reading): Block {
  const { start, end } = rangeOf(node, reading);
  switch (node.type) {
    case "heading":
      return { type: "heading", start, end, depth: node.depth, inline: inlineOf([node], end, reading.base) };
    case "paragraph":
      return { type: "paragraph", start, end, inline: inlineOf([node], end, reading.base) };
    case "list":
      return listOf(node, reading);
    case "table":
      return tableOf(node, reading);
    case "blockquote":
      return { type: "quote", start, end, children: childrenOf(node, reading) };
    case "code":
      return { type: "code", start, end, value: node.value.trimEnd() };
    case "html":
      return { type: "html", start, end, value: node.value.trimEnd() };
    case "footnoteDefinition":
      noteLabel(node, reading, reading.footnotes, 1);
      return { type: "other", start, end, children: childrenOf(node, reading) };
    case "definition":
      noteLabel(node, reading, reading.links, 0);
      return { type: "other", start, end, defines: [`[${node.identifier}]`, leadsTo(node)], children: [] };
    default:
      return { type: "other", start, end, children: [] };
  }
}

function listOf(node: List, reading: Reading): ListBlock {
  const { start, end } = rangeOf(node, reading);
  const items = node.children.map((item) => itemOf(item, reading));
  return { type: "list", start, end, ordered: node.ordered === true, items };
}

function itemOf(node: ListItem, reading: Reading): ItemBlock {
  const { start, end } = rangeOf(node, reading);
  const paragraphs = node.children.filter((child) => child.type === "paragraph");
  return {
    type: "item",
    start,
    end,
    checked: node.checked ?? undefined,
    inline: inlineOf(paragraphs, end, reading.base),
    children: childrenOf(node, reading),
  };
}

function tableOf(node: Table, reading: Reading): TableBlock {
  const { start, end } = rangeOf(node, reading);
  const rows = node.children.map((row) => {
    const place = rangeOf(row, reading);
    return { start: place.start, end: place.end, cells: row.children.map((cell) => cellOf(cell, reading)) };
  });
  return { type: "table", start, end, rows };
}

/** A cell's text without the bars and blanks around it; an empty cell stands behind its bar and one blank. */
function cellOf(cell: TableCell, reading: Reading): Inline {
  const { text, base } = reading;
  const inline = inlineOf([cell], 0, base);
  const first = cell.children[0]?.position?.start.offset;
  const last = cell.children.at(-1)?.position?.end.offset;
  if (first !== undefined && last !== undefined) return { ...inline, start: first - base, end: last - base };
  let at = cell.position?.start.offset ?? 0;
  if (text[at] === "|") at++;
  if (text[at] === " ") at++;
  return { ...inline, start: at - base, end: at - base };
}

/** Without trailing white space: how much of it belongs to a block depends on what follows the block. */
function rangeOf(node: Nodes, { text, base }: Reading): Range {
  const start = node.position?.start.offset ?? 0;
  let end = node.position?.end.offset ?? 0;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start: start - base, end: end - base };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

/** @param from of the label as it is written, what is left out before it: a footnote's `^` */
function noteLabel(node: Nodes, { text }: Reading, into: string[], from: number): void {
  const source = text.slice(node.position?.start.offset, node.position?.end.offset);
  const label = bracketed.exec(source)?.[1]?.replace(/[\r\n][ \t>]*/g, " ");
  if (label !== undefined) into.push(label.slice(from));
}
