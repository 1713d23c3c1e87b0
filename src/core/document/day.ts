/** Calendar days as documents write them: `YYYY-MM-DD`. */

const DAY = 86_400_000;

/** @returns days since 1970-01-01, undefined for what is no day of the calendar (`2026-02-30`) */
function dayNumber(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  // Engines take 30 February for 2 March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : time / DAY;
}

export function isDay(text: string): boolean {
  return dayNumber(text) !== undefined;
}

/** @returns calendar days from `from` to `to`, negative when `to` is earlier, undefined when one of them is no day */
export function daysBetween(from: string, to: string): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

/** @throws RangeError when `day` is no day: callers have it from the clock */
export function addDays(day: string, days: number): string {
  const start = dayNumber(day);
  if (start === undefined) throw new RangeError(`${day} is no day.`);
  return new Date((start + days) * DAY).toISOString().slice(0, 10);
}
