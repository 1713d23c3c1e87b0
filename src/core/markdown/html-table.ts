import type { HtmlBlock, TableBlock, TableRow } from "./block.ts";
import { mark } from "./inline.ts";
import type { Inline, Run } from "./inline.ts";

/** What exporters write where markdown has no room: a header row and rows of as many cells, none of which spans others. */

const remembered = new WeakMap<HtmlBlock, TableBlock | "none">();

/**
 * The table that a block of HTML is.
 *
 * @param source the piece that the block's offsets count from
 * @returns undefined for anything but one plain table
 */
export function htmlTable(block: HtmlBlock, source: string): TableBlock | undefined {
  let table = remembered.get(block);
  if (table === undefined) remembered.set(block, (table = readTable(block, source) ?? "none"));
  return table === "none" ? undefined : table;
}

const tags = /<!--[^]*?(?:-->|$)|<(\/?)([a-z][a-z\d]*)\b([^<>]*)>/giu;
const marks: Readonly<Record<string, number>> = { b: mark.strong, strong: mark.strong, a: mark.link };
const lines = new Set(["br", "p", "div", "li", "ul", "ol"]);

interface Cell extends Inline {
  text: string;
  readonly runs: Run[];
  start: number;
  end: number;
}
interface Row extends TableRow {
  end: number;
  readonly cells: Cell[];
}

function readTable({ start, end }: HtmlBlock, source: string): TableBlock | undefined {
  const html = source.slice(start, end);
  if (!/^\s*(?:<div[^<>]*>\s*)?<table\b/i.test(html)) return undefined;
  const rows: Row[] = [];
  let cell: Cell | undefined;
  let marked = 0;
  let tables = 0;
  let behind = start;
  for (const { 0: tag, 1: closing, 2: name, 3: attributes, index } of html.matchAll(tags)) {
    const at = start + index;
    if (cell !== undefined) addText(cell, source, behind, at, marked);
    behind = at + tag.length;
    const row = rows.at(-1);
    const kind = name?.toLowerCase() ?? "";
    const opens = closing === "";
    if (kind === "table" && opens && ++tables > 1) return undefined;
    if (kind === "tr") {
      if (opens) rows.push({ start: at, end: behind, cells: [] });
      else if (row !== undefined) row.end = behind;
    } else if (kind === "td" || kind === "th") {
      if (/\b(?:col|row)span\s*=\s*["']?(?!1\b)/i.test(attributes ?? "") || row === undefined)
        return undefined;
      cell = opens ? { text: "", runs: [], start: behind, end: behind } : undefined;
      if (cell !== undefined) row.cells.push(cell);
      row.end = behind;
      marked = 0;
    } else if (cell !== undefined && lines.has(kind) && cell.text !== "") cell.text += "\n";
    else if (marks[kind] !== undefined) marked = opens ? marked | marks[kind] : marked & ~marks[kind];
  }
  const width = rows[0]?.cells.length ?? 0;
  if (rows.length < 2 || width < 2 || rows.some(({ cells }) => cells.length > width)) return undefined;
  for (const one of rows.flatMap(({ cells }) => cells)) one.text = one.text.trimEnd();
  return { type: "table", start, end, rows };
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function addText(cell: Cell, source: string, from: number, to: number, marks: number): void {
  const raw = source.slice(from, to);
  const skipped = cell.text === "" || cell.text.endsWith("\n") ? raw.length - raw.trimStart().length : 0;
  const text = raw.slice(skipped).replace(/&(\w{2,4});/g, (whole, name: string) => named[name] ?? whole);
  const start = from + skipped;
  if (cell.text === "") cell.start = cell.end = start;
  if (text === "") return;
  cell.runs.push({ at: cell.text.length, length: text.length, start, end: to, marks });
  cell.text += text;
  if (text.trim() !== "") cell.end = to - (raw.length - raw.trimEnd().length);
}
