import type { Config } from "../config/config.ts";
import { normalizeHandle, personByHandle, sameHandle } from "../config/people.ts";
import { addDays, daysBetween, isDay } from "../text/days.ts";
import type { Range } from "../text/range.ts";
import { keptPerIndex } from "../workspace/workspace-index.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { compare } from "./cadence.ts";
import { cycleOn, cyclesIn } from "./cycles.ts";

/** A product manager and an engineer on one piece of work for a time. */
export interface Spell {
  readonly item: string;
  readonly pm: string;
  readonly eng: string;
  readonly from: string;
  /** The last day; undefined while nothing ends it. */
  readonly to: string | undefined;
  /** The day until which the two stay together, as the row has it. */
  readonly hold: string | undefined;
  readonly path: string;
  /** The row, or a PRD's `paired`. */
  readonly range: Range;
  /** The first day of the cycle whose row it is; undefined for a PRD's header, and for a cycle without one. */
  readonly cycleFrom: string | undefined;
  readonly inHeader: boolean;
}

/** Two people who work together, or did. */
export interface Pair {
  readonly pm: string;
  readonly eng: string;
  /** By their first day. */
  readonly spells: readonly Spell[];
  /** The first day of the time without a gap that is the last one. */
  readonly since: string;
  /** The last day of that time, `today` at most. */
  readonly until: string;
  /** Whole days from `since` to `until`. */
  readonly days: number;
  /** They are together today. */
  readonly current: boolean;
  /** The last day of a hold that has not passed. */
  readonly hold: string | undefined;
}

/** Days apart that are no gap: holidays, and the days between two cycles. */
const SHORT_BREAK = 14;

/** Every rule and view of a day asks for the same pairs. */
const kept = keptPerIndex((): { config?: Config; today?: string; pairs?: readonly Pair[] } => ({}));

/** The pairs of all Pairs tables and PRD headers up to a day, by handle; those who left are together until they left. */
export function pairsOver(index: WorkspaceIndex, config: Config, today: string): readonly Pair[] {
  const last = kept(index);
  if (last.pairs === undefined || last.config !== config || last.today !== today)
    Object.assign(last, { config, today, pairs: computePairs(index, config, today) });
  return last.pairs ?? [];
}

function computePairs(index: WorkspaceIndex, config: Config, today: string): Pair[] {
  const byPair = new Map<string, Spell[]>();
  for (const spell of spellsIn(index)) {
    if (spell.from > today) continue;
    const key = pairKey(spell);
    const before = byPair.get(key);
    if (before === undefined) byPair.set(key, [spell]);
    else before.push(spell);
  }
  return [...byPair.values()]
    .map((spells) => pairOf(spells, config, today))
    .sort((a, b) => compare(pairKey(a), pairKey(b)));
}

export function pairKey({ pm, eng }: Pick<Pair, "pm" | "eng">): string {
  return `${pm} ${eng}`.toLowerCase();
}

function pairOf(spells: readonly Spell[], config: Config, today: string): Pair {
  const [{ pm, eng }] = spells as [Spell, ...Spell[]];
  const left = [pm, eng].flatMap((one) => personByHandle(config, one)?.left ?? []).sort(compare)[0];
  const most = left !== undefined && left <= today ? left : today;
  let since = "";
  let until = "";
  for (const { from, to = most } of spells) {
    const last = to < most ? to : most;
    if (last < from) continue;
    if (until === "" || from > addDays(until, SHORT_BREAK + 1)) since = from;
    if (last > until) until = last;
  }
  if (since === "") since = until = spells[0]?.from ?? today;
  const holds = spells.flatMap(({ hold }) => (hold === undefined || hold < today ? [] : [hold]));
  return {
    pm: handleOf(pm, config),
    eng: handleOf(eng, config),
    spells,
    since,
    until,
    days: daysBetween(since, until) ?? 0,
    current: until === today && most === today && left !== today,
    hold: holds.sort(compare).at(-1),
  };
}

/** As the team writes it. */
function handleOf(handle: string, config: Config): string {
  return personByHandle(config, handle)?.handle ?? normalizeHandle(handle);
}

/**
 * Every spell of every pair, by its first day. One ends when another pair takes its item over, when its cycle ends and a later one
 * has begun, and at the launch of its PRD. The rows of the last cycle hold until there is another one.
 */
export const spellsIn: (index: WorkspaceIndex) => readonly Spell[] = keptPerIndex((index) => {
  const spells = [...rowSpells(index), ...headerSpells(index)];
  const byItem = new Map<string, Spell[]>();
  for (const spell of spells) {
    const key = spell.item.trim().toLowerCase() || `${spell.path} ${spell.range.start}`;
    const before = byItem.get(key);
    if (before === undefined) byItem.set(key, [spell]);
    else before.push(spell);
  }
  return [...byItem.values()].flatMap(takenOver).sort(inTime);
});

