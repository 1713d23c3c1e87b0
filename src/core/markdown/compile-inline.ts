import { decodeString } from "micromark-util-decode-string";
import type { Source, Token } from "./gfm.ts";
import { mark } from "./inline.ts";
import type { Inline, Run, Target } from "./inline.ts";

/** A heading, paragraph or cell while its words are read. */
export interface Leaf {
  text: string;
  readonly runs: Growing[];
  readonly targets: Target[];
  /** The run that the next words continue; none behind a mark. */
  tail: Growing | undefined;
  /** Where its first part begins and its last one ends, in the text that is parsed. */
  first: number | undefined;
  last: number;
  /** It begins with plain words. */
  plain: boolean;
}

type Growing = { -readonly [K in keyof Run]: Run[K] };

/** What stands open within a leaf. */
interface Span {
  /** The marks around it. */
  readonly marks: number;
  /** Line ends within it are part of the text. */
  readonly lines: boolean;
  readonly image: boolean;
  /** Of links and images: where it leads. */
  url: string;
  title: string;
  /** What names the definition that says where it leads. */
  name: readonly [Token, Source] | undefined;
  byName: boolean;
  /** What stands for an image. */
  instead: string;
}

/** What is known while a text's words are read. */
export interface Reading {
  readonly text: string;
  readonly base: number;
  /** What the parser says is what stands in the text: it holds no tab, NUL or byte order mark. */
  readonly plain: boolean;
  leaf: Leaf | undefined;
  /** Line ends are part of the leaf's text. */
  lines: boolean;
  marks: number;
  readonly spans: Span[];
  /** Texts that go elsewhere than into the leaf: code, addresses, what stands for an image. */
  readonly captures: string[];
  /** A hard break was read, whose line end has yet to come. */
  breaking: boolean;
  inTable: boolean;
}

export type Handler<S = Reading> = (state: S, token: Token, source: Source, index: number) => void;

export function reading(text: string, base: number): Reading {
  return {
    text,
    base,
    plain: !/[\t\0\uFEFF]/.test(text),
    leaf: undefined,
    lines: false,
    marks: 0,
    spans: [],
    captures: [],
    breaking: false,
    inTable: false,
  };
}

export function beginLeaf(state: Reading, lines: boolean): void {
  state.leaf = { text: "", runs: [], targets: [], tail: undefined, first: undefined, last: 0, plain: false };
  state.lines = lines;
}

/** @param start where the result begins, and `end` where it ends, from `state.base` */
export function endLeaf(state: Reading, leaf: Leaf, start: number, end: number): Inline {
  state.leaf = undefined;
  state.lines = false;
  const { text, runs, targets } = leaf;
  return targets.length === 0 ? { text, runs, start, end } : { text, runs, targets, start, end };
}

/** Text from here on goes elsewhere, until {@link captured} asks for it. */
export function capture(state: Reading): void {
  open(state, true);
  state.captures.push("");
}

export function captured(state: Reading): string {
  close(state);
  return state.captures.pop() ?? "";
}

/** Several paragraphs as one text. */
export function joined(inlines: readonly Inline[]): Inline {
  const runs: Run[] = [];
  const targets: Target[] = [];
  let text = "";
  for (const [index, inline] of inlines.entries()) {
    if (index > 0) text += "\n";
    for (const run of inline.runs) runs.push({ ...run, at: run.at + text.length });
    for (const { at, target } of inline.targets ?? []) targets.push({ at: at + text.length, target });
    text += inline.text;
  }
  const start = inlines[0]?.start ?? 0;
  const end = Math.max(start, inlines.at(-1)?.end ?? 0);
  return targets.length === 0 ? { text, runs, start, end } : { text, runs, targets, start, end };
}

/** The name of a definition as CommonMark compares it. */
export function nameOf(state: Reading, token: Token, source: Source): string {
  return sourceOf(state, token, source)
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}

/** Address and title of a link, an image or a definition. */
export function addressOf(url: string, title: string): string {
  return title === "" ? url : `${url} ${title}`;
}

