import type { ListItem, Nodes, PhrasingContent, Resource, RootContent, TableCell } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Processor } from "unified";
import type { Block, ItemBlock, TableRow } from "../../../src/core/markdown/block.ts";
import { addressOf } from "../../../src/core/markdown/compile-inline.ts";
import { mark } from "../../../src/core/markdown/inline.ts";
import type { Inline, Run, Target } from "../../../src/core/markdown/inline.ts";
import { frontmatterEnd } from "../../../src/core/markdown/pieces.ts";
import type { PlacedPiece } from "../../../src/core/markdown/pieces.ts";
import type { Range } from "../../../src/core/text/range.ts";

/**
 * The blocks of a text by remark's own parse of the whole, with all of GFM: what parsing in pieces must equal.
 *
 * remark-frontmatter 5 is used only where a header is closed: one that is not makes it read lists as paragraphs.
 */
export function parseWhole(text: string): PlacedPiece[] {
  const parser = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms);
  const root = (frontmatterEnd(text) > 0 ? parser.use(remarkFrontmatter) : parser).parse(text);
  const blocks = root.children.flatMap((node) => (node.type === "yaml" ? [] : [blockOf(node, text)]));
  return [{ start: 0, piece: { text, blocks, tooDeep: false } }];
}

/** GFM's transform looks for addresses in brackets too, and the nodes that it makes of the words around have no positions. */
function withoutTransforms(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}

function blockOf(node: RootContent, text: string): Block {
  const range = rangeOf(node, text);
  switch (node.type) {
    case "heading":
      return { type: "heading", ...range, depth: node.depth, inline: inlineOf([node], range) };
    case "paragraph":
      return { type: "paragraph", ...range, inline: inlineOf([node], range) };
    case "list": {
      const items = node.children.map((item) => itemOf(item, text));
      return { type: "list", ...range, ordered: node.ordered === true, items };
    }
    case "table": {
      const rows = node.children.map((row): TableRow => ({
        ...rangeOf(row, text),
        cells: row.children.map((cell) => cellOf(cell, text)),
      }));
      return { type: "table", ...range, rows };
    }
    case "blockquote":
      return { type: "quote", ...range, children: node.children.map((child) => blockOf(child, text)) };
    case "code":
      return { type: "code", ...range, value: node.value.trimEnd() };
    case "html":
      return { type: "html", ...range, value: node.value.trimEnd() };
    case "footnoteDefinition":
      return { type: "other", ...range, children: node.children.map((child) => blockOf(child, text)) };
    case "definition":
      return { type: "other", ...range, defines: [`[${node.identifier}]`, leadTo(node)], children: [] };
    default:
      return { type: "other", ...range, children: [] };
  }
}

function itemOf(item: ListItem, text: string): ItemBlock {
  const range = rangeOf(item, text);
  const paragraphs = item.children.filter((child) => child.type === "paragraph");
  return {
    type: "item",
    ...range,
    checked: item.checked ?? undefined,
    inline: inlineOf(paragraphs, range),
    children: item.children.map((child) => blockOf(child, text)),
  };
}

/** A cell's text without the bars and blanks around it; an empty cell stands behind its bar and one blank. */
function cellOf(cell: TableCell, text: string): Inline {
  const { start, end } = rangeOf(cell, text);
  const inline = inlineOf([cell], { start, end });
  const first = cell.children[0]?.position?.start.offset;
  const last = cell.children.at(-1)?.position?.end.offset;
  if (first !== undefined && last !== undefined) return { ...inline, start: first, end: last };
  let at = text[start] === "|" ? start + 1 : start;
  if (text[at] === " ") at++;
  return { ...inline, start: at, end: at };
}

/** Without trailing white space: how much of it belongs to a block depends on what follows the block. */
function rangeOf(node: Nodes, text: string): Range {
  const start = node.position?.start.offset ?? 0;
  let end = node.position?.end.offset ?? 0;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

/**
 * Flattens nodes with inline content into one text; they are joined by a line feed, as the paragraphs of an item are.
 *
 * @param range what the nodes stand in; without nodes, the empty text stands at its end
 */
function inlineOf(nodes: readonly Nodes[], range: Range): Inline {
  const runs: Run[] = [];
  const targets: Target[] = [];
  let text = "";
  const leadsTo = (target: string): void => {
    targets.push({ at: text.length, target });
  };
  const add = (value: string, node: Nodes, marks: number): void => {
    if (value === "" || node.position === undefined) return;
    const start = node.position.start.offset ?? 0;
    const end = node.position.end.offset ?? 0;
    runs.push({ at: text.length, length: value.length, start, end, marks });
    text += value;
  };
  const walk = (children: readonly PhrasingContent[], marks: number): void => {
    for (const node of children) {
      switch (node.type) {
        case "text":
          add(node.value, node, marks);
          break;
        case "inlineCode":
          add(node.value, node, marks | mark.code);
          break;
        case "html":
          add(node.value, node, marks | mark.html);
          break;
        case "break":
          add("\n", node, marks);
          break;
        case "image":
          add(node.alt ?? "", node, marks | mark.image);
          leadsTo(leadTo(node));
          break;
        case "imageReference":
          add(node.alt ?? "", node, marks | mark.image);
          leadsTo(`[${node.identifier}]`);
          break;
        case "footnoteReference":
          break;
        case "strong":
          walk(node.children, marks | mark.strong);
          break;
        case "emphasis":
          walk(node.children, marks | mark.emphasis);
          break;
        case "delete":
          walk(node.children, marks | mark.deleted);
          break;
        case "link":
          walk(node.children, marks | mark.link);
          leadsTo(leadTo(node));
          break;
        case "linkReference":
          walk(node.children, marks | mark.link);
          leadsTo(`[${node.identifier}]`);
          break;
      }
    }
  };
  for (const [index, node] of nodes.entries()) {
    if (index > 0) text += "\n";
    if ("children" in node) walk(node.children as readonly PhrasingContent[], 0);
  }
  const first = nodes[0]?.position?.start.offset;
  const last = nodes.at(-1)?.position?.end.offset;
  const start = first === undefined ? range.end : first;
  const end = last === undefined ? range.end : Math.max(start, last);
  return targets.length === 0 ? { text, runs, start, end } : { text, runs, targets, start, end };
}

function leadTo({ url, title }: Resource): string {
  return addressOf(url, title ?? "");
}