function inTime(a: Spell, b: Spell): number {
  return compare(a.from, b.from) || compare(a.path, b.path) || a.range.start - b.range.start;
}

/** Ends each spell of an item the day before another pair begins there. */
function takenOver(spells: readonly Spell[]): Spell[] {
  const sorted = [...spells].sort(inTime);
  return sorted.map((spell, index) => {
    const next = sorted.slice(index + 1).find((one) => takesOver(one, spell));
    if (next === undefined || (spell.to !== undefined && spell.to < next.from)) return spell;
    return { ...spell, to: addDays(next.from, -1) };
  });
}

/** What an earlier cycle says does not end what a later one says. */
function takesOver(next: Spell, spell: Spell): boolean {
  const earlier =
    next.cycleFrom !== undefined && spell.cycleFrom !== undefined && next.cycleFrom < spell.cycleFrom;
  return next.from > spell.from && pairKey(next) !== pairKey(spell) && !earlier;
}

function rowSpells(index: WorkspaceIndex): Spell[] {
  const cycles = cyclesIn(index);
  return cycles.flatMap(({ path, cycle }, at) => {
    const later = cycles
      .slice(at + 1)
      .find(({ cycle: { from } }) => from !== undefined && from > (cycle.from ?? ""));
    return cycle.pairs.flatMap((row): Spell[] => {
      const { item, pm, eng, holdUntil, start, end } = row;
      const from = dayIn(row.since) ?? cycle.from;
      if (pm === undefined || eng === undefined || from === undefined || sameHandle(pm, eng)) return [];
      // Between two cycles a pair goes on; it is the next one that says who works together.
      const to = later?.cycle.from === undefined ? undefined : endOf(cycle.to, later.cycle.from);
      if (to !== undefined && to < from) return [];
      const range = { start, end };
      return [
        {
          item,
          pm,
          eng,
          from,
          to,
          hold: dayIn(holdUntil),
          path,
          range,
          cycleFrom: cycle.from,
          inHeader: false,
        },
      ];
    });
  });
}

/** The last day of a cycle's rows. Cycles may overlap, and then each says what it says until its own end. */
function endOf(to: string | undefined, next: string): string {
  const before = addDays(next, -1);
  return to === undefined || to < before ? before : to;
}

function headerSpells(index: WorkspaceIndex): Spell[] {
  const spells: Spell[] = [];
  for (const summary of index.all()) {
    const from = summary.team?.paired;
    const [pm] = summary.pm;
    const [eng] = summary.eng;
    if (summary.kind !== "prd" || from === undefined || pm === undefined || eng === undefined) continue;
    if (sameHandle(pm, eng)) continue;
    const { path, id = path, idRange = { start: 0, end: 0 } } = summary;
    const range = { start: idRange.start, end: idRange.end };
    const to = lastDay(summary, from);
    spells.push({
      item: id,
      pm,
      eng,
      from,
      to,
      hold: undefined,
      path,
      range,
      cycleFrom: undefined,
      inHeader: true,
    });
  }
  return spells;
}

/** A PRD that is done ends with its launch; of one that was parked or has no launch day only the first day is known. */
function lastDay({ status, team }: DocumentSummary, from: string): string | undefined {
  if (status !== "launched" && status !== "closed" && status !== "parked") return undefined;
  const launch = status === "parked" ? undefined : team?.launch;
  return launch === undefined || launch < from ? from : launch;
}

function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}

/** A pair that has worked together for longer than the team's cadence has; one that is held is left alone. */
export function isRotationDue(pair: Pair, { cadence }: Pick<Config, "cadence">): boolean {
  return pair.current && pair.hold === undefined && pair.days > cadence.rotation.every;
}

/** Where a pair is asked about rotating: once, in the cycle of the day, or in a PRD where none has the day. */
export interface PairPlace extends Range {
  readonly path: string;
  /** Undefined where the place is the cycle as a whole: the pair stands in PRDs only. */
  readonly spell: Spell | undefined;
}

export function placeOf(pair: Pair, index: WorkspaceIndex, today: string): PairPlace | undefined {
  const cycle = cycleOn(index, today);
  const running = pair.spells.filter(({ from, to }) => from <= today && (to === undefined || to >= today));
  const here = running.find(({ path }) => path === cycle?.path);
  if (here !== undefined) return { path: here.path, spell: here, ...here.range };
  if (cycle !== undefined) {
    const { start, end } = cycle.cycle.idRange;
    return { path: cycle.path, spell: undefined, start, end };
  }
  const spell = running.find(({ inHeader }) => inHeader) ?? running.at(-1);
  return spell === undefined ? undefined : { path: spell.path, spell, ...spell.range };
}
