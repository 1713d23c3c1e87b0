import type { Block } from "./block.ts";
import { lineStartAt } from "../text/lines.ts";
import { noLabels } from "./blocks-of.ts";
import { frontmatterEnd } from "./frontmatter.ts";
import { resolveLabels } from "./labels.ts";
import { MAX_DOCUMENT_COST, MAX_PIECE_COST, MAX_TEXT, parsingCost } from "./limits.ts";
import { parseBlocks } from "./parse.ts";
import type { ParsedPiece, PieceCache, PlacedPiece } from "./piece.ts";

/**
 * Cuts a text at its headings and parses what is new.
 *
 * A `#` at the start of a line always begins a heading, whatever paragraph, list or quote stands open, unless an
 * unindented fence or HTML block does. Whether one does is known when the piece before is parsed; then that block
 * becomes a piece of its own. So the result equals that of a whole parse (property test `pieces.test.ts`).
 *
 * @param text without byte order mark
 * @param before the cache of the version before; the returned cache holds this version's pieces only
 */
export function parsePieces(
  text: string,
  before: PieceCache = { parsed: new Map(), order: [], resolved: new Map() },
): { pieces: PlacedPiece[]; cache: PieceCache } {
  const parsed = new Map<string, ParsedPiece>();
  const pieces: PlacedPiece[] = [];
  const length = Math.min(text.length, MAX_TEXT);
  let budget = MAX_DOCUMENT_COST;
  let position = frontmatterEnd(text);
  const order: ParsedPiece[] = [];
  /** Index of the piece that stood here before, if as many were added as were taken away. */
  let next = 0;
  const take = (end: number): ParsedPiece | undefined => {
    const slice = text.slice(position, end);
    const was = before.order[next++];
    // Comparing two texts is faster than looking one up by all of its characters.
    let piece = was?.text === slice ? was : (parsed.get(slice) ?? before.parsed.get(slice));
    if (piece === undefined) {
      const cost = parsingCost(slice);
      if (cost <= MAX_PIECE_COST && cost > budget) return undefined;
      piece = parsePiece(slice, cost);
    } else if (piece !== was) next = before.order.indexOf(piece, next - 1) + 1 || next;
    if (!piece.tooDeep) budget -= piece.cost;
    if (budget < 0) return undefined;
    parsed.set(piece.text, piece);
    order.push(piece);
    return piece;
  };
  while (position < length) {
    let end = nextHeading(text, position, length);
    let piece = take(end);
    if (piece?.openAt !== undefined && end < length) {
      if (piece.closedPart !== undefined) pieces.push({ start: position, piece: piece.closedPart });
      position += piece.openAt;
      end = blockEnd(text, position, length);
      piece = take(end);
    }
    if (piece === undefined) break;
    pieces.push({ start: position, piece });
    position = end;
  }
  if (position < text.length) {
    pieces.push({ start: position, piece: { text: text.slice(position), blocks: [], tooDeep: true } });
  }
  const resolved = resolveLabels(pieces, before.resolved);
  return { pieces: resolved.pieces, cache: { parsed, order, resolved: resolved.cache } };
}

function parsePiece(text: string, cost: number): ParsedPiece {
  if (cost > MAX_PIECE_COST) {
    return {
      text,
      blocks: [],
      tooDeep: true,
      cost,
      labels: noLabels,
      openAt: undefined,
      closedPart: undefined,
    };
  }
  const { blocks, labels } = parseBlocks(text);
  const last = blocks.at(-1);
  // With its indentation, which its lines lose when they are read.
  const openAt = last !== undefined && runsOn(last, text) ? lineStartAt(text, last.start) : undefined;
  const closedPart =
    openAt === undefined || openAt === 0
      ? undefined
      : { text: text.slice(0, openAt), blocks: blocks.slice(0, -1), tooDeep: false };
  return { text, blocks, tooDeep: false, cost, labels, openAt, closedPart };
}

/** Start of the next line after `position` that begins with one to six `#` and a blank. */
function nextHeading(text: string, position: number, length: number): number {
  for (let at = text.indexOf("#", position + 1); at >= 0 && at < length; at = text.indexOf("#", at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before !== 10 && before !== 13) continue;
    let end = at + 1;
    while (text.charCodeAt(end) === 35) end++;
    const next = text[end];
    if (
      end - at <= 6 &&
      (next === undefined || next === " " || next === "\t" || next === "\n" || next === "\r")
    )
      return at;
    at = end - 1;
  }
  return length;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** HTML blocks that end at a mark of their own (CommonMark 4.6, kinds 1–5); the other two end at a blank line. */
const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![A-Z]/i, />/],
  // micromark 4 takes brackets in pairs, so that "]]]>" does not end it.
  [/^<!\[CDATA\[/, /(?<!\])(?:\]\])+>/],
];

/** True when the block, the last one of `text`, would take in a heading that followed `text`. */
function runsOn(block: Block, text: string): boolean {
  if (block.type === "code") {
    const source = text.slice(block.start, block.end);
    const marks = fence.exec(source)?.[1];
    if (marks === undefined) return false;
    const lastLine = source.slice(Math.max(source.lastIndexOf("\n"), source.lastIndexOf("\r")) + 1);
    return lastLine === source || !closes(lastLine, marks);
  }
  if (block.type !== "html") return false;
  const value = text.slice(block.start, block.end).trimStart();
  const end = htmlEnds.find(([start]) => start.test(value))?.[1];
  return end === undefined
    ? !/(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.test(text.slice(block.end))
    : !end.test(value);
}

function closes(line: string, marks: string): boolean {
  const found = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return found !== undefined && found[0] === marks[0] && found.length >= marks.length;
}

/** End of the fence or HTML block that begins at `start`: behind the line that closes it, or the end of the text. */
function blockEnd(text: string, start: number, length: number): number {
  const line = /([^\r\n]*)(\r\n|\r|\n|$)/y;
  line.lastIndex = start;
  const first = line.exec(text)?.[1] ?? "";
  const marks = fence.exec(first)?.[1];
  const html = htmlEnds.find(([begin]) => begin.test(first.trimStart()))?.[1];
  const ends = (candidate: string): boolean =>
    marks !== undefined
      ? closes(candidate, marks)
      : html !== undefined
        ? html.test(candidate)
        : /^[ \t]*$/.test(candidate);
  if (marks === undefined && html?.test(first) === true) return Math.min(line.lastIndex, length);
  while (line.lastIndex < length) {
    if (ends(line.exec(text)?.[1] ?? "")) break;
  }
  return Math.min(line.lastIndex, length);
}
