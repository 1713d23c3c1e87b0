import { InvalidArgumentError } from "commander";
import { normalizeHandle, sameHandle } from "../../core/config/people.ts";
import { statuses } from "../../core/format/status.ts";
import type { Status } from "../../core/format/status.ts";

/** The day it is where the command runs, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @throws InvalidArgumentError for a day that is not in the calendar */
export function day(value: string): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError("Give a day such as 2026-08-01.");
  }
  return value;
}

/** @throws InvalidArgumentError for a word that is no status */
export function status(value: string): Status {
  const found = statuses.find((one) => one === value);
  if (found === undefined) throw new InvalidArgumentError(`Choose one of ${statuses.join(", ")}.`);
  return found;
}

/** @throws InvalidArgumentError for anything but two handles with a comma between them */
export function handlePair(value: string): readonly [string, string] {
  const [first, second, ...more] = value
    .split(",")
    .map(normalizeHandle)
    .filter((handle) => handle !== "@");
  if (first === undefined || second === undefined || more.length > 0 || sameHandle(first, second)) {
    throw new InvalidArgumentError("Give a PM and an engineer, such as @lena,@mara.");
  }
  return [first, second];
}
