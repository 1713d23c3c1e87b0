import { sameHandle } from "../config/people.ts";
import type { RuleCode } from "../rules/rule.ts";
import { touches } from "../text/range.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { actionItems, concernsAction, cycleItems, lastDayOf, launchItems, retroItems } from "./coming.ts";
import { changeItems, renegotiationItems } from "./drift.ts";
import { longestFirst, soonestFirst } from "./item.ts";
import { lastMeeting } from "./meetings.ts";
import type { Agenda, AgendaInput, AgendaItem, AgendaScope, Refusal, Told } from "./model.ts";
import { disagreementAt, isAsleep, isLate, itemOf, problemsItem, toldIn } from "./open.ts";
import { cyclesIn, documentsIn, isInTable, isOfPair, pairNames } from "./people.ts";
import type { Pair } from "./people.ts";
import { fitted } from "./sections.ts";
import { listed } from "./words.ts";

/** As many as two people get through in twenty minutes. */
export const MOST_ITEMS = 7;

/** What the caller has to look into for the weekly of a pair. */
export function weeklyScope(index: WorkspaceIndex, pair: Pair, today: string): AgendaScope | Refusal {
  const own = documentsOfPair(index, pair);
  const elsewhere = documentsWithBoth(index, pair);
  if (own.length === 0 && elsewhere.length === 0 && !cyclesIn(index).some((one) => isInTable(one, pair)))
    return { refused: unknownPair(index, pair) };
  const day = lastMeeting(index, "weekly", pair, today)?.date;
  const paths = own.map(({ path }) => path);
  return {
    paths: [...paths, ...elsewhere.map(({ path }) => path)].sort(),
    compare: day === undefined ? undefined : { paths, with: { day } },
  };
}

function unknownPair(index: WorkspaceIndex, [a, b]: Pair): string {
  const names = pairNames(index);
  const there =
    names.length === 0
      ? "no PRD here names a PM and an engineer yet."
      : `the pairs here are ${listed(names.map((name) => name.replace(" and ", " with ")))}.`;
  return `No document here is by ${a} and ${b}; ${there}`;
}

/** Everything that two people write together. */
function documentsOfPair(index: WorkspaceIndex, pair: Pair): DocumentSummary[] {
  return documentsIn(index, (one) => one.kind !== "candidate" && isOfPair(one, pair));
}

/** Other documents in which the two disagree: a cycle, or somebody else's PRD. */
function documentsWithBoth(index: WorkspaceIndex, pair: Pair): DocumentSummary[] {
  return documentsIn(
    index,
    (one) =>
      !isOfPair(one, pair) &&
      (one.team?.disagreements ?? []).some(
        ({ state, between }) => state === "open" && hasBoth(between, pair),
      ),
  );
}

function hasBoth(people: readonly string[], pair: Pair): boolean {
  return pair.every((one) => people.some((other) => sameHandle(one, other)));
}

/**
 * The weekly of a pair: at most {@link MOST_ITEMS} items. Every open conversation of the two is in one of them or in what
 * is left out. What the rules found in one document is one item.
 */
export function weekly(pair: Pair, input: AgendaInput): Agenda {
  const { index, config, today } = input;
  const since = lastMeeting(index, "weekly", pair, today)?.date;
  const until = lastDayOf(today, config.cadence.weekly.every);
  const own = documentsOfPair(index, pair);
  const told = new Map(own.map((one) => [one.path, toldIn(input, one.path)]));
  for (const one of documentsWithBoth(index, pair)) {
    const both = toldIn(input, one.path).filter(([conversation]) =>
      hasBoth(disagreementAt(one, conversation)?.between ?? [], pair),
    );
    told.set(one.path, both);
  }
  const awake = own.filter((one) => !isAsleep(one));
  const retros = counting("PRD510", retroItems(input, awake, until), told);
  const everywhere = documentsIn(index, ({ kind }) => kind !== "candidate");
  const actions = counting("PRD517", actionItems(input, everywhere, until, concernsAction(pair)), told);
  const blocks: AgendaItem[] = [];
  const waits: AgendaItem[] = [];
  const problems: { blocking: AgendaItem[]; asked: AgendaItem[]; asleep: AgendaItem[] } = {
    ...{ blocking: [], asked: [], asleep: [] },
  };
  for (const [path, conversations] of told) {
    const summary = index.get(path);
    if (summary === undefined) continue;
    const asleep = isAsleep(summary);
    const found: Told[] = [];
    for (const entry of conversations) {
      const [one, stops] = entry;
      if (one.about === "problem") found.push(entry);
      else {
        const item = itemOf(input, summary, one, since);
        const tier = disagreementAt(summary, one)?.tier;
        const late = tier !== undefined && isLate(input, tier, one.days);
        if (asleep) problems.asleep.push(item);
        else (stops || late ? blocks : waits).push(item);
      }
    }
    const part = (stop: boolean) =>
      found.filter(([, stops]) => (stops && !asleep) === stop).map(([one]) => one);
    problems.blocking.push(
      ...problemsItem(input, summary, part(true), input.open(path)?.ready?.next ?? "the next status"),
    );
    (asleep ? problems.asleep : problems.asked).push(...problemsItem(input, summary, part(false), undefined));
  }
  const drifted =
    since === undefined
      ? []
      : [...renegotiationItems(input, since, cyclesIn(index)), ...changeItems(input, own)];
  const { sections, leftOut } = fitted(
    [
      ["blocks", "What blocks", [...longestFirst(blocks, today), ...problems.blocking]],
      [
        "waits",
        "What waits",
        [...longestFirst(waits, today), ...problems.asked, ...longestFirst(problems.asleep, today)],
      ],
      ["drifted", `What changed since ${since ?? ""}`, drifted],
      [
        "coming",
        "What is coming",
        soonestFirst([
          ...launchItems(input, awake, until),
          ...retros,
          ...actions,
          ...cycleItems(input, cyclesIn(index), until),
        ]),
      ],
    ],
    MOST_ITEMS,
  );
  return {
    kind: "weekly",
    of: pair,
    today,
    since,
    minutes: config.cadence.weekly.minutes,
    sections,
    leftOut,
    notes: [],
  };
}

/** Items that say what a problem of a rule says too: the problem is taken from what is told and counted with them. */
function counting(
  code: RuleCode,
  items: readonly AgendaItem[],
  told: Map<string, readonly Told[]>,
): AgendaItem[] {
  return items.map((item) => {
    const all = told.get(item.path) ?? [];
    const rest = all.filter(
      ([one]) => one.code !== code || one.about !== "problem" || !(code === "PRD510" || touches(one, item)),
    );
    told.set(item.path, rest);
    return { ...item, conversations: item.conversations + all.length - rest.length };
  });
}
