import type { Edit } from "../text/edits.ts";

/**
 * What an edit of one text means for another, when edits are known that lead from the other to the first. What only the
 * first text has cannot be edited in the other; what only the other has stays.
 *
 * @param edits ascending, of the first text
 * @param aside ascending, of the other text: with them it is the first
 * @returns ascending edits of the other text
 */
export function below(edits: readonly Edit[], aside: readonly Edit[]): Edit[] {
  if (aside.length === 0) return [...edits];
  const stretches = common(aside);
  return edits.flatMap(({ offset, length, text }) => {
    const pieces = stretches.flatMap((stretch): Edit[] => {
      const from = Math.max(offset, stretch.above);
      const to = Math.min(offset + length, stretch.above + stretch.length);
      return from < to ? [{ offset: from - stretch.above + stretch.below, length: to - from, text: "" }] : [];
    });
    const [first, ...rest] = pieces;
    if (first !== undefined) return [{ ...first, text }, ...rest];
    return text === "" ? [] : [{ offset: placeBelow(offset, stretches), length: 0, text }];
  });
}

/** Where an offset of the first text is in the other; see `below`. */
export function offsetBelow(offset: number, aside: readonly Edit[]): number {
  return placeBelow(offset, common(aside));
}

/** What both texts have: where it is in the first, where in the other, how long it is. */
interface Stretch {
  readonly above: number;
  readonly below: number;
  readonly length: number;
}

function common(aside: readonly Edit[]): Stretch[] {
  const stretches: Stretch[] = [];
  let above = 0;
  let at = 0;
  for (const { offset, length, text } of aside) {
    stretches.push({ above, below: at, length: offset - at });
    above += offset - at + text.length;
    at = offset + length;
  }
  return [...stretches, { above, below: at, length: Infinity }];
}

/** Inside of what only the first text has: at the end of what both have before it, so that order stays order. */
function placeBelow(offset: number, stretches: readonly Stretch[]): number {
  const stretch = stretches.findLast(({ above }) => above <= offset) ?? { above: 0, below: 0, length: 0 };
  return stretch.below + Math.min(offset - stretch.above, stretch.length);
}
