import type { Config } from "../config/config.ts";
import { sameHandle } from "../config/people.ts";
import { daysBetween } from "../text/days.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import { compare } from "./cadence.ts";
import { isRotationDue, pairKey, pairsOver } from "./pairs.ts";
import type { Pair } from "./pairs.ts";
import { count } from "../words/count.ts";

/** Who could work together next. */
export interface Proposal {
  /** What the pair until now works on. */
  readonly items: readonly string[];
  readonly pm: string;
  readonly eng: string;
  /** The pair until now. */
  readonly was: Pair;
  /** One sentence. */
  readonly because: string;
}

/**
 * Proposes who works together next: each product manager keeps their work, and gets an engineer with whom they have not worked
 * lately, best one with whom they never have. Engineers come from the pairs that rotate and from those who are in no pair. The pairs
 * that are due rotate; where that leaves nobody to change with, the pair that has been together longest joins them; and where none
 * is due, all do. Pairs on hold stay as they are, and nobody who left is proposed.
 *
 * The same documents give the same proposal on every day that changes nothing of that.
 */
export function proposeRotation(index: WorkspaceIndex, config: Config, today: string): Proposal[] {
  const pairs = pairsOver(index, config, today);
  const free = pairs.filter(({ current, hold }) => current && hold === undefined).sort(longestFirst);
  const due = free.filter((pair) => isRotationDue(pair, config));
  const others = free.filter((pair) => !due.includes(pair));
  const last = lastDays(pairs);
  const scene: Scene = { config, today, last, idle: idleEngineers(pairs, config, today) };
  let rotating = due.length === 0 ? free : due;
  let found = assign(rotating, scene);
  const helped = (by: ReadonlyMap<Pair, string>): number => due.filter((pair) => by.has(pair)).length;
  for (;;) {
    const before = helped(found);
    const joining = others.find((pair) => helped(assign([...rotating, pair], scene)) > before);
    if (joining === undefined) break;
    others.splice(others.indexOf(joining), 1);
    rotating = [...rotating, joining];
    found = assign(rotating, scene);
  }
  return rotating.flatMap((was) => {
    const eng = found.get(was);
    return eng === undefined ? [] : [proposalOf(was, eng, scene)];
  });
}

interface Scene {
  readonly config: Config;
  readonly today: string;
  /** The last day on which two worked together, by `pairKey`. */
  readonly last: ReadonlyMap<string, string>;
  /** Engineers of the team who are in no pair. */
  readonly idle: readonly string[];
}

function longestFirst(a: Pair, b: Pair): number {
  return b.days - a.days || compare(pairKey(a), pairKey(b));
}

function lastDays(pairs: readonly Pair[]): Map<string, string> {
  return new Map(pairs.map((pair) => [pairKey(pair), pair.until]));
}

function idleEngineers(pairs: readonly Pair[], config: Config, today: string): string[] {
  const busy = pairs.filter(({ current }) => current);
  return [...config.people.values()]
    .filter(({ role, left }) => role === "eng" && !(left !== undefined && left <= today))
    .map(({ handle }) => handle)
    .filter((handle) => !busy.some(({ eng }) => sameHandle(eng, handle)))
    .sort(compare);
}

/** Gives as many pairs as possible another engineer, each the best that is left (augmenting paths; Kuhn 1955). */
function assign(rotating: readonly Pair[], scene: Scene): Map<Pair, string> {
  // An engineer who is in two pairs that rotate can be given to two.
  const seats = [...rotating.map(({ eng }) => eng), ...scene.idle];
  const takenBy = new Map<number, Pair>();
  const wishes = new Map(rotating.map((pair) => [pair, seatsFor(pair, seats, scene)]));
  const seat = (pair: Pair, tried: Set<number>): boolean => {
    for (const wish of wishes.get(pair) ?? []) {
      if (tried.has(wish)) continue;
      tried.add(wish);
      const holder = takenBy.get(wish);
      if (holder !== undefined && !seat(holder, tried)) continue;
      takenBy.set(wish, pair);
      return true;
    }
    return false;
  };
  for (const pair of rotating) seat(pair, new Set());
  return new Map([...takenBy].map(([wish, pair]) => [pair, seats[wish] ?? pair.eng]));
}

/** Seats by how long ago the two worked together, never first; those who did lately are left out. */
function seatsFor({ pm, eng }: Pair, seats: readonly string[], { last, config, today }: Scene): number[] {
  const day = (seat: number): string => last.get(pairKey({ pm, eng: seats[seat] ?? "" })) ?? "";
  return seats
    .map((_, seat) => seat)
    .filter((seat) => {
      const other = seats[seat] ?? eng;
      if (sameHandle(other, eng) || sameHandle(other, pm)) return false;
      const together = day(seat);
      return together === "" || (daysBetween(together, today) ?? 0) >= config.cadence.rotation.every;
    })
    .sort((a, b) => compare(day(a), day(b)) || compare(seats[a] ?? "", seats[b] ?? "") || a - b);
}

function proposalOf(was: Pair, eng: string, { last, today }: Scene): Proposal {
  const { pm, spells, days } = was;
  const together = last.get(pairKey({ pm, eng }));
  const before =
    together === undefined
      ? `${pm} and ${eng} have not worked together yet`
      : `${pm} and ${eng} last worked together on ${together}`;
  const running = spells.filter(({ from, to }) => from <= today && (to === undefined || to >= today));
  return {
    items: [...new Set(running.map(({ item }) => item.trim()).filter((item) => item !== ""))],
    pm,
    eng,
    was,
    because: `${before}; ${pm} and ${was.eng} have for ${count(days, "day")}.`,
  };
}
