import type { DisagreementFacts } from "../facts/model.ts";
import { cyclesIn } from "../team/cycles.ts";
import { tiers } from "../team/tiers.ts";
import type { Tier } from "../team/tiers.ts";
import { daysBetween } from "../text/days.ts";
import { nameOf, placeOf, shownDocuments } from "./input.ts";
import type { BoardInput } from "./input.ts";
import type { DisagreementAt, DisagreementBoard, DocumentName, Stay, TierBoard } from "./model.ts";

interface Found {
  readonly document: DocumentName;
  readonly facts: DisagreementFacts;
}

/** Where disagreements are, how long they sat at each tier, and how many went no further than the two who had them. */
export function disagreementBoard(input: BoardInput): DisagreementBoard {
  const all = shownDocuments(input).flatMap((document): Found[] =>
    (document.team?.disagreements ?? []).map((facts) => ({ document: nameOf(document), facts })),
  );
  const settled = all.filter(({ facts }) => facts.state === "settled");
  const byCycle = cyclesIn(input.index).flatMap(({ path, cycle }) => {
    const { id, from, to, idRange } = cycle;
    if (!input.open.has(path) || from === undefined || from > input.today) return [];
    const inside = settled.filter(({ facts: { settled } }) => {
      return settled !== undefined && from <= settled && (to === undefined || settled <= to);
    });
    const at = placeOf(input, path, idRange.start);
    return [{ cycle: id, at, settled: inside.length, settledAtTier1: atTier1(inside) }];
  });
  return {
    open: all.length - settled.length,
    settled: settled.length,
    settledAtTier1: atTier1(settled),
    tiers: tiers.map((tier) => tierBoard(tier, all, input)),
    byCycle,
  };
}

function atTier1(settled: readonly Found[]): number {
  return settled.filter(({ facts }) => nearest(facts.tier) === 1).length;
}

/** A tier that there is; PRD508 asks about the others. */
function nearest(tier: number): Tier {
  return tier <= 1 ? 1 : tier === 2 ? 2 : 3;
}

function tierBoard(tier: Tier, all: readonly Found[], input: BoardInput): TierBoard {
  const here = all.filter(({ facts }) => nearest(facts.tier) === tier);
  const told = (state: DisagreementFacts["state"]): DisagreementAt[] =>
    here.filter(({ facts }) => facts.state === state).map((found) => disagreementAt(found, input));
  const stays = all
    .flatMap((found) => staysAt(tier, found, input))
    .sort((a, b) => (b.days ?? -1) - (a.days ?? -1));
  const dated = stays.flatMap(({ days }) => days ?? []);
  return {
    tier,
    open: told("open").sort((a, b) => (b.days ?? -1) - (a.days ?? -1)),
    settled: told("settled").sort((a, b) => ((a.settled ?? "") > (b.settled ?? "") ? -1 : 1)),
    stays,
    median: median(dated),
  };
}

function disagreementAt({ document, facts }: Found, input: BoardInput): DisagreementAt {
  const { id, text, start, path, state, settled } = facts;
  const end = state === "open" ? input.today : settled;
  const at = placeOf(input, document.path, start);
  return { id, document, text, at, days: between(path[0]?.since, end), settled };
}

function staysAt(tier: Tier, { document, facts }: Found, input: BoardInput): Stay[] {
  return facts.path.flatMap((step, index): Stay[] => {
    if (nearest(step.tier) !== tier) return [];
    const next = facts.path[index + 1];
    const open = next === undefined && facts.state === "open";
    const end = next !== undefined ? next.since : open ? input.today : facts.settled;
    const at = placeOf(input, document.path, facts.start);
    return [{ id: facts.id, document, at, days: between(step.since, end), open }];
  });
}

/** Undefined where a day is missing, or they stand the wrong way round: neither is a time. */
function between(from: string | undefined, to: string | undefined): number | undefined {
  const days = from === undefined || to === undefined ? undefined : daysBetween(from, to);
  return days === undefined || days < 0 ? undefined : days;
}

/** The middle one; the mean of the two in the middle where their number is even. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