/** What begins with a token, within a leaf or a definition. */
export const enterInline: readonly (readonly [type: string, handler: Handler])[] = [
  ["strong", (state, token) => marked(state, token, mark.strong)],
  ["emphasis", (state, token) => marked(state, token, mark.emphasis)],
  ["strikethrough", (state, token) => marked(state, token, mark.deleted)],
  ["link", link],
  ["autolink", link],
  ["literalAutolink", link],
  ["image", image],
  ["label", label],
  ["codeText", hidden],
  ["htmlText", hidden],
  ["gfmFootnoteCall", hidden],
  ["hardBreakEscape", hardBreak],
  ["hardBreakTrailing", hardBreak],
  ["resourceDestinationString", capture],
  ["resourceTitleString", capture],
  ["referenceString", capture],
  ["definitionDestinationString", capture],
  ["definitionTitleString", capture],
];

/** What ends with a token. */
export const exitInline: readonly (readonly [type: string, handler: Handler])[] = [
  ["data", data],
  ["codeTextData", data],
  ["codeFlowValue", data],
  ["htmlTextData", data],
  ["htmlFlowData", data],
  ["lineEnding", lineEnding],
  ["characterEscapeValue", escaped],
  ["characterReference", reference],
  ["strong", unmarked],
  ["emphasis", unmarked],
  ["strikethrough", unmarked],
  ["hardBreakEscape", broken],
  ["hardBreakTrailing", broken],
  ["codeText", codeText],
  ["htmlText", (state, token) => put(state, token, captured(state), mark.html)],
  ["gfmFootnoteCall", footnoteCall],
  ["labelText", labelText],
  ["label", labelled],
  ["resourceDestinationString", (state) => about(state, { url: captured(state) })],
  ["resourceTitleString", (state) => about(state, { title: captured(state) })],
  ["resource", (state) => about(state, { byName: false })],
  ["referenceString", referenceString],
  ["autolinkProtocol", (state, token, source) => bare(state, token, source, "")],
  ["autolinkEmail", (state, token, source) => bare(state, token, source, "mailto:")],
  ["literalAutolinkHttp", (state, token, source) => bare(state, token, source, "")],
  ["literalAutolinkWww", (state, token, source) => bare(state, token, source, "http://")],
  ["literalAutolinkEmail", (state, token, source) => bare(state, token, source, "mailto:")],
  ["link", linked],
  ["autolink", linked],
  ["literalAutolink", linked],
  ["image", pictured],
];

/** What the parser read between a token's ends, without what a quote or a list puts before its lines. */
function sourceOf({ plain, text }: Reading, token: Token, source: Source): string {
  const { start, end } = token;
  return plain && start.line === end.line
    ? text.slice(start.offset, end.offset)
    : source.sliceSerialize(token);
}

function data(state: Reading, token: Token, source: Source): void {
  say(state, token.start.offset, token.end.offset, sourceOf(state, token, source));
}

function escaped(state: Reading, token: Token, source: Source): void {
  say(state, token.start.offset - 1, token.end.offset, sourceOf(state, token, source));
}

function reference(state: Reading, token: Token, source: Source): void {
  say(state, token.start.offset, token.end.offset, decodeString(sourceOf(state, token, source)));
}

/** Adds words; they continue those right before them. */
function say(state: Reading, from: number, to: number, words: string): void {
  const { captures, leaf, base } = state;
  if (captures.length > 0) {
    captures[captures.length - 1] += words;
    return;
  }
  if (leaf === undefined) return;
  const { tail, text } = leaf;
  if (tail === undefined) {
    const { marks } = state;
    leaf.tail = { at: text.length, length: words.length, start: from - base, end: to - base, marks };
    leaf.runs.push(leaf.tail);
    if (leaf.first === undefined) {
      leaf.first = from;
      leaf.plain = true;
    }
  } else {
    tail.length += words.length;
    tail.end = to - base;
  }
  leaf.text += words;
  leaf.last = to;
}

