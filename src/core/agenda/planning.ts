import { daysBetween } from "../text/days.ts";
import { agreedSplit, renegotiatedSplit, sameSplit } from "../facts/split.ts";
import { buckets } from "../facts/model.ts";
import type { Cycle, Meeting } from "../facts/model.ts";
import { weeksOf } from "../words/days.ts";
import { compare } from "../team/cadence.ts";
import { cycleBefore, cycleNamed, cyclesIn } from "../team/cycles.ts";
import type { FiledCycle } from "../team/cycles.ts";
import { isCycleId } from "../facts/period.ts";
import { plannedWork } from "../team/planned.ts";
import type { PlannedItem } from "../team/planned.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { renegotiationItems } from "./drift.ts";
import { headOf, itemAt, longestFirst } from "./item.ts";
import type { Agenda, AgendaInput, AgendaItem, AgendaScope, Refusal } from "./model.ts";
import { itemOf, toldIn } from "./open.ts";
import { documentsIn } from "./people.ts";
import { nothingLeftOut, sectionsOf } from "./sections.ts";
import { listed } from "../words/listed.ts";
import { splitWords } from "../words/split.ts";

/** What the caller has to look into for the planning of a cycle. */
export function planningScope(index: WorkspaceIndex, id: string): AgendaScope | Refusal {
  const found = cycleNamed(index, id);
  if (found === undefined) return { refused: unknownCycle(index, id) };
  const before = cycleBefore(index, found.path);
  const paths = [found.path, ...(before === undefined ? [] : [before.path])];
  return { paths: paths.sort(), compare: undefined };
}

function unknownCycle(index: WorkspaceIndex, id: string): string {
  const ids = cyclesIn(index).map(({ cycle }) => cycle.id);
  const there =
    ids.length === 0 ? "there are none yet" : `there ${ids.length === 1 ? "is" : "are"} ${listed(ids)}`;
  return isCycleId(id)
    ? `No cycle here is called ${id}; ${there}. \`seamwork new cycle ${id}\` creates it.`
    : `No cycle here is called "${id}"; ${there}.`;
}

/**
 * The planning of a cycle: what keeps its split from being agreed, what there is and what is planned per bucket, what the
 * cycle before it did not finish, and what each side gave up.
 */
export function planning(id: string, input: AgendaInput): Agenda {
  const { index, today } = input;
  const planned = cycleNamed(index, id);
  const summary = planned && index.get(planned.path);
  if (planned === undefined || summary === undefined) throw new RangeError(`No cycle is called ${id}.`);
  const before = cycleBefore(index, planned.path);
  const earlier = before && index.get(before.path);
  const since = planningOf(planned.cycle, before?.cycle, today)?.date;
  const items = toldIn(input, summary.path).map(
    ([one]) => [one.severity === "error", itemOf(input, summary, one, since)] as const,
  );
  const unsettled =
    earlier === undefined
      ? []
      : toldIn(input, earlier.path)
          .filter(([one]) => one.about !== "problem")
          .map(([one]) => itemOf(input, earlier, one, since));
  const those = (blocks: boolean): AgendaItem[] =>
    items.flatMap(([stops, item]) => (stops === blocks ? [item] : []));
  return {
    kind: "planning",
    of: [planned.cycle.id],
    today,
    since,
    minutes: undefined,
    sections: sectionsOf([
      ["blocks", "What is in the way", longestFirst(those(true), today)],
      ["waits", "What is waiting", longestFirst([...those(false), ...unsettled], today)],
      [
        "drifted",
        `What changed since ${since ?? ""}`,
        since === undefined ? [] : renegotiationItems(input, since, [planned]),
      ],
      ["capacity", "Capacity and split", capacityItems(input, planned, before)],
      ["planned", "What is planned", workItems(input, planned)],
      // What was carried over and given up was the subject of a planning that is logged.
      ["carried", "What was carried over", since === undefined ? carriedItems(input, planned, before) : []],
      [
        "gave-up",
        "What each side gave up",
        gaveUpItems(input, planned, since === undefined ? before : undefined),
      ],
    ]),
    leftOut: nothingLeftOut,
    notes: [],
  };
}

/** The planning that was for this cycle: in its own log, or late in that of the cycle before. */
function planningOf(cycle: Cycle, before: Cycle | undefined, today: string): Meeting | undefined {
  const isPlanning = ({ kind, date }: Meeting): boolean => kind === "planning" && date <= today;
  const latest = (all: readonly Meeting[]): Meeting | undefined =>
    [...all].sort((a, b) => compare(b.date, a.date))[0];
  const own = latest(cycle.cadence.filter(isPlanning));
  const { from } = cycle;
  if (own !== undefined || from === undefined) return own;
  const begun = before?.from ?? from;
  const nearer = ({ date }: Meeting): boolean =>
    (daysBetween(date, from) ?? 0) < (daysBetween(begun, date) ?? 0);
  return latest((before?.cadence ?? []).filter((one) => isPlanning(one) && nearer(one)));
}

