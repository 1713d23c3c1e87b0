import type { ListItem, Nodes, Root, RootContent, TableCell } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Range } from "../text/range.ts";
import type { Block, ItemBlock, TableRow } from "./block.ts";
import { parserFor } from "./gfm.ts";
import { addressOf, inlineOf } from "./inline.ts";
import type { Inline } from "./inline.ts";

/**
 * Parses markdown into blocks, with what the text needs of GFM.
 *
 * @param text the whole text to parse
 * @param skip leading units of `text` that are only there to define labels; offsets count from behind them
 */
export function parseBlocks(text: string, skip = 0): { blocks: Block[]; labels: Labels } {
  return blocksOf(parserFor(text).parse(text), text, skip);
}

/**
 * Parses a text with all of GFM and, where it has a closed header, with frontmatter: what {@link parseBlocks} must equal
 * on the rest of the text. Tests only need it, so nothing of it is made before it is called.
 */
export function parseAllBlocks(text: string, frontmatter: boolean): Block[] {
  const parser = unified().use(remarkParse).use(remarkGfm);
  return blocksOf((frontmatter ? parser.use(remarkFrontmatter) : parser).parse(text), text, 0).blocks;
}

function blocksOf(root: Root, text: string, skip: number): { blocks: Block[]; labels: Labels } {
  const blocks: Block[] = [];
  for (const node of root.children) {
    if ((node.position?.start.offset ?? 0) < skip || node.type === "yaml") continue;
    blocks.push(blockOf(node, text, skip));
  }
  return { blocks, labels: text.includes("]:") ? labelsOf(root, text) : noLabels };
}

function blockOf(node: RootContent, text: string, base: number): Block {
  const range = rangeOf(node, text, base);
  switch (node.type) {
    case "heading":
      return { type: "heading", ...range, depth: node.depth, inline: inlineOf([node], base, range) };
    case "paragraph":
      return { type: "paragraph", ...range, inline: inlineOf([node], base, range) };
    case "list": {
      const items = node.children.map((item) => itemOf(item, text, base));
      return { type: "list", ...range, ordered: node.ordered === true, items };
    }
    case "table": {
      const rows = node.children.map((row): TableRow => ({
        ...rangeOf(row, text, base),
        cells: row.children.map((cell) => cellOf(cell, text, base)),
      }));
      return { type: "table", ...range, rows };
    }
    case "blockquote":
      return { type: "quote", ...range, children: node.children.map((child) => blockOf(child, text, base)) };
    case "code":
      return { type: "code", ...range, value: node.value.trimEnd() };
    case "html":
      return { type: "html", ...range, value: node.value.trimEnd() };
    case "footnoteDefinition":
      return { type: "other", ...range, children: node.children.map((child) => blockOf(child, text, base)) };
    case "definition":
      return { type: "other", ...range, defines: [`[${node.identifier}]`, addressOf(node)], children: [] };
    default:
      return { type: "other", ...range, children: [] };
  }
}

function itemOf(item: ListItem, text: string, base: number): ItemBlock {
  const range = rangeOf(item, text, base);
  const paragraphs = item.children.filter((child) => child.type === "paragraph");
  return {
    type: "item",
    ...range,
    checked: item.checked ?? undefined,
    inline: inlineOf(paragraphs, base, range),
    children: item.children.map((child) => blockOf(child, text, base)),
  };
}

/** A cell's text without the bars and blanks around it; an empty cell stands behind its bar and one blank. */
function cellOf(cell: TableCell, text: string, base: number): Inline {
  const { start, end } = rangeOf(cell, text, base);
  const inline = inlineOf([cell], base, { start, end });
  const first = cell.children[0]?.position?.start.offset;
  const last = cell.children.at(-1)?.position?.end.offset;
  if (first !== undefined && last !== undefined) return { ...inline, start: first - base, end: last - base };
  let at = text[start + base] === "|" ? start + 1 : start;
  if (text[at + base] === " ") at++;
  return { ...inline, start: at, end: at };
}

/** Without trailing white space: how much of it belongs to a block depends on what follows the block. */
function rangeOf(node: Nodes, text: string, base: number): Range {
  const start = node.position?.start.offset ?? base;
  let end = node.position?.end.offset ?? base;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start: start - base, end: end - base };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

/** Labels that a text defines for the whole document, as written. */
export interface Labels {
  readonly links: readonly string[];
  readonly footnotes: readonly string[];
}

export const noLabels: Labels = { links: [], footnotes: [] };

/** Labels of the definitions anywhere in a tree, also inside its lists and quotes. */
function labelsOf(root: Root, text: string): Labels {
  const links: string[] = [];
  const footnotes: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "definition" || node.type === "footnoteDefinition") {
      const source = text.slice(node.position?.start.offset, node.position?.end.offset);
      const label = bracketed.exec(source)?.[1]?.replace(/[\r\n][ \t>]*/g, " ");
      if (label !== undefined && node.type === "definition") links.push(label);
      else if (label !== undefined) footnotes.push(label.slice(1));
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return { links, footnotes };
}

/** What stands in square brackets, escapes included. */
export const bracketed = /\[((?:\\[^]|[^\\[\]])*)\]/;
