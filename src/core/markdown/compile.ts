import type { Range } from "../text/range.ts";
import type { Block, ItemBlock, TableRow } from "./block.ts";
import {
  addressOf,
  beginLeaf,
  capture,
  captured,
  endLeaf,
  enterInline,
  exitInline,
  joined,
  nameOf,
  reading,
} from "./compile-inline.ts";
import type { Handler as InlineHandler, Leaf, Reading } from "./compile-inline.ts";
import type { Event, Events, Source, Token } from "./gfm.ts";
import type { Inline } from "./inline.ts";

/** Labels that a text defines for the whole document, as written. */
export interface Labels {
  readonly links: readonly string[];
  readonly footnotes: readonly string[];
}

export const noLabels: Labels = { links: [], footnotes: [] };

/** What stands in square brackets, escapes included. */
export const bracketed = /\[((?:\\[^]|[^\\[\]])*)\]/;

/** What holds blocks, while they are read. */
interface Open {
  readonly type: "root" | "quote" | "list" | "item" | "footnote";
  readonly start: number;
  readonly children: Block[];
  /** Of an item. */
  readonly paragraphs: Inline[];
  checked: boolean | undefined;
}

interface Compiling extends Reading {
  readonly events: Events;
  readonly open: Open[];
  rows: TableRow[];
  cells: Inline[];
  /** Of a heading. */
  depth: number;
  /** A fence was opened. */
  fenced: boolean;
  /** Of a definition. */
  name: string;
  url: string;
  title: string;
  readonly links: string[];
  readonly footnotes: string[];
}

type Handler = InlineHandler<Compiling>;

/**
 * Makes blocks of what micromark found in a text: those that its tree would give (mdast-util-from-markdown), without the
 * tree. The tests of parsing in pieces compare the two.
 *
 * @param skip leading units of `text` that are only there to define labels; offsets count from behind them
 */
export function compile(events: Events, text: string, skip: number): { blocks: Block[]; labels: Labels } {
  const root: Open = { type: "root", start: 0, children: [], paragraphs: [], checked: undefined };
  const state: Compiling = {
    ...reading(text, skip),
    events,
    open: [root],
    rows: [],
    cells: [],
    depth: 0,
    fenced: false,
    name: "",
    url: "",
    title: "",
    links: [],
    footnotes: [],
  };
  for (let index = 0; index < events.length; index++) {
    const [kind, token, source] = events[index] as Event;
    (kind === "enter" ? enter : exit).get(token.type)?.(state, token, source, index);
  }
  const blocks = skip === 0 ? root.children : root.children.filter(({ start }) => start >= 0);
  const { links, footnotes } = state;
  return { blocks, labels: links.length + footnotes.length === 0 ? noLabels : { links, footnotes } };
}

const enter = new Map<string, Handler>([
  ...enterInline,
  ["paragraph", (state) => beginLeaf(state, true)],
  ["atxHeading", beginHeading],
  ["setextHeading", beginHeading],
  ["listOrdered", (state, token) => push(state, "list", token)],
  ["listUnordered", (state, token) => push(state, "list", token)],
  ["listItemPrefix", beginItem],
  ["blockQuote", (state, token) => push(state, "quote", token)],
  ["codeIndented", capture],
  ["htmlFlow", capture],
  ["table", (state) => void Object.assign(state, { rows: [], inTable: true })],
  ["tableRow", (state) => void (state.cells = [])],
  ["tableHeader", (state) => beginLeaf(state, false)],
  ["tableData", (state) => beginLeaf(state, false)],
  ["definition", beginDefinition],
  ["gfmFootnoteDefinition", beginFootnote],
]);

