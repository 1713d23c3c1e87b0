import type { PlacedPiece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";
import type { Head, Insertion, Option, OptionTable } from "./model.ts";
import type { Passage } from "./passage.ts";

/** How far a group was pushed since it was read, and where its pieces stand now. */
export interface Move {
  readonly by: number;
  /** The pieces' places then, and in the same order now. */
  readonly from: readonly PlacedPiece[];
  readonly to: readonly PlacedPiece[];
}

export function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

export function maybeShift(range: Range | undefined, by: number): Range | undefined {
  return range === undefined ? undefined : shift(range, by);
}

export function shiftPassage({ start, end, text, inline, placed }: Passage, move: Move): Passage {
  return {
    start: start + move.by,
    end: end + move.by,
    text,
    inline,
    placed: move.to[move.from.indexOf(placed)] ?? placed,
  };
}

export function shiftInsertion({ offset, indent, bullet, blankLine }: Insertion, by: number): Insertion {
  return { offset: offset + by, indent, bullet, blankLine };
}

export function shiftHead({ words, dateRange, ...head }: Head, by: number): Head {
  return {
    ...head,
    ...shift(head, by),
    words: words.map(({ text, range }) => ({ text, range: shift(range, by) })),
    dateRange: maybeShift(dateRange, by),
  };
}

export function shiftOptions({ options, columns, ...table }: OptionTable, move: Move): OptionTable {
  const cell = (passage: Passage | undefined): Passage | undefined =>
    passage === undefined ? undefined : shiftPassage(passage, move);
  return {
    ...shift(table, move.by),
    columns,
    options: options.map((one): Option => ({
      ...one,
      ...shift(one, move.by),
      name: shiftPassage(one.name, move),
      time: cell(one.time),
      tradeOff: cell(one.tradeOff),
      chosenCell: cell(one.chosenCell),
    })),
  };
}
