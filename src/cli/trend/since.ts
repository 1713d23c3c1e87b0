import { InvalidArgumentError } from "commander";
import { addDays } from "../../core/text/days.ts";
import { day } from "../commands/values.ts";

const unitDays = { d: 1, w: 7, m: 30, y: 365 } as const;

/** How far a trend looks back: a number of days, or the day itself. */
export type Since = { readonly days: number } | { readonly day: string };

/** Longer than any team kept PRDs. */
const MOST_DAYS = 36_500;

/** @throws InvalidArgumentError for what is neither `90d` (or w, m, y) nor a day */
export function sinceValue(value: string): Since {
  const [, number, unit] = /^(\d{1,5})([dwmy])$/.exec(value.trim()) ?? [];
  const days = Number(number) * (unitDays[unit as keyof typeof unitDays] ?? Number.NaN);
  if (days >= 1 && days <= MOST_DAYS) return { days };
  try {
    return { day: day(value) };
  } catch {
    throw new InvalidArgumentError("Give a time such as 90d, 12w or 6m, or a day such as 2026-08-01.");
  }
}

/** The first day of the trend. */
export function firstDay(since: Since, today: string): string {
  if ("days" in since) return addDays(today, -since.days);
  return since.day < today ? since.day : today;
}
