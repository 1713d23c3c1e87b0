import type { CheckOptions } from "../check/check.ts";
import type { PrdDocument } from "../document/model.ts";
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
 * happened, since no rule about a text that stays takes back what it said before; else the day of the change is looked
 * for by halving.
 *
 * @param from the first day, and `to` the last one; not before it
 */
export function spansBetween(from: string, to: string, look: (day: string) => Look): Span[] {
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
  between(from, look(from), to, look(to));
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
  return spansBetween(from, to, (today) => {
    const open = openAlone(document, { ...options, today });
    return {
      sign: open.map(({ about, code, start }) => `${about} ${code} ${start}`).join(),
      open: countBySeam(open),
    };
  });
}

/** @returns undefined for a day that the spans do not reach */
export function openOn(spans: readonly Span[], day: string): SeamCounts | undefined {
  return spans.find(({ from, to }) => from <= day && day <= to)?.open;
}
