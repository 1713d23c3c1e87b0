import type { Block } from "../markdown/block.ts";
import { mark, sourceRange } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";

/** A block and the piece that its offsets count from. */
export interface Located<B extends Block = Block> {
  readonly block: B;
  readonly placed: PlacedPiece;
}

/** A paragraph, heading, cell or list item as a reader sees it; `start`–`end` is its place in the document. */
export interface Passage extends Range {
  readonly text: string;
  readonly inline: Inline;
  readonly placed: PlacedPiece;
}

/** Place of a block in the document. */
export function rangeOfBlock({ block, placed }: Located): Range {
  return { start: placed.start + block.start, end: placed.start + block.end };
}

export function passageOf(inline: Inline, placed: PlacedPiece): Passage {
  const { start } = placed;
  return { start: start + inline.start, end: start + inline.end, text: inline.text, inline, placed };
}

/**
 * @param from index into the passage's text
 * @param to index into the passage's text, exclusive
 * @returns where that part stands in the document, in UTF-16 units
 */
export function rangeIn({ inline, placed }: Passage, from: number, to: number): Range {
  const { start, end } = sourceRange(inline, placed.piece.text, from, to);
  return { start: start + placed.start, end: end + placed.start };
}

const proses = new WeakMap<Inline, string>();

/** The text with code, links, images, HTML and square brackets blanked out: same length, only the author's own words. */
export function proseOf(inline: Inline): string {
  let prose = proses.get(inline);
  if (prose === undefined) {
    prose = inline.text;
    for (const run of inline.runs) {
      if ((run.marks & (mark.code | mark.link | mark.image | mark.html)) === 0) continue;
      prose = prose.slice(0, run.at) + " ".repeat(run.length) + prose.slice(run.at + run.length);
    }
    if (prose.includes("[")) prose = prose.replace(/\[[^[\]]*\]/g, (found) => " ".repeat(found.length));
    proses.set(inline, prose);
  }
  return prose;
}
