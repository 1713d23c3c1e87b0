import type { Config } from "../config/config.ts";
import { normalizeHandle, personByHandle, roleOf } from "../config/people.ts";
import { sameCycleId } from "../team/cycles.ts";
import type { Cycle, PairRow, Split } from "../facts/model.ts";
import { isCycleId, nextCycleId, periodOf } from "../facts/period.ts";
import type { Period } from "../facts/period.ts";
import { addDays, daysBetween, isDay } from "../text/days.ts";
import { effortDays } from "../text/effort.ts";
import { cycleTemplate } from "./cycle-template.ts";

/** Where new cycles go when nobody says otherwise. */
export const newCycleFolder = "cycles";

export interface NewCycleOptions {
  readonly id: string;
  /** Days; what is not given follows from the id and from the cycle before. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Such as `60w`. */
  readonly capacity?: string | undefined;
  readonly config: Config;
  /** All cycles of the workspace, in any order. */
  readonly cycles: readonly Cycle[];
}

export interface NewCycle {
  readonly id: string;
  /** `2026-Q4.md` */
  readonly fileName: string;
  /** The whole text, with `\n` as line end. */
  readonly text: string;
}

/** Why there is no new cycle, as a sentence for people. */
export interface RefusedCycle {
  readonly refused: string;
}

/**
 * A new cycle from the template. It goes on where the one before it ended: pairs without people who have left, capacity
 * and split are taken over as a proposal; disagreements, work and agreements are not.
 */
export function newCycle(options: NewCycleOptions): NewCycle | RefusedCycle {
  const { id, config, cycles } = options;
  if (!isCycleId(id)) {
    return {
      refused: `"${id}" is not an id; write a word such as 2026-Q3, 2026-H2, 2026-08 or Spring-2026.`,
    };
  }
  if (cycles.some((one) => sameCycleId(one.id, id))) return { refused: `${id} already exists.` };
  const before = cycleBeforeNew(options);
  const days = daysFor(options, before);
  if ("refused" in days) return days;
  const { from, to } = days;
  const capacity =
    options.capacity ?? (before?.capacity === undefined ? undefined : effortText(before.capacity));
  if (options.capacity !== undefined && !(Number(effortDays(options.capacity)) > 0)) {
    return { refused: `"${options.capacity}" is not a capacity; write a number and d, w or m, such as 60w.` };
  }
  const isHere = (handle: string | undefined): handle is string => {
    const left = handle === undefined ? undefined : personByHandle(config, handle)?.left;
    return handle !== undefined && (left === undefined || left > from);
  };
  return {
    id,
    fileName: `${id}.md`,
    text: cycleTemplate({
      id,
      from,
      to,
      capacity: capacity?.replace(/\s+/g, ""),
      split: before?.split ?? usual,
      pm: speaker("pm", before, config, isHere),
      eng: speaker("eng", before, config, isHere),
      pairs: (before?.pairs ?? []).flatMap((pair) => takenOver(pair, from, isHere)),
      planning: config.cadence.planning.before,
    }),
  };
}

/** What a first cycle proposes, to be talked about. */
const usual: Split = { product: 60, health: 25, ops: 15 };

/** The id that a team's next cycle is likely to have: it continues the last one, else it is the quarter of a day. */
export function nextCycle(cycles: readonly Cycle[], today: string): string {
  const last = latest(cycles);
  const next = last === undefined ? undefined : nextCycleId(last.id);
  if (next !== undefined && !cycles.some(({ id }) => sameCycleId(id, next))) return next;
  const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  return cycles.some(({ id }) => sameCycleId(id, quarter)) ? (nextCycleId(quarter) ?? quarter) : quarter;
}

function latest(cycles: readonly Cycle[]): Cycle | undefined {
  return cycles.reduce<Cycle | undefined>(
    (last, one) => (one.from !== undefined && one.from > (last?.from ?? "") ? one : last),
    undefined,
  );
}

/** The last cycle that begins before the new one, as far as its days are known. */
function cycleBeforeNew({ id, from, cycles }: NewCycleOptions): Cycle | undefined {
  const continued = cycles.find((one) => sameCycleId(nextCycleId(one.id) ?? "", id));
  const begins = from ?? (continued === undefined ? periodOf(id)?.from : undefined);
  if (begins === undefined) return continued ?? latest(cycles);
  return latest(cycles.filter((one) => one.from !== undefined && one.from < begins));
}

/**
 * Given days hold. Else the id names a part of the calendar, unless it continues a cycle whose own days were not those of
 * its id: then, and for names of the team's own, it begins on the next day and is as long.
 */
function daysFor({ id, from, to }: NewCycleOptions, before: Cycle | undefined): Period | RefusedCycle {
  const given = [from, to].find((day) => day !== undefined && !isDay(day));
  if (given !== undefined)
    return { refused: `${given} is not a day in the calendar; write one such as 2026-07-01.` };
  const usualDays = periodOf(id);
  const own = ownDays(before);
  const goesOn = before !== undefined && sameCycleId(nextCycleId(before.id) ?? "", id);
  const follows = own !== undefined && (usualDays === undefined || (goesOn && !isCalendar(before, own)));
  const begins = from ?? (follows ? addDays(own.to, 1) : usualDays?.from);
  if (begins === undefined) {
    return {
      refused: `${id} does not say which days it covers. On which day does it begin, and which day is its last?`,
    };
  }
  const ends = to ?? (follows ? addDays(begins, daysBetween(own.from, own.to) ?? 0) : usualDays?.to);
  if (ends === undefined)
    return { refused: `${id} does not say which days it covers. Which day is its last?` };
  if (!isDay(ends) || !isDay(begins) || ends < begins) {
    return { refused: `${id} would end on ${ends}, before it begins on ${begins}. Which days are right?` };
  }
  return { from: begins, to: ends };
}

function ownDays(cycle: Cycle | undefined): Period | undefined {
  const { from, to } = cycle ?? {};
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

function isCalendar({ id }: Cycle, { from, to }: Period): boolean {
  const days = periodOf(id);
  return days?.from === from && days.to === to;
}

/** `60w`; days where they are no whole weeks. */
function effortText(days: number): string {
  return days % 5 === 0 ? `${days / 5}w` : `${days}d`;
}

/** Who agreed for a side the last time, else the first of the team with its role. */
function speaker(
  role: "pm" | "eng",
  before: Cycle | undefined,
  config: Config,
  isHere: (handle: string | undefined) => handle is string,
): string | undefined {
  const agreed = (before?.agreements ?? []).flatMap(({ who }) => who ?? []);
  const paired = (before?.pairs ?? []).flatMap((pair) => pair[role] ?? []);
  const team = [...config.people.values()].filter((one) => one.role === role).map(({ handle }) => handle);
  const found = [...agreed.filter((who) => roleOf(config, who) === role), ...paired, ...team].find(isHere);
  return found === undefined ? undefined : normalizeHandle(found);
}

/** A pair goes on; where one of the two has left, the cell waits for somebody else. A hold that is over is not copied. */
function takenOver(
  { item, pm, eng, since, holdUntil }: PairRow,
  from: string,
  isHere: (handle: string | undefined) => handle is string,
): Omit<PairRow, "start" | "end">[] {
  const [stays, staysToo] = [isHere(pm), isHere(eng)];
  if (!stays && !staysToo) return [];
  const both = stays && staysToo;
  return [
    {
      item,
      pm: stays ? pm : undefined,
      eng: staysToo ? eng : undefined,
      since: both ? since : undefined,
      holdUntil: both && holdUntil !== undefined && holdUntil >= from ? holdUntil : undefined,
    },
  ];
}
