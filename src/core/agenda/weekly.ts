import { sameHandle } from "../config/people.ts";
import type { RuleCode } from "../problem.ts";
import { lastMeeting } from "../team/cadence.ts";
import { cyclesIn } from "../team/cycles.ts";
import type { DisagreementFacts } from "../facts/model.ts";
import { pairsOver, spellsIn } from "../team/pairs.ts";
import { touches } from "../text/range.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import {
  actionItems,
  concernsAction,
  cycleItems,
  lastDayOf,
  launchItems,
  retroItems,
  rotationItems,
} from "./coming.ts";
import { changeItems, renegotiationItems } from "./drift.ts";
import { longestFirst, soonestFirst } from "./item.ts";
import type { Agenda, AgendaInput, AgendaItem, AgendaScope, Refusal, Told } from "./model.ts";
import { disagreementAt, isAsleep, isLate, itemOf, problemsItem, toldIn } from "./open.ts";
import { areTwo, documentsIn, isOfTwo, pairNames } from "./people.ts";
import type { Two } from "./people.ts";
import { fitted } from "./sections.ts";
import { listed } from "../words/listed.ts";

/** As many as two people get through in twenty minutes. */
export const MOST_ITEMS = 7;

/** What the caller has to look into for the weekly of a pair. */
export function weeklyScope(index: WorkspaceIndex, two: Two, today: string): AgendaScope | Refusal {
  const own = documentsOfTwo(index, two);
  const elsewhere = otherDocuments(index, two, today);
  const together = elsewhere.some(({ team }) => team?.disagreements.some((one) => isOfBoth(one, two)));
  if (own.length === 0 && !together && !spellsIn(index).some((spell) => areTwo(spell, two)))
    return { refused: unknownPair(index, two) };
  const day = lastMeeting(index, { kind: "weekly", who: two, until: today })?.date;
  const paths = own.map(({ path }) => path);
  return {
    paths: [...paths, ...elsewhere.map(({ path }) => path)].sort(),
    compare: day === undefined ? undefined : { paths, with: { day } },
  };
}

function unknownPair(index: WorkspaceIndex, [a, b]: Two): string {
  const names = pairNames(index);
  const there =
    names.length === 0
      ? "no PRD here names a PM and an engineer yet."
      : `the pairs here are ${listed(names)}.`;
  return `No document here is by ${a} and ${b}; ${there}`;
}

/** Everything that two people write together. */
function documentsOfTwo(index: WorkspaceIndex, two: Two): DocumentSummary[] {
  return documentsIn(index, (one) => one.kind !== "candidate" && isOfTwo(one, two));
}

/** Other documents that hold something of the two: what they disagree about, and the log of their last weekly. */
function otherDocuments(index: WorkspaceIndex, two: Two, today: string): DocumentSummary[] {
  const log = lastMeeting(index, { kind: "weekly", who: two, until: today })?.path;
  return documentsIn(
    index,
    (one) =>
      !isOfTwo(one, two) &&
      (one.path === log || (one.team?.disagreements ?? []).some((each) => isOfBoth(each, two))),
  );
}

function isOfBoth({ state, between }: DisagreementFacts, two: Two): boolean {
  return state === "open" && hasBoth(between, two);
}

function hasBoth(people: readonly string[], two: Two): boolean {
  return two.every((one) => people.some((other) => sameHandle(one, other)));
}

/**
 * The weekly of a pair: at most {@link MOST_ITEMS} items. Every open conversation of the two is in one of them or in what
 * is left out. What the rules found in one document is one item.
 */
export function weekly(two: Two, input: AgendaInput): Agenda {
  const { index, config, today } = input;
  const since = lastMeeting(index, { kind: "weekly", who: two, until: today })?.date;
  const until = lastDayOf(today, config.cadence.weekly.every);
  const own = documentsOfTwo(index, two);
  const told = toldOf(input, own, two);
  const coming = comingItems(input, own, two, until, told);
  const open = openItems(input, told, since);
  const drifted =
    since === undefined
      ? []
      : [...renegotiationItems(input, since, cyclesIn(index)), ...changeItems(input, own)];
  const { sections, leftOut } = fitted(
    [
      ["blocks", "What is in the way", open.blocks],
      ["waits", "What is waiting", open.waits],
      ["drifted", `What changed since ${since ?? ""}`, drifted],
      ["coming", "What is due and coming up", coming],
    ],
    MOST_ITEMS,
  );
  const { minutes } = config.cadence.weekly;
  return { kind: "weekly", of: two, today, since, minutes, sections, leftOut, notes: [] };
}

