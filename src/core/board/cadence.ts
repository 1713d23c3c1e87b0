import { cadenceStrip, meetingsOf } from "../team/cadence.ts";
import { cyclesIn } from "../team/cycles.ts";
import { pairsOver } from "../team/pairs.ts";
import { addDays } from "../text/days.ts";
import { placeOf } from "./input.ts";
import type { BoardInput } from "./input.ts";
import type { CadenceBoard, SlotBoard, StripBoard } from "./model.ts";
import { allRetros } from "./retros.ts";

/** Weeks that the calendar strip shows: a quarter. */
const WEEKS = 13;

type Span = CadenceBoard["span"];

/** The meetings of a quarter: kept, missed, or still to come. */
export function cadenceBoard(input: BoardInput): CadenceBoard {
  const span = { from: addDays(input.today, 1 - 7 * WEEKS), to: input.today };
  const strips = [
    ...managersStrip(input, span),
    ...planningStrip(input, span),
    ...retroStrip(input, span),
    ...weeklyStrips(input, span),
  ];
  return { span, strips: strips.filter(({ slots }) => slots.length > 0) };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** Each pair's weekly while the two work together. Nothing is missed before the team keeps a log at all. */
function weeklyStrips(input: BoardInput, span: Span): StripBoard[] {
  const { index, config, today } = input;
  const begun = firstCycle(input);
  if (begun === undefined) return [];
  return pairsOver(index, config, today)
    .filter(({ until, spells }) => until >= span.from && spells.some(({ path }) => input.open.has(path)))
    .map(({ pm, eng, since, until, spells }) => {
      const own = { from: later(later(since, begun), span.from), to: until };
      const asked = { kind: "weekly", who: [pm, eng] };
      const slots = cadenceStrip(index, asked, config.cadence.weekly.every, own, today).map((stretch) => {
        const spell = spells.findLast(({ from }) => from <= stretch.to) ?? spells[0];
        const at = stretch.meetings.map(({ path, start }) => placeOf(input, path, start));
        if (at.length === 0 && spell !== undefined) at.push(placeOf(input, spell.path, spell.range.start));
        return { from: stretch.from, to: stretch.to, state: stretch.state, what: undefined, at };
      });
      return { kind: "weekly", who: [pm, eng], slots };
    });
}

function managersStrip(input: BoardInput, span: Span): StripBoard[] {
  const { index, config, today } = input;
  const begun = firstCycle(input);
  if (begun === undefined || begun > today) return [];
  const { every } = config.cadence.managers;
  const own = { from: later(begun, span.from), to: span.to };
  const slots = cadenceStrip(index, { kind: "managers" }, every, own, today).map((stretch): SlotBoard => {
    const at = stretch.meetings.map(({ path, start }) => placeOf(input, path, start));
    if (at.length === 0) at.push(...cyclePlace(input, stretch.from));
    return { from: stretch.from, to: stretch.to, state: stretch.state, what: undefined, at };
  });
  return [{ kind: "managers", who: [], slots }];
}

/** The cycle that a stretch without a meeting belongs to: where the meeting would have been written down. */
function cyclePlace(input: BoardInput, day: string): SlotBoard["at"] {
  const found = cyclesIn(input.index).findLast(({ cycle: { from } }) => from !== undefined && from <= day);
  return found === undefined ? [] : [placeOf(input, found.path, found.cycle.idRange.start)];
}

/** One planning for each cycle, so many days before it begins. */
function planningStrip(input: BoardInput, span: Span): StripBoard[] {
  const { index, config, today } = input;
  let before = "";
  const slots: SlotBoard[] = [];
  for (const { path, cycle } of cyclesIn(index)) {
    const { from, id, idRange } = cycle;
    if (from === undefined) continue;
    const day = addDays(from, -config.cadence.planning.before);
    const held = meetingsOf(index, { kind: "planning", until: from < today ? from : today }).filter(
      ({ date }) => date > before,
    );
    before = from;
    if (day < span.from || addDays(day, -14) > span.to) continue;
    const state =
      held.length > 0
        ? held.some(({ date }) => date <= day)
          ? "kept"
          : "late"
        : day < today
          ? "missed"
          : "open";
    const at = held.map((meeting) => placeOf(input, meeting.path, meeting.start));
    if (at.length === 0) at.push(placeOf(input, path, idRange.start));
    slots.push({ from: day, to: day, state, what: id, at });
  }
  return [{ kind: "planning", who: [], slots }];
}

/** One retro for each launch and incident, on the day by which the team wants it. */
function retroStrip(input: BoardInput, span: Span): StripBoard[] {
  const slots = allRetros(input).flatMap(({ due, held, state, id, name, at }): SlotBoard[] => {
    const day = due ?? held;
    if (day === undefined || day < span.from || day > addDays(span.to, 14)) return [];
    const kept = held !== undefined && held <= day ? "kept" : "late";
    return [
      {
        ...{ from: day, to: day, what: id ?? name, at: [at] },
        state: state === "held" ? kept : state === "overdue" || state === "early" ? "missed" : "open",
      },
    ];
  });
  return [{ kind: "retro", who: [], slots }];
}

function firstCycle({ index }: BoardInput): string | undefined {
  return cyclesIn(index).flatMap(({ cycle: { from } }) => from ?? [])[0];
}
