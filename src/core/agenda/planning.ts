import { daysBetween } from "../text/days.ts";
import { weeksOf } from "../text/effort.ts";
import { agreedSplit, renegotiatedSplit, sameSplit } from "../team/split.ts";
import { buckets } from "../team/model.ts";
import type { Bucket, Cycle, Meeting } from "../team/model.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { renegotiationItems } from "./drift.ts";
import { compare, headOf, itemAt, longestFirst } from "./item.ts";
import type { Agenda, AgendaInput, AgendaItem, AgendaScope, Refusal } from "./model.ts";
import { itemOf, toldIn } from "./open.ts";
import { cyclesIn, documentsIn } from "./people.ts";
import { nothingLeftOut, sectionsOf } from "./sections.ts";
import { listed, splitWords } from "./words.ts";

/** A cycle of the workspace with its document, and the one before it. */
interface Planned {
  readonly summary: DocumentSummary;
  readonly cycle: Cycle;
  readonly before: { readonly summary: DocumentSummary; readonly cycle: Cycle } | undefined;
}

/** What the caller has to look into for the planning of a cycle. */
export function planningScope(index: WorkspaceIndex, id: string): AgendaScope | Refusal {
  const planned = plannedCycle(index, id);
  if (planned === undefined) return { refused: unknownCycle(index, id) };
  const { summary, before } = planned;
  const paths = [summary.path, ...(before === undefined ? [] : [before.summary.path])];
  return { paths: paths.sort(), compare: undefined };
}

function plannedCycle(index: WorkspaceIndex, id: string): Planned | undefined {
  const all = cyclesIn(index).flatMap((summary) => {
    const cycle = summary.team?.cycle;
    return cycle === undefined ? [] : [{ summary, cycle }];
  });
  const found = all.find(({ cycle }) => cycle.id === id);
  if (found === undefined) return undefined;
  const { from } = found.cycle;
  const before =
    from === undefined
      ? undefined
      : all.findLast(({ cycle }) => cycle.from !== undefined && cycle.from < from);
  return { ...found, before };
}

function unknownCycle(index: WorkspaceIndex, id: string): string {
  const ids = cyclesIn(index).flatMap((one) => one.id ?? []);
  const there =
    ids.length === 0 ? "there is none yet" : `there ${ids.length === 1 ? "is" : "are"} ${listed(ids)}`;
  return `No cycle here is called ${id}; ${there}. \`seamwork new cycle ${id}\` begins it.`;
}

/**
 * The planning of a cycle: what keeps its split from being agreed, what there is and what is planned per bucket, what the
 * cycle before it did not finish, and what each side gave up.
 */
export function planning(id: string, input: AgendaInput): Agenda {
  const { index, today } = input;
  const planned = plannedCycle(index, id);
  if (planned === undefined) throw new RangeError(`No cycle is called ${id}.`);
  const { summary, before } = planned;
  const since = meetingFor(planned, today)?.date;
  const items = toldIn(input, summary.path).map(
    ([one]) => [one.severity === "error", itemOf(input, summary, one, since)] as const,
  );
  const unsettled =
    before === undefined
      ? []
      : toldIn(input, before.summary.path)
          .filter(([one]) => one.about !== "problem")
          .map(([one]) => itemOf(input, before.summary, one, since));
  const those = (blocks: boolean): AgendaItem[] =>
    items.flatMap(([stops, item]) => (stops === blocks ? [item] : []));
  return {
    kind: "planning",
    of: [id],
    today,
    since,
    minutes: undefined,
    sections: sectionsOf([
      ["blocks", "What blocks", longestFirst(those(true), today)],
      ["waits", "What waits", longestFirst([...those(false), ...unsettled], today)],
      [
        "drifted",
        `What changed since ${since ?? ""}`,
        since === undefined ? [] : renegotiationItems(input, since, [summary]),
      ],
      ["capacity", "What there is", capacityItems(input, planned)],
      ["planned", "What is planned", workItems(input, planned)],
      // What was carried over and given up was the subject of a planning that is logged.
      ["carried", "What was carried over", since === undefined ? carriedItems(input, planned) : []],
      ["gave-up", "What each side gave up", gaveUpItems(input, planned, since !== undefined)],
    ]),
    leftOut: nothingLeftOut,
    notes: [],
  };
}

/** The planning that was for this cycle: in its own log, or late in that of the cycle before. */
function meetingFor({ cycle, before }: Planned, today: string): Meeting | undefined {
  const isPlanning = ({ kind, date }: Meeting): boolean => kind === "planning" && date <= today;
  const latest = (all: readonly Meeting[]): Meeting | undefined =>
    [...all].sort((a, b) => compare(b.date, a.date))[0];
  const own = latest(cycle.cadence.filter(isPlanning));
  const { from } = cycle;
  if (own !== undefined || from === undefined) return own;
  const begun = before?.cycle.from ?? from;
  const nearer = ({ date }: Meeting): boolean =>
    (daysBetween(date, from) ?? 0) < (daysBetween(begun, date) ?? 0);
  return latest((before?.cycle.cadence ?? []).filter((one) => isPlanning(one) && nearer(one)));
}

