import { sameHandle } from "../config/people.ts";
import { cyclesIn } from "../team/cycles.ts";
import type { FiledCycle } from "../team/cycles.ts";
import { placeOf } from "../team/pairs.ts";
import type { Pair } from "../team/pairs.ts";
import { retroState } from "../team/retros.ts";
import { addDays } from "../text/days.ts";
import type { RetroAction } from "../facts/model.ts";
import { shorten } from "../words/shorten.ts";
import type { DocumentSummary } from "../workspace/workspace-index.ts";
import { daysPast, headOf, itemAt } from "./item.ts";
import type { AgendaInput, AgendaItem } from "./model.ts";
import { count } from "../words/count.ts";

/** The last day that an agenda looks ahead to: that of the meeting after the next one. */
export function lastDayOf(today: string, every: number): string {
  return addDays(today, 2 * every);
}

/** PRDs that launch soon, or should have. */
export function launchItems(
  input: AgendaInput,
  summaries: readonly DocumentSummary[],
  until: string,
): AgendaItem[] {
  return summaries.flatMap((summary) => {
    const { kind, status = "draft", team, pm, eng } = summary;
    const day = team?.launch;
    if (kind !== "prd" || day === undefined || day > until) return [];
    if (status === "launched" || status === "closed" || status === "parked") return [];
    const past = daysPast(day, input.today);
    const text =
      past === undefined
        ? `is due to launch and is \`${status}\``
        : `was due to launch and is \`${status}\`: has it launched, or when will it?`;
    const people = [...new Set([...pm, ...eng])];
    return [itemAt(input, summary, headOf(summary), text, { owner: "both", people, due: day })];
  });
}

/** The day on which a joint retro is due; undefined where none is, or it was held. */
export function retroDue(
  { index, config, today }: Pick<AgendaInput, "index" | "config" | "today">,
  { path, kind, status }: DocumentSummary,
): string | undefined {
  const found = retroState(path, index, config.cadence.retro.after, today);
  switch (found.state) {
    case "planned":
    case "overdue":
      return found.on;
    case "unplanned":
      return kind === "retro" || status === "launched" || status === "closed" ? found.on : undefined;
    default:
      return undefined;
  }
}

/** Joint retros that are due soon, or should have been held. */
export function retroItems(
  input: AgendaInput,
  summaries: readonly DocumentSummary[],
  until: string,
): AgendaItem[] {
  return summaries.flatMap((summary) => {
    const due = retroDue(input, summary);
    if (due === undefined || due > until) return [];
    const past = daysPast(due, input.today);
    const text = past === undefined ? "The joint retro is due" : "The joint retro has not been held yet";
    const people = [...new Set([...summary.pm, ...summary.eng])];
    const at = summary.team?.retro ?? headOf(summary);
    return [itemAt(input, summary, at, text, { owner: "both", people, due })];
  });
}

/** Retro actions that nobody has done yet and that are due until a day, or have none. */
export function actionItems(
  input: AgendaInput,
  summaries: readonly DocumentSummary[],
  until: string,
  wanted: (action: RetroAction, summary: DocumentSummary) => boolean,
): AgendaItem[] {
  return summaries.flatMap((summary) =>
    (summary.team?.retro?.actions ?? [])
      .filter((one) => one.done === undefined && (one.by === undefined || one.by <= until))
      .filter((one) => wanted(one, summary))
      .map((one) => actionItem(input, summary, one)),
  );
}

/** One action of a retro, done or not. */
export function actionItem(input: AgendaInput, summary: DocumentSummary, one: RetroAction): AgendaItem {
  const { id, text, by, done, who } = one;
  const said = shorten(text.replace(/[.;:]+$/, ""), 140);
  const state = done === undefined ? "is to be done" : `was done on ${done}`;
  return itemAt(input, summary, one, `${id} ${state}${said === "" ? "" : `: ${said}`}`, {
    owner: done === undefined ? "both" : undefined,
    people: who,
    due: done === undefined ? by : undefined,
  });
}

/** True where one of the people is to do it, or nobody is named in a document of theirs. */
export function concernsAction(people: readonly string[]) {
  const named = (all: readonly string[]): boolean =>
    all.some((one) => people.some((other) => sameHandle(one, other)));
  return ({ who }: RetroAction, { pm, eng }: DocumentSummary): boolean =>
    who.length > 0 ? named(who) : named([...pm, ...eng]);
}

/** The last cycle where it ends soon, or has ended, and none follows. */
export function lastCycleItems(input: AgendaInput, until: string): AgendaItem[] {
  const { index, config, today } = input;
  const cycles = cyclesIn(index).filter(({ cycle: { from } }) => from !== undefined);
  const last = cycles.reduce<FiledCycle | undefined>(
    (one, other) => ((other.cycle.to ?? "") > (one?.cycle.to ?? "") ? other : one),
    undefined,
  );
  const { id, idRange, to } = last?.cycle ?? {};
  if (last === undefined || idRange === undefined || to === undefined || to > until) return [];
  if (cycles.some(({ cycle: { from } }) => from !== undefined && from > to)) return [];
  const text = `Its last day ${to < today ? "was" : "is"} ${to}, and there is no next cycle yet`;
  const due = addDays(to, 1 - config.cadence.planning.before);
  return [itemAt(input, { path: last.path, id }, idRange, text, { owner: "both", due })];
}

/** Cycles that start soon. */
export function cycleItems(input: AgendaInput, until: string): AgendaItem[] {
  return cyclesIn(input.index).flatMap(({ path, cycle: { id, idRange, from } }) => {
    if (from === undefined || from <= input.today || from > until) return [];
    const planning = addDays(from, -input.config.cadence.planning.before);
    const planned = planning < input.today ? "was" : "is";
    const text = `It starts soon; its planning ${planned} due ${planning}`;
    return [itemAt(input, { path, id }, idRange, text, { owner: "both", due: from })];
  });
}

/** Pairs that have worked together long enough to rotate soon, or longer. */
export function rotationItems(input: AgendaInput, pairs: readonly Pair[], until: string): AgendaItem[] {
  const { index, config, today } = input;
  return pairs.flatMap((pair) => {
    const { pm, eng, since, days, current, hold } = pair;
    const due = addDays(since, config.cadence.rotation.every);
    const place = placeOf(pair, index, today);
    if (!current || hold !== undefined || due > until || place === undefined) return [];
    const text = `Paired for ${count(days, "day")}: rotate, or hold until when?`;
    const summary = index.get(place.path) ?? { path: place.path, id: undefined };
    return [itemAt(input, summary, place, text, { owner: "managers", people: [pm, eng], due })];
  });
}
