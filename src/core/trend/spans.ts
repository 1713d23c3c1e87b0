import type { CheckOptions } from "../check/check.ts";
import type { Config } from "../config/config.ts";
import type { PrdDocument } from "../document/model.ts";
import { cycleOf } from "../facts/cycle.ts";
import { addDays, daysBetween } from "../text/days.ts";
import { countBySeam, openAlone } from "./figures.ts";
import type { SeamCounts } from "./figures.ts";

/** From one day to another, both included, a text that stays as it is has these conversations. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly open: SeamCounts;
}

/** What is open on a day; `sign` is equal for two days on which the same is open. */
export interface Look {
  readonly sign: string;
  readonly open: SeamCounts;
}

/**
 * Days pass and the text stays: dates go by, and conversations come. Between two days on which the same is open nothing
 * happened, since what a rule says about a text that stays it says from some day on; else the day of the change is looked
 * for by halving. Where something may come and go again, that day is a corner, and both sides of it are looked at.
 *
 * @param from the first day, and `to` the last one; not before it
 * @param corners days on which something new may begin, in any order
 */
export function spansBetween(
  from: string,
  to: string,
  look: (day: string) => Look,
  corners: readonly string[] = [],
): Span[] {
  const spans: Span[] = [];
  const add = (from: string, to: string, open: SeamCounts): void => {
    const last = spans.at(-1);
    if (last !== undefined && same(last.open, open)) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from, to, open });
  };
  const between = (from: string, first: Look, to: string, last: Look): void => {
    if (first.sign === last.sign) return add(from, to, first.open);
    const days = daysBetween(from, to) ?? 0;
    if (days <= 1) {
      add(from, from, first.open);
      return add(to, to, last.open);
    }
    const middle = addDays(from, days >> 1);
    const found = look(middle);
    between(from, first, middle, found);
    if (middle < to) between(addDays(middle, 1), look(addDays(middle, 1)), to, last);
  };
  const starts = [from, ...new Set(corners.filter((day) => from < day && day <= to))].sort();
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1];
    const end = next === undefined ? to : addDays(next, -1);
    between(start, look(start), end, look(end));
  }
  return spans;
}

function same(a: SeamCounts, b: SeamCounts): boolean {
  return a.handoff === b.handoff && a.prioritisation === b.prioritisation && a.narrative === b.narrative;
}

/** The spans of what is open in a document by its own text. */
export function spansOf(
  document: PrdDocument,
  from: string,
  to: string,
  options: Omit<CheckOptions, "today">,
): Span[] {
  const look = (today: string): Look => {
    const open = openAlone(document, { ...options, today });
    return {
      sign: open.map(({ about, code, start }) => `${about} ${code} ${start}`).join(),
      open: countBySeam(open),
    };
  };
  return spansBetween(from, to, look, cornersOf(document, options.config));
}

/** What a cycle is asked about is asked in its time: from some days before it to its last day. */
function cornersOf(document: PrdDocument, { cadence }: Config): string[] {
  const { from, to } = cycleOf(document) ?? {};
  return [from === undefined ? undefined : addDays(from, -cadence.planning.before), from, to].flatMap(
    (day) => (day === undefined ? [] : [day, addDays(day, 1)]),
  );
}

/** @returns undefined for a day that the spans do not reach */
export function openOn(spans: readonly Span[], day: string): SeamCounts | undefined {
  return spans.find(({ from, to }) => from <= day && day <= to)?.open;
}