/** Adds a text that is a part of its own. */
function put(state: Reading, token: Token, words: string, marks: number): void {
  const { captures, leaf, base } = state;
  if (captures.length > 0) captures[captures.length - 1] += words;
  else if (leaf !== undefined && words !== "") {
    const start = token.start.offset - base;
    const end = token.end.offset - base;
    leaf.runs.push({ at: leaf.text.length, length: words.length, start, end, marks: state.marks | marks });
    leaf.text += words;
  }
  ends(state, token);
}

function lineEnding(state: Reading, token: Token, source: Source): void {
  if (state.breaking) {
    state.breaking = false;
    const run = state.captures.length === 0 ? state.leaf?.runs.at(-1) : undefined;
    if (run !== undefined) run.end = token.end.offset - state.base;
  } else if (state.spans.at(-1)?.lines ?? state.lines) {
    say(state, token.start.offset, token.end.offset, source.sliceSerialize(token));
  }
}

function hardBreak(state: Reading, token: Token): void {
  starts(state, token);
  if (state.captures.length === 0) put(state, token, "\n", 0);
}

function broken(state: Reading): void {
  state.breaking = true;
}

function codeText(state: Reading, token: Token): void {
  const code = captured(state);
  const said = state.inTable
    ? code.replace(/\\([\\|])/g, (both, unit: string) => (unit === "|" ? unit : both))
    : code;
  put(state, token, said, mark.code);
}

function footnoteCall(state: Reading, token: Token): void {
  captured(state);
  ends(state, token);
}

function link(state: Reading, token: Token): void {
  starts(state, token);
  open(state, false);
  state.marks |= mark.link;
}

function image(state: Reading, token: Token): void {
  starts(state, token);
  open(state, false, true);
}

function label(state: Reading): void {
  if (state.spans.at(-1)?.image === true) capture(state);
  else open(state, true);
}

function labelText(state: Reading, token: Token, source: Source): void {
  const span = state.spans.at(-2);
  if (span !== undefined) span.name = [token, source];
}

function labelled(state: Reading): void {
  const image = state.spans.at(-2)?.image === true;
  const instead = image ? captured(state) : "";
  if (!image) close(state);
  about(state, { instead, byName: true });
}

function referenceString(state: Reading, token: Token, source: Source): void {
  captured(state);
  about(state, { name: [token, source] });
}

/** Notes something about the link or image that is read. */
function about(state: Reading, known: Partial<Span>): void {
  Object.assign(state.spans.at(-1) ?? {}, known);
}

function bare(state: Reading, token: Token, source: Source, scheme: string): void {
  data(state, token, source);
  about(state, { url: scheme + sourceOf(state, token, source) });
}

function linked(state: Reading, token: Token): void {
  const span = close(state);
  ends(state, token);
  leadsTo(state, span);
}

function pictured(state: Reading, token: Token): void {
  const span = close(state);
  put(state, token, span?.instead ?? "", mark.image);
  leadsTo(state, span);
}

function leadsTo(state: Reading, span: Span | undefined): void {
  const { captures, leaf } = state;
  if (span === undefined || leaf === undefined || captures.length > 0) return;
  const { name, byName, url, title } = span;
  const target = byName && name !== undefined ? `[${nameOf(state, ...name)}]` : addressOf(url, title);
  leaf.targets.push({ at: leaf.text.length, target });
}

function starts({ leaf }: Reading, token: Token): void {
  if (leaf === undefined) return;
  leaf.tail = undefined;
  leaf.first ??= token.start.offset;
}

function ends({ leaf }: Reading, token: Token): void {
  if (leaf === undefined) return;
  leaf.tail = undefined;
  leaf.last = token.end.offset;
}

function open({ spans, marks }: Reading, lines: boolean, image = false): void {
  spans.push({ marks, lines, image, url: "", title: "", name: undefined, byName: false, instead: "" });
}

function close(state: Reading): Span | undefined {
  const span = state.spans.pop();
  if (span !== undefined) state.marks = span.marks;
  return span;
}

function marked(state: Reading, token: Token, marks: number): void {
  starts(state, token);
  open(state, true);
  state.marks |= marks;
}

function unmarked(state: Reading, token: Token): void {
  close(state);
  ends(state, token);
}

function hidden(state: Reading, token: Token): void {
  starts(state, token);
  capture(state);
}
