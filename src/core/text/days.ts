/** Days as documents write them: `YYYY-MM-DD`. No time of day and no time zone: a day is what the calendar says. */

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInMs = 86_400_000;
const firstDay = Date.UTC(100, 0, 1) / dayInMs;
const lastDay = Date.UTC(9999, 11, 31) / dayInMs;

/** True for a day that the calendar has: `2026-02-28`, but not `2026-02-30`. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== undefined;
}

/** @returns whole days from one day to the other, negative when `to` is earlier, undefined when one is no day */
export function daysBetween(from: string, to: string): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

/**
 * @param day from the clock
 * @returns the last or the first day that can be written (`9999-12-31`, `0100-01-01`) where it would lie beyond it
 * @throws RangeError when it is no day
 */
export function addDays(day: string, days: number): string {
  const start = dayNumber(day);
  if (start === undefined) throw new RangeError(`${day} is no day.`);
  const number = Math.min(Math.max(start + days, firstDay), lastDay);
  return new Date(number * dayInMs).toISOString().slice(0, 10);
}

function dayNumber(text: string): number | undefined {
  const [, year, month, day] = iso.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day past the month's end rolls over into the next month. Years before 100 would be read as 19xx.
  const real =
    at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) && Number(year) >= 100;
  return real ? at.getTime() / dayInMs : undefined;
}
