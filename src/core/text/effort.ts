/** How long something takes, as people write it: `3w`, `2–3 weeks`, `4d`, `1m`. Weeks have five working days. */
export interface Effort {
  /** The first number, and the last one of a range; equal where there is one number. */
  readonly first: number;
  readonly last: number;
  readonly unit: "d" | "w" | "m";
}

/** More digits than a million are no time that anybody means, and sums of them would not be numbers any more. */
const duration =
  /^[~≈\s]*(\d{1,6}(?:\.\d+)?)\s*(?:(?:-|–|—|to)\s*(\d{1,6}(?:\.\d+)?)\s*)?(d|w|m|days?|weeks?|months?)\b\.?$/i;

/** @returns undefined for what is no effort */
export function effortIn(text: string): Effort | undefined {
  const [, first, last = first, unit] = duration.exec(text.trim()) ?? [];
  if (first === undefined || unit === undefined) return undefined;
  return { first: Number(first), last: Number(last), unit: unit[0]?.toLowerCase() as Effort["unit"] };
}

const daysOf = { d: 1, w: 5, m: 20 } as const;

/**
 * Working days, of a range the longer end; a month counts as four weeks. Days and not weeks, because tenths of a week
 * do not add up exactly.
 *
 * @returns undefined for what is no effort
 */
export function effortDays(text: string): number | undefined {
  const found = effortIn(text);
  return found === undefined ? undefined : found.last * daysOf[found.unit];
}