function capacityItems(
  input: AgendaInput,
  { path, cycle }: FiledCycle,
  before: FiledCycle | undefined,
): AgendaItem[] {
  const summary = { path, id: cycle.id };
  const { capacity, split, agreements } = cycle;
  const items: AgendaItem[] = [];
  const at = cycle.capacityRange ?? cycle.idRange;
  items.push(
    capacity === undefined
      ? itemAt(input, summary, at, "How many weeks of engineering are there? The header has no capacity.", {
          owner: "engineering",
        })
      : itemAt(input, summary, at, `Engineering has ${weeksOf(capacity)}`),
  );
  if (split !== undefined) {
    const agreed = agreedSplit(cycle);
    const who = agreements.flatMap((one) => one.who ?? []);
    const said =
      who.length === 0
        ? "nobody has agreed to it yet"
        : agreed === undefined
          ? `${listed(who)} agreed to different splits`
          : `agreed by ${listed(who)}`;
    items.push(itemAt(input, summary, cycle.splitRange, `The split is ${splitWords(split)}: ${said}`));
  }
  const [last, first] = [before && renegotiatedSplit(before.cycle), before && agreedSplit(before.cycle)];
  if (before !== undefined && first !== undefined && last !== undefined) {
    const anew = sameSplit(first, last) ? "" : `, and ended with ${splitWords(last)}`;
    const text = `agreed on ${splitWords(first)}${anew}`;
    items.push(itemAt(input, { path: before.path, id: before.cycle.id }, before.cycle.splitRange, text));
  }
  return items;
}

/** Pieces of work that a line names; of more it says how many. */
const MOST_NAMED = 8;

function workItems(input: AgendaInput, { path, cycle }: FiledCycle): AgendaItem[] {
  const { items: all, days, total, withoutBucket, withoutEffort } = plannedWork(cycle, path, input.index);
  const { capacity, split, id, splitRange } = cycle;
  const at = { path, id };
  const items = buckets.map((bucket) => {
    const work = all.filter((one) => one.bucket === bucket);
    const room =
      capacity === undefined || split === undefined
        ? ""
        : `, ${weeksOf((capacity * split[bucket]) / 100)} available`;
    const text = `${bucket}: ${weeksOf(days[bucket])} planned${room}${named(work)}`;
    return itemAt(input, at, splitRange, text);
  });
  const there = capacity === undefined ? "" : `, ${weeksOf(capacity)} available`;
  items.push(itemAt(input, at, splitRange, `in all: ${weeksOf(total)} planned${there}`));
  // Of rows of the cycle's own table the rules ask it already.
  const prdsAmong = (work: readonly PlannedItem[]): DocumentSummary[] =>
    work.flatMap((one) => (one.path === path ? [] : (input.index.get(one.path) ?? [])));
  const ask = (question: string, prds: readonly DocumentSummary[]): AgendaItem[] =>
    prds.map((one) =>
      itemAt(input, one, headOf(one), question, { owner: "both", people: [...one.pm, ...one.eng] }),
    );
  items.push(...ask("Which bucket is it in?", prdsAmong(withoutBucket)));
  items.push(...ask("How long does it take?", prdsAmong(withoutEffort)));
  return items;
}

function named(work: readonly PlannedItem[]): string {
  if (work.length === 0) return "";
  const shown = work
    .slice(0, MOST_NAMED)
    .map(({ name, days }) => (days === undefined ? name : `${name} (${weeksOf(days)})`));
  const more = work.length - shown.length;
  return `: ${listed([...shown, ...(more > 0 ? [`${more} more`] : [])])}`;
}

function carriedItems(
  input: AgendaInput,
  { cycle }: FiledCycle,
  before: FiledCycle | undefined,
): AgendaItem[] {
  const { index } = input;
  const isEarlier = (id: string | undefined): boolean => {
    const from = cycleNamed(index, id)?.cycle.from;
    return from !== undefined && cycle.from !== undefined && from < cycle.from;
  };
  const prds = documentsIn(
    index,
    ({ kind, status, team }) =>
      kind === "prd" &&
      isEarlier(team?.cycleId) &&
      status !== "launched" &&
      status !== "closed" &&
      status !== "parked",
  ).map((one) =>
    itemAt(
      input,
      one,
      headOf(one),
      `was planned for ${one.team?.cycleId} and is \`${one.status ?? "draft"}\``,
      { owner: "both", people: [...new Set([...one.pm, ...one.eng])] },
    ),
  );
  if (before === undefined) return prds;
  const same = (name: string): string => name.trim().toLowerCase();
  const again = new Set(cycle.work.map(({ item }) => same(item)));
  const rows = before.cycle.work.map((row) => {
    const text = again.has(same(row.item))
      ? `${row.item} is planned again`
      : `${row.item}: is it done, or does it continue?`;
    return itemAt(input, { path: before.path, id: before.cycle.id }, row, text, {
      owner: "both",
      people: row.who,
    });
  });
  return [...prds, ...rows];
}

/** What the sides gave up, for the cycle before and for this one. */
function gaveUpItems(input: AgendaInput, planned: FiledCycle, before: FiledCycle | undefined): AgendaItem[] {
  return [before, planned].flatMap((one) =>
    (one?.cycle.gaveUp ?? []).map((line) =>
      itemAt(
        input,
        { path: one?.path ?? "", id: one?.cycle.id },
        line,
        `${line.who ?? "Somebody"} gave up: ${line.what}`,
      ),
    ),
  );
}
