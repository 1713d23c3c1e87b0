import { daysBetween } from "../text/days.ts";
import { count } from "./count.ts";

/** How long something has waited: `since today`, `for 9 days`. */
export function waited(days: number): string {
  return days === 0 ? "since today" : `for ${count(days, "day")}`;
}

/** How long ago something was: `today`, `9 days ago`. */
export function ago(days: number): string {
  return days === 0 ? "today" : `${count(days, "day")} ago`;
}

/** A day with what it is from today: `2026-09-15, in 3 days`, `2026-09-12, today`, `2026-09-11, 1 day ago`. */
export function dayFromToday(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === undefined) return day;
  return `${day}, ${days > 0 ? `in ${count(days, "day")}` : ago(-days)}`;
}

/** From one day to another; `?` stands for one that nobody has written down. */
export function span({
  from,
  to,
}: {
  readonly from: string | undefined;
  readonly to: string | undefined;
}): string {
  if (from === undefined && to === undefined) return "no dates";
  return from === to ? (from ?? "") : `${from ?? "?"} to ${to ?? "?"}`;
}

/** Days to a tenth: `2.5 days`. */
export function daysWords(days: number): string {
  return count(Math.round(days * 10) / 10, "day");
}

/** Working days as weeks, to a tenth: `12 weeks`, `1 week`, `0.4 weeks`. */
export function weeksOf(days: number): string {
  return count(Math.round(days * 2) / 10, "week");
}

/** By when something was wanted: `was due 2026-07-01` where that is past, else `due 2026-07-01`. */
export function dueWords(day: string, late: boolean): string {
  return `${late ? "was due" : "due"} ${day}`;
}

/** When something was done, behind its verb: ` 24 days ago`; nothing where nobody has written the day down. */
export function doneAgo(day: string | undefined, today: string): string {
  const days = daysBetween(day ?? "", today);
  return days === undefined || days < 0 ? "" : ` ${ago(days)}`;
}