const exit = new Map<string, Handler>([
  ...exitInline,
  ["paragraph", endParagraph],
  ["atxHeadingSequence", (state, { start, end }) => void (state.depth ||= end.offset - start.offset)],
  ["setextHeadingText", (state) => void (state.lines = false)],
  ["setextHeadingLineSequence", underline],
  ["atxHeading", endHeading],
  ["setextHeading", endHeading],
  ["listOrdered", endList],
  ["listUnordered", endList],
  ["blockQuote", endQuote],
  ["codeFencedFence", fence],
  ["codeFenced", endCode],
  ["codeIndented", endCode],
  ["htmlFlow", endHtml],
  ["thematicBreak", (state, token) => add(state, { type: "other", ...rangeOf(state, token), children: [] })],
  ["table", endTable],
  ["tableRow", endRow],
  ["tableHeader", endCell],
  ["tableData", endCell],
  ["definitionLabelString", (state, token, source) => void (state.name = nameOf(state, token, source))],
  ["definitionDestinationString", (state) => void (state.url = captured(state))],
  ["definitionTitleString", (state) => void (state.title = captured(state))],
  ["definition", endDefinition],
  ["gfmFootnoteDefinition", endFootnote],
  ["taskListCheckValueChecked", (state) => check(state, true)],
  ["taskListCheckValueUnchecked", (state) => check(state, false)],
]);

function top({ open }: Compiling): Open {
  return open.at(-1) as Open;
}

function push({ open }: Compiling, type: Open["type"], { start }: Token): void {
  open.push({ type, start: start.offset, children: [], paragraphs: [], checked: undefined });
}

function pop({ open }: Compiling): Open {
  return open.pop() as Open;
}

function add(state: Compiling, block: Block): void {
  top(state).children.push(block);
}

/** Without trailing white space: how much of it belongs to a block depends on what follows the block. */
function range({ text, base }: Compiling, start: number, end: number): Range {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return { start: start - base, end: last - base };
}

