import { addDays, daysBetween } from "../text/days.ts";
import type { Conversation } from "../readiness/conversations.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { actionItems, cycleItems, lastDayOf, launchItems, retroItems } from "./coming.ts";
import { changeItems, renegotiationItems } from "./drift.ts";
import { longestFirst, soonestFirst } from "./item.ts";
import { lastMeeting } from "./meetings.ts";
import type { Agenda, AgendaInput, AgendaItem, AgendaScope } from "./model.ts";
import { disagreementAt, isAsleep, isLate, itemOf, toldIn } from "./open.ts";
import { cyclesIn, documentsIn } from "./people.ts";
import { nothingLeftOut, sectionsOf } from "./sections.ts";

/** What the caller has to look into for the managers' meeting. */
export function managersScope(index: WorkspaceIndex, today: string): AgendaScope {
  const day = lastMeeting(index, "managers", [], today)?.date;
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
  const { index, config, today } = input;
  const last = lastMeeting(index, "managers", [], today)?.date;
  const until = lastDayOf(today, config.cadence.managers.every);
  const blocks: AgendaItem[] = [];
  const waits: AgendaItem[] = [];
  const asked: AgendaItem[] = [];
  for (const summary of documentsIn(index, (one) => isTheirs(one, today))) {
    for (const [one] of toldIn(input, summary.path)) {
      const tier = disagreementAt(summary, one)?.tier;
      if (tier !== undefined) {
        const late = isLate(input, tier, one.days);
        if (tier > 1 || late) (tier > 1 && late ? blocks : waits).push(bothSides(input, summary, one, last));
      } else if (isForManagers(summary, one))
        (one.severity === "error" ? blocks : asked).push(itemOf(input, summary, one, last));
    }
  }
  const documents = documentsIn(index, (one) => one.kind !== "candidate" && !isAsleep(one));
  const cycles = cyclesIn(index);
  const drifted =
    last === undefined
      ? []
      : [...renegotiationItems(input, last, cycles), ...changeItems(input, documents.filter(isWorkedOn))];
  const yesterday = addDays(today, -1);
  const days = last === undefined ? undefined : daysBetween(last, today);
  const due = days !== undefined && days > config.cadence.managers.every;
  return {
    kind: "managers",
    of: [],
    today,
    since: last,
    minutes: undefined,
    sections: sectionsOf([
      ["blocks", "What blocks", longestFirst(blocks, today)],
      ["waits", "What waits", [...longestFirst(waits, today), ...asked]],
      ["drifted", `What changed since ${last ?? ""}`, drifted],
      [
        "coming",
        "What is coming",
        soonestFirst([
          ...launchItems(input, documents, until),
          ...retroItems(input, documents, until),
          // What is still in time is the business of those who do it.
          ...actionItems(input, documents, yesterday, ({ by }) => by !== undefined),
          ...cycleItems(input, cycles, until),
        ]),
      ],
    ]),
    leftOut: nothingLeftOut,
    notes: due ? [`The team meets every ${config.cadence.managers.every} days, and this is ${days}.`] : [],
  };
}

/** What a rule found that the two who write a document cannot settle: what a cycle is made of, and what is the managers' own. */
function isForManagers({ kind }: DocumentSummary, { about, owner, seam }: Conversation): boolean {
  if (about !== "problem") return false;
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
  return {
    ...itemOf(input, summary, one, since),
    people: [...new Set([...between, ...one.people])],
  };
}
