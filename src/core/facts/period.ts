import { addDays, isDay } from "../text/days.ts";

/** From the first to the last day, both of them in it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Days have years of four digits, and what follows a cycle is one too. */
const LAST_YEAR = 9990;

const calendar = /^(\d{4})-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2]))$/i;

/**
 * The stretch of the calendar that a cycle's id names: a quarter (`2026-Q3`), a half (`2026-H2`) or a month (`2026-08`).
 *
 * @returns undefined for a name of the team's own
 */
export function periodOf(id: string): Period | undefined {
  const [, year, quarter, half, month] = calendar.exec(id) ?? [];
  if (year === undefined || !isDay(`${year}-01-01`) || Number(year) > LAST_YEAR) return undefined;
  const months = quarter === undefined ? (half === undefined ? 1 : 6) : 3;
  const first = (Number(quarter ?? half ?? month) - 1) * months;
  return { from: monthStart(Number(year), first), to: addDays(monthStart(Number(year), first + months), -1) };
}

/** @param month from 0; twelve and more are in the years after */
function monthStart(year: number, month: number): string {
  const number = String((month % 12) + 1).padStart(2, "0");
  return `${String(year + Math.floor(month / 12)).padStart(4, "0")}-${number}-01`;
}

/**
 * The id that continues another one: `2026-Q4` is followed by `2027-Q1`, `Sprint-9` by `Sprint-10`.
 *
 * @returns undefined for a name that ends in no number
 */
export function nextCycleId(id: string): string | undefined {
  const [, year, quarter, half, month] = calendar.exec(id) ?? [];
  const [, before = "", number] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
  if (number === undefined) return undefined;
  const last = quarter === undefined ? (half === undefined ? (month === undefined ? Infinity : 12) : 2) : 4;
  if (Number(number) < last) return before + String(Number(number) + 1).padStart(number.length, "0");
  return `${Number(year) + 1}${before.slice(4)}${"1".padStart(number.length, "0")}`;
}

/** True for what may name a cycle: it is written in the headers of PRDs, and is the name of a file. */
export function isCycleId(text: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,48}[\p{L}\p{N}])?$/u.test(text);
}
