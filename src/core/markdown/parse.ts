import type { ListItem, Nodes, Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Range } from "../text/range.ts";
import type { Block, ItemBlock, TableRow } from "./block.ts";
import { inlineOf } from "./inline.ts";

const plain = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm).freeze();
const whole = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

/** Which grammar a text needs: everything, no frontmatter, or neither frontmatter nor GFM. */
export type Grammar = "whole" | "gfm" | "plain";

/** Everything that GFM adds begins with one of these; a text without them is parsed in half the time without GFM. */
const gfmSign = /\||:-|-:|~[^]*~|www\\?\.|:\\?\/\\?\/|@[-\w]+\\?\.[-\w]|&[#A-Za-z]|\[\^|\[[ \t\r\nxX]\]/i;

/** True when the text may hold a table, strikethrough, bare link, footnote or task box. */
export function needsGfm(text: string): boolean {
  return gfmSign.test(text);
}

/**
 * Parses markdown into blocks.
 *
 * @param text the whole text to parse
 * @param skip leading units of `text` that are only there to define labels; offsets count from behind them
 */
export function parseBlocks(text: string, grammar: Grammar, skip = 0): Block[] {
  const parser = grammar === "plain" ? plain : grammar === "gfm" ? gfm : whole;
  const root: Root = parser.parse(text);
  const blocks: Block[] = [];
  for (const node of root.children) {
    if ((node.position?.start.offset ?? 0) < skip || node.type === "yaml") continue;
    blocks.push(blockOf(node, text, skip));
  }
  return blocks;
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
        cells: row.children.map((cell) => inlineOf([cell], base, rangeOf(cell, text, base))),
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

/** Calls `visit` with every node of the text's tree, parents first. */
export function visitNodes(text: string, visit: (node: Nodes) => void): void {
  const walk = (node: Nodes): void => {
    visit(node);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(gfm.parse(text));
}