function capacityItems(input: AgendaInput, { summary, cycle, before }: Planned): AgendaItem[] {
  const { capacity, split, agreements } = cycle;
  const items: AgendaItem[] = [];
  const at = cycle.capacityRange ?? cycle.idRange;
  items.push(
    capacity === undefined
      ? itemAt(input, summary, at, "How many weeks of engineering are there? The header has no capacity.", {
          owner: "engineering",
        })
      : itemAt(input, summary, at, `There are ${weeksOf(capacity)} of engineering`),
  );
  if (split !== undefined) {
    const agreed = agreedSplit(cycle);
    const who = agreements.flatMap((one) => one.who ?? []);
    const said =
      who.length === 0
        ? "nobody has agreed to it yet"
        : agreed === undefined
          ? `${listed(who)} agreed to different ones`
          : `agreed by ${listed(who)}`;
    items.push(itemAt(input, summary, cycle.splitRange, `The split is ${splitWords(split)}: ${said}`));
  }
  const [last, first] = [before && renegotiatedSplit(before.cycle), before && agreedSplit(before.cycle)];
  if (before !== undefined && first !== undefined && last !== undefined) {
    const anew = sameSplit(first, last) ? "" : `, and ended with ${splitWords(last)}`;
    const text = `agreed on ${splitWords(first)}${anew}`;
    items.push(itemAt(input, before.summary, before.cycle.splitRange, text));
  }
  return items;
}

interface Work {
  readonly name: string;
  readonly bucket: Bucket | undefined;
  readonly days: number | undefined;
}

function workOf(index: WorkspaceIndex, cycle: Cycle): Work[] {
  const prds = documentsIn(
    index,
    ({ kind, status, team }) => kind === "prd" && team?.cycleId === cycle.id && status !== "parked",
  );
  return [
    ...prds.map(({ id, path, team }) => ({ name: id ?? path, bucket: team?.bucket, days: team?.days })),
    ...cycle.work.map(({ item, bucket, days }) => ({ name: item, bucket, days })),
  ];
}

/** Pieces of work that a line names; of more it says how many. */
const MOST_NAMED = 8;

function workItems(input: AgendaInput, { summary, cycle }: Planned): AgendaItem[] {
  const all = workOf(input.index, cycle);
  const { capacity, split } = cycle;
  const items = buckets.map((bucket) => {
    const work = all.filter((one) => one.bucket === bucket);
    const days = work.reduce((sum, one) => sum + (one.days ?? 0), 0);
    const room =
      capacity === undefined || split === undefined
        ? ""
        : `, ${weeksOf((capacity * split[bucket]) / 100)} there`;
    return itemAt(
      input,
      summary,
      cycle.splitRange,
      `${bucket}: ${weeksOf(days)} planned${room}${named(work)}`,
    );
  });
  const open = [
    ["no bucket", all.filter((one) => one.bucket === undefined)],
    ["no effort", all.filter((one) => one.bucket !== undefined && one.days === undefined)],
  ] as const;
  for (const [what, work] of open) {
    if (work.length === 0) continue;
    const text = `${what} is written down for ${listed(work.map(({ name }) => name))}`;
    items.push(itemAt(input, summary, cycle.splitRange, text, { owner: "both" }));
  }
  return items;
}

function named(work: readonly Work[]): string {
  if (work.length === 0) return "";
  const shown = work
    .slice(0, MOST_NAMED)
    .map(({ name, days }) => (days === undefined ? name : `${name} (${weeksOf(days)})`));
  const more = work.length - shown.length;
  return `: ${listed([...shown, ...(more > 0 ? [`${more} more`] : [])])}`;
}

function carriedItems(input: AgendaInput, { cycle, before }: Planned): AgendaItem[] {
  const { index } = input;
  const earlier = new Set(
    cyclesIn(index)
      .filter(({ team }) => (team?.cycle?.from ?? "9999") < (cycle.from ?? ""))
      .flatMap(({ id }) => id ?? []),
  );
  const prds = documentsIn(
    index,
    ({ kind, status, team }) =>
      kind === "prd" &&
      earlier.has(team?.cycleId ?? "") &&
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
      : `${row.item}: is it done, or does it go on?`;
    return itemAt(input, before.summary, row, text, { owner: "both", people: row.who });
  });
  return [...prds, ...rows];
}

/** What this cycle's sides gave up and, before it is planned, what they gave up for the one before. */
function gaveUpItems(input: AgendaInput, { summary, cycle, before }: Planned, over: boolean): AgendaItem[] {
  const then =
    before === undefined || over ? [] : before.cycle.gaveUp.map((one) => [before.summary, one] as const);
  const now = cycle.gaveUp.map((one) => [summary, one] as const);
  return [...then, ...now].map(([document, one]) =>
    itemAt(input, document, one, `${one.who ?? "Somebody"} gave up: ${one.what}`),
  );
}