/** What is open by path. Of documents that are not theirs, what the two disagree about and that their weekly runs over. */
function toldOf(input: AgendaInput, own: readonly DocumentSummary[], two: Two): Map<string, readonly Told[]> {
  const { index, today } = input;
  const told = new Map(own.map(({ path }) => [path, toldIn(input, path)]));
  const last = lastMeeting(index, { kind: "weekly", who: two, until: today });
  for (const summary of otherDocuments(index, two, today)) {
    const theirs = ([one]: Told): boolean =>
      hasBoth(disagreementAt(summary, one)?.between ?? [], two) ||
      (one.code === "PRD513" && last?.path === summary.path && one.start === last.start);
    told.set(summary.path, toldIn(input, summary.path).filter(theirs));
  }
  return told;
}

/** Dates of the two. Problems that say the same are taken from what is told, and counted with them. */
function comingItems(
  input: AgendaInput,
  own: readonly DocumentSummary[],
  two: Two,
  until: string,
  told: Map<string, readonly Told[]>,
): AgendaItem[] {
  const { index, config, today } = input;
  const awake = own.filter((one) => !isAsleep(one));
  const all = documentsIn(index, ({ kind }) => kind !== "candidate");
  const pairs = pairsOver(index, config, today).filter((pair) => areTwo(pair, two));
  return soonestFirst([
    ...launchItems(input, awake, until),
    ...counting("PRD510", retroItems(input, awake, until), told),
    ...counting("PRD517", actionItems(input, all, until, concernsAction(two)), told),
    ...counting("PRD507", rotationItems(input, pairs, until), told),
    ...cycleItems(input, until),
  ]);
}

function counting(
  code: RuleCode,
  items: readonly AgendaItem[],
  told: Map<string, readonly Told[]>,
): AgendaItem[] {
  return items.map((item) => {
    const all = told.get(item.path);
    if (all === undefined) return item;
    // A document has one retro and one pair, and actions of its own.
    const says = ([one]: Told): boolean =>
      one.about === "problem" && one.code === code && (code !== "PRD517" || touches(one, item));
    const rest = all.filter((one) => !says(one));
    told.set(item.path, rest);
    return { ...item, conversations: item.conversations + all.length - rest.length };
  });
}

function openItems(
  input: AgendaInput,
  told: ReadonlyMap<string, readonly Told[]>,
  since: string | undefined,
): { blocks: AgendaItem[]; waits: AgendaItem[] } {
  const { index, today } = input;
  const blocks: AgendaItem[] = [];
  const waits: AgendaItem[] = [];
  const asleep: AgendaItem[] = [];
  const [blocking, asked]: [AgendaItem[], AgendaItem[]] = [[], []];
  for (const [path, conversations] of told) {
    const summary = index.get(path);
    if (summary === undefined) continue;
    const sleeps = isAsleep(summary);
    for (const [one, stops] of conversations) {
      if (one.about === "problem") continue;
      const facts = disagreementAt(summary, one);
      const late = facts !== undefined && isLate(input, facts);
      (sleeps ? asleep : stops || late ? blocks : waits).push(itemOf(input, summary, one, since));
    }
    const problems = (blocks: boolean) =>
      conversations
        .filter(([one, stops]) => one.about === "problem" && (stops && !sleeps) === blocks)
        .map(([one]) => one);
    const next = input.open(path)?.ready?.next ?? "the next status";
    blocking.push(...problemsItem(input, summary, problems(true), next));
    (sleeps ? asleep : asked).push(...problemsItem(input, summary, problems(false), undefined));
  }
  return {
    blocks: [...longestFirst(blocks, today), ...blocking],
    waits: [...longestFirst(waits, today), ...asked, ...longestFirst(asleep, today)],
  };
}
