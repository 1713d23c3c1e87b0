import type { Conversation } from "../readiness/conversations.ts";
import type { RuleCode } from "../problem.ts";
import { lastMeeting, managersDue, weeklyDue } from "../team/cadence.ts";
import { cyclesIn } from "../team/cycles.ts";
import { pairsOver, placeOf } from "../team/pairs.ts";
import type { Pair } from "../team/pairs.ts";
import { addDays, daysBetween } from "../text/days.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import {
  actionItems,
  cycleItems,
  lastCycleItems,
  lastDayOf,
  launchItems,
  retroItems,
  rotationItems,
} from "./coming.ts";
import { changeItems, renegotiationItems } from "./drift.ts";
import { itemAt, longestFirst, soonestFirst } from "./item.ts";
import type { Agenda, AgendaInput, AgendaItem, AgendaScope } from "./model.ts";
import { disagreementAt, isAsleep, isLate, itemOf, toldIn } from "./open.ts";
import { documentsIn } from "./people.ts";
import { nothingLeftOut, sectionsOf } from "./sections.ts";
import { count } from "../words/count.ts";

/** What the caller has to look into for the managers' meeting. */
export function managersScope(index: WorkspaceIndex, today: string): AgendaScope {
  const day = lastMeeting(index, { kind: "managers", until: today })?.date;
  const paths = documentsIn(index, (one) => isTheirs(one, today)).map((one) => one.path);
  const working = documentsIn(index, isWorkedOn).map((one) => one.path);
  return { paths, compare: day === undefined ? undefined : { paths: working, with: { day } } };
}

/** Cycles that are not over, and whatever holds an open disagreement. */
function isTheirs({ kind, team }: DocumentSummary, today: string): boolean {
  if (kind === "candidate") return false;
  if (kind === "cycle" && (team?.cycle?.to ?? today) >= today) return true;
  return (team?.disagreements ?? []).some(({ state }) => state === "open");
}

/** PRDs whose changes cost more than paper. */
function isWorkedOn({ kind, status }: DocumentSummary): boolean {
  return kind === "prd" && (status === "agreed" || status === "building" || status === "launched");
}

/**
 * The managers' meeting: every open disagreement at tier 2 or 3, those that sit too long at tier 1, what is wrong with the
 * split or the plan of a cycle, and what is due across the teams.
 */
export function managers(input: AgendaInput): Agenda {
  const { index, today } = input;
  const since = lastMeeting(index, { kind: "managers", until: today })?.date;
  const drifted =
    since === undefined
      ? []
      : [
          ...renegotiationItems(input, since, cyclesIn(index)),
          ...changeItems(input, documentsIn(index, isWorkedOn)),
        ];
  return {
    kind: "managers",
    of: [],
    today,
    since,
    minutes: undefined,
    sections: sectionsOf([
      ...openSections(input, since),
      ["drifted", `What changed since ${since ?? ""}`, drifted],
      ["coming", "What is due and coming up", comingItems(input)],
    ]),
    leftOut: nothingLeftOut,
    notes: overdueNote(input),
  };
}

function overdueNote({ index, config, today }: AgendaInput): string[] {
  const { last, due = today } = managersDue(index, config, today) ?? {};
  const late = daysBetween(due, today) ?? 0;
  if (last === undefined || late <= 0) return [];
  const { every } = config.cadence.managers;
  return [`The team meets every ${count(every, "day")}; this meeting was due ${due}.`];
}

function openSections(
  input: AgendaInput,
  since: string | undefined,
): ["blocks" | "waits", string, AgendaItem[]][] {
  const { index, today } = input;
  const blocks: AgendaItem[] = [];
  const waits: AgendaItem[] = [];
  const asked: AgendaItem[] = [];
  for (const summary of documentsIn(index, (one) => isTheirs(one, today))) {
    for (const [one] of toldIn(input, summary.path)) {
      const facts = disagreementAt(summary, one);
      if (facts !== undefined) {
        const late = isLate(input, facts);
        if (facts.tier <= 1 && !late) continue;
        // What sits too long at tier 1 is still the pair's.
        const stops = late && facts.tier > 1;
        (stops ? blocks : waits).push(bothSides(input, summary, one, since));
      } else if (isForManagers(summary, one))
        (one.severity === "error" ? blocks : asked).push(itemOf(input, summary, one, since));
    }
  }
  return [
    ["blocks", "What is in the way", longestFirst(blocks, today)],
    ["waits", "What is waiting", [...longestFirst(waits, today), ...asked]],
  ];
}

/** Rules whose problems are dates of this agenda, or this meeting itself. */
const saidByDates: ReadonlySet<RuleCode | undefined> = new Set(["PRD507", "PRD510", "PRD512", "PRD517"]);

/** What a rule found that those who write a document cannot settle alone: the plan of a cycle, and what is the managers' own. */
function isForManagers({ kind }: DocumentSummary, { about, owner, seam, code }: Conversation): boolean {
  if (about !== "problem") return kind === "cycle";
  if (saidByDates.has(code)) return false;
  return owner === "managers" || (kind === "cycle" && seam === "prioritisation");
}

/** A disagreement with those who have it and those who are to settle it. */
function bothSides(
  input: AgendaInput,
  summary: DocumentSummary,
  one: Conversation,
  since: string | undefined,
): AgendaItem {
  const between = disagreementAt(summary, one)?.between ?? [];
  const people = [...new Set([...between, ...one.people])];
  return { ...itemOf(input, summary, one, since), people };
}

function comingItems(input: AgendaInput): AgendaItem[] {
  const { index, config, today } = input;
  const until = lastDayOf(today, config.cadence.managers.every);
  const documents = documentsIn(index, (one) => one.kind !== "candidate" && !isAsleep(one));
  const pairs = pairsOver(index, config, today);
  return soonestFirst([
    ...launchItems(input, documents, until),
    ...retroItems(input, documents, until),
    // What is still in time is the business of those who do it.
    ...actionItems(input, documents, addDays(today, -1), ({ by }) => by !== undefined),
    ...rotationItems(input, pairs, until),
    ...pairs.flatMap((pair) => missedWeekly(input, pair)),
    ...cycleItems(input, until),
    ...lastCycleItems(input, until),
  ]);
}

/** A pair whose weekly did not happen for longer than one could be put off. */
function missedWeekly(input: AgendaInput, pair: Pair): AgendaItem[] {
  const { index, config, today } = input;
  const { pm, eng, since, current } = pair;
  const { last, due = today } = weeklyDue(index, [pm, eng], since, config, today) ?? {};
  const place = placeOf(pair, index, today);
  if (!current || place === undefined || addDays(due, config.cadence.weekly.every) > today) return [];
  const text = last === undefined ? `No weekly since they started on ${since}` : `No weekly since ${last}`;
  const summary = index.get(place.path) ?? { path: place.path, id: undefined };
  const people = [pm, eng];
  return [itemAt(input, summary, place, text, { owner: "both", people, due })];
}
