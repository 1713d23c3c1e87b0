import { mark, sourceRange } from "../markdown/inline.ts";
import type { Piece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";
import { readingsOf } from "./mentions.ts";
import type { PrdDocument } from "./model.ts";

/** An open question where it came up, as spec-kit marks it: `[NEEDS CLARIFICATION: which roles?]`. */
export interface Clarification extends Range {
  /** Empty where nothing is asked. */
  readonly asks: string;
}

const marker = /\[NEEDS CLARIFICATION\b\s*[:：]?\s*([^[\]]*)\]/giu;

const remembered = new WeakMap<Piece, readonly Clarification[]>();

/** In document order; those in the questions' own section are asked about there. */
export function clarificationsIn({ pieces, sections }: PrdDocument): readonly Clarification[] {
  const all: Clarification[] = [];
  for (const { piece, start } of pieces)
    for (const one of inPiece(piece)) all.push({ ...one, start: start + one.start, end: start + one.end });
  return all.filter(({ start }) => sections.findLast((one) => one.start <= start)?.within !== "Questions");
}

function inPiece(piece: Piece): readonly Clarification[] {
  let found = remembered.get(piece);
  if (found === undefined) {
    found = /NEEDS CLARIFICATION/i.test(piece.text) ? readPiece(piece) : [];
    remembered.set(piece, found);
  }
  return found;
}

function readPiece(piece: Piece): Clarification[] {
  return readingsOf(piece).flatMap(({ inline, role }) => {
    if (role === "quote") return [];
    const { text, runs } = inline;
    return [...text.matchAll(marker)]
      .filter(({ index }) => {
        const run = runs.find(({ at, length }) => at <= index && index < at + length);
        return run === undefined || (run.marks & mark.code) === 0;
      })
      .map(({ 0: whole, 1: asks = "", index }) => ({
        ...sourceRange(inline, piece.text, index, index + whole.length),
        asks: asks.replace(/\s+/g, " ").trim(),
      }));
  });
}
