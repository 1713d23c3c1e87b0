import { addDays } from "../text/days.ts";
import type { Seam } from "../problem.ts";
import type { SeamCounts } from "./figures.ts";

/** How many conversations were open at the end of a day. */
export interface TrendPoint {
  readonly day: string;
  /** The commit whose state this is. */
  readonly commit: string;
  /** PRDs, cycles and retros that there were. */
  readonly documents: number;
  readonly open: SeamCounts;
}

/** What was open, by day, from the history of the documents; plain JSON. */
export interface Trend {
  /** The first day that was asked for. */
  readonly from: string;
  readonly today: string;
  /** Oldest first: the days on which something was committed, the first day asked for, and today. */
  readonly points: readonly TrendPoint[];
}

export interface DatedCommit {
  readonly commit: string;
  /** The day on which it was made, where it was made. */
  readonly day: string;
}

/**
 * The last commit of each day. A commit is never later than those that follow it: where clocks went wrong, or people in
 * two time zones took turns, its day is that of the next one.
 *
 * @param commits of one line of history, newest first
 * @param from the first day that is asked for; the state that it began with is its own when nothing was committed then
 * @param today what was committed later is left out
 * @returns oldest first, the last one with the day `today`
 */
export function lastOfEachDay(commits: readonly DatedCommit[], from: string, today: string): DatedCommit[] {
  const found: DatedCommit[] = [];
  const newest = commits.findIndex(({ day }) => day <= today);
  if (newest < 0) return found;
  let latest = today;
  for (const { commit, day: written } of commits.slice(newest)) {
    const day = written < latest ? written : latest;
    if (found.length === 0 && day < today) found.push({ commit, day: today });
    latest = day;
    if (found.at(-1)?.day === day) continue;
    if (day > from) found.push({ commit, day });
    else {
      if (found.at(-1)?.day !== from) found.push({ commit, day: from });
      break;
    }
  }
  return found.reverse();
}

/** How a seam stands beside an earlier day of the same team. */
export interface Change {
  readonly since: string;
  readonly before: number;
  readonly now: number;
}

/**
 * @param days how far back at most; the whole trend when it is absent or the trend is shorter
 * @returns undefined where there is no earlier day to compare with
 */
export function changeOf({ points, today }: Trend, seam: Seam, days?: number): Change | undefined {
  const last = points.at(-1);
  const at = days === undefined ? "" : addDays(today, -days);
  // The state at the end of a day holds until the next one with a commit.
  const before = points.findLast(({ day }) => day <= at) ?? points[0];
  return last === undefined || before === undefined || before.day === last.day
    ? undefined
    : { since: before.day < at ? at : before.day, before: before.open[seam], now: last.open[seam] };
}