function rangeOf(state: Compiling, { start, end }: Token): Range {
  return range(state, start.offset, end.offset);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

function endParagraph(state: Compiling, token: Token): void {
  const leaf = state.leaf as Leaf;
  const { type, checked, paragraphs } = top(state);
  const tasked = type === "item" && checked !== undefined && paragraphs.length === 0;
  const from = token.start.offset + (tasked ? withoutBlank(leaf, token) : 0);
  const { start, end } = range(state, from, token.end.offset);
  const inline = endLeaf(state, leaf, start, token.end.offset - state.base);
  add(state, { type: "paragraph", start, end, inline });
  paragraphs.push(inline);
}

/**
 * Takes the blank behind a task box out of a text.
 *
 * @returns how much further on the paragraph begins then
 */
function withoutBlank(leaf: Leaf, { start }: Token): number {
  const [head] = leaf.runs;
  if (!leaf.plain || head === undefined) return 0;
  leaf.text = leaf.text.slice(1);
  for (const run of leaf.runs) run.at--;
  head.at = 0;
  head.length--;
  leaf.targets.splice(0, Infinity, ...leaf.targets.map(({ at, target }) => ({ at: at - 1, target })));
  if (head.length === 0) {
    leaf.runs.shift();
    return 0;
  }
  head.start++;
  return (leaf.first ?? start.offset) + 1 - start.offset;
}

function beginHeading(state: Compiling): void {
  state.depth = 0;
  beginLeaf(state, true);
}

function underline(state: Compiling, token: Token, source: Source): void {
  state.depth = source.sliceSerialize(token).startsWith("=") ? 1 : 2;
}

function endHeading(state: Compiling, token: Token): void {
  const { depth, leaf, base } = state;
  const inline = endLeaf(state, leaf as Leaf, token.start.offset - base, token.end.offset - base);
  add(state, { type: "heading", ...rangeOf(state, token), depth, inline });
}

function beginItem(state: Compiling, token: Token, _: Source, index: number): void {
  endItem(state, index);
  push(state, "item", token);
}

/** Ends the item that is open in the list that is open, if one is. */
function endItem(state: Compiling, index: number): void {
  if (top(state).type !== "item") return;
  const { start, checked, children, paragraphs } = pop(state);
  const place = range(state, start, itemEnd(state, index));
  const [inline = { text: "", runs: [], start: place.end, end: place.end }] =
    paragraphs.length > 1 ? [joined(paragraphs)] : paragraphs;
  add(state, { type: "item", ...place, checked, inline, children });
}

const betweenItems = new Set([
  "linePrefix",
  "blockQuotePrefix",
  "blockQuotePrefixWhitespace",
  "blockQuoteMarker",
  "listItemIndent",
]);

/** Before the line ends that stand between what is said in an item and the event that ends it. */
function itemEnd({ events }: Compiling, index: number): number {
  let end = (events[index] as Event)[1].end.offset;
  for (let at = index - 1; at >= 0; at--) {
    const [kind, { type, start }] = events[at] as Event;
    if (type === "lineEnding" || type === "lineEndingBlank") {
      if (kind === "enter") end = start.offset;
    } else if (!betweenItems.has(type)) break;
  }
  return end;
}

function endList(state: Compiling, token: Token, _: Source, index: number): void {
  endItem(state, index);
  const items = pop(state).children as ItemBlock[];
  add(state, { type: "list", ...rangeOf(state, token), ordered: token.type === "listOrdered", items });
}

function endQuote(state: Compiling, token: Token): void {
  const { children } = pop(state);
  add(state, { type: "quote", ...rangeOf(state, token), children });
}

function fence(state: Compiling): void {
  if (!state.fenced) capture(state);
  state.fenced = true;
}

function endCode(state: Compiling, token: Token): void {
  const said = captured(state);
  const value = (token.type === "codeFenced" ? said.replace(/^(?:\r?\n|\r)/, "") : said).trimEnd();
  state.fenced = false;
  add(state, { type: "code", ...rangeOf(state, token), value });
}

function endHtml(state: Compiling, token: Token): void {
  add(state, { type: "html", ...rangeOf(state, token), value: captured(state).trimEnd() });
}

function endTable(state: Compiling, token: Token): void {
  add(state, { type: "table", ...rangeOf(state, token), rows: state.rows });
  state.inTable = false;
}

function endRow(state: Compiling, token: Token): void {
  state.rows.push({ ...rangeOf(state, token), cells: state.cells });
}

/** A cell's text without the bars and blanks around it; an empty cell stands behind its bar and one blank. */
function endCell(state: Compiling, token: Token): void {
  const { leaf, base, text } = state as Compiling & { leaf: Leaf };
  let { start, end } = { start: leaf.first ?? token.start.offset, end: leaf.last };
  if (leaf.first === undefined) {
    if (text[start] === "|") start++;
    if (text[start] === " ") start++;
    end = start;
  }
  state.cells.push(endLeaf(state, leaf, start - base, end - base));
}

function beginDefinition(state: Compiling, token: Token): void {
  state.title = "";
  noteLabel(state, token, state.links, 0);
}

function endDefinition(state: Compiling, token: Token): void {
  const { name, url, title } = state;
  const defines = [`[${name}]`, addressOf(url, title)] as const;
  add(state, { type: "other", ...rangeOf(state, token), defines, children: [] });
}

function beginFootnote(state: Compiling, token: Token): void {
  noteLabel(state, token, state.footnotes, 1);
  push(state, "footnote", token);
}

function endFootnote(state: Compiling, token: Token): void {
  const { children } = pop(state);
  add(state, { type: "other", ...rangeOf(state, token), children });
}

/** @param from of the label as it is written, what is left out before it: a footnote's `^` */
function noteLabel({ text }: Compiling, { start, end }: Token, into: string[], from: number): void {
  const source = text.slice(start.offset, end.offset);
  const label = bracketed.exec(source)?.[1]?.replace(/[\r\n][ \t>]*/g, " ");
  if (label !== undefined) into.push(label.slice(from));
}

function check(state: Compiling, checked: boolean): void {
  const holder = top(state);
  if (holder.type === "item") holder.checked = checked;
}
