import type { Config } from "../config/config.ts";
import { normalizeHandle, sameHandle } from "../config/people.ts";
import { addDays, daysBetween } from "../text/days.ts";
import { keptPerIndex } from "../workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import { cycleOn, cyclesIn } from "./cycles.ts";
import type { Meeting } from "../facts/model.ts";

/** A meeting and the document in whose log it stands. */
export interface MeetingIn extends Meeting {
  readonly path: string;
}

/** The meetings of all logs, by day; those of one day as their documents have them. */
export const meetingsIn: (index: WorkspaceIndex) => readonly MeetingIn[] = keptPerIndex((index) =>
  chosen(index, () => true),
);

/** Of a log of any length only what is asked for is taken along. */
function chosen(index: WorkspaceIndex, isWanted: (meeting: Meeting) => boolean): MeetingIn[] {
  const found: MeetingIn[] = [];
  for (const { path, cycle } of cyclesIn(index))
    for (const meeting of cycle.cadence) {
      if (!isWanted(meeting)) continue;
      const { start, end, date, kind, who, minutes, note } = meeting;
      found.push({ start, end, date, kind, who, minutes, note, path });
    }
  return found.sort((a, b) => compare(a.date, b.date));
}

/** Which meetings are asked for. */
export interface MeetingsOf {
  readonly kind: string;
  /** Handles that were all there; everybody's meetings when absent. */
  readonly who?: readonly string[];
  /** The last day that counts: a line with a later day is a plan. */
  readonly until: string;
}

/** The meetings of a kind, by day. */
export function meetingsOf(index: WorkspaceIndex, asked: MeetingsOf): MeetingIn[] {
  return chosen(index, (meeting) => isAsked(meeting, asked));
}

export function lastMeeting(index: WorkspaceIndex, asked: MeetingsOf): MeetingIn | undefined {
  let last: { readonly meeting: Meeting; readonly path: string } | undefined;
  for (const { path, cycle } of cyclesIn(index))
    for (const meeting of cycle.cadence)
      if ((last === undefined || meeting.date >= last.meeting.date) && isAsked(meeting, asked))
        last = { meeting, path };
  return last === undefined ? undefined : { ...last.meeting, path: last.path };
}

function isAsked(meeting: Meeting, { kind, who, until }: MeetingsOf): boolean {
  return (
    meeting.kind === kind &&
    meeting.date <= until &&
    (who === undefined || who.every((one) => meeting.who.some((other) => sameHandle(one, other))))
  );
}

/** When a meeting that comes back is due, and when it last was; days. */
export interface Due {
  readonly last: string | undefined;
  readonly due: string;
}

/**
 * When the managers next meet: as many days after the last time as the team's cadence has, or after the cycle began where they
 * have not met since.
 *
 * @returns undefined where no cycle contains the day
 */
export function managersDue(index: WorkspaceIndex, config: Config, today: string): Due | undefined {
  const from = cycleOn(index, today)?.cycle.from;
  if (from === undefined) return undefined;
  const last = lastMeeting(index, { kind: "managers", until: today })?.date;
  return { last, due: addDays(last ?? from, config.cadence.managers.every) };
}

/**
 * When a pair's weekly is next due: by its last one, or by the day on which the two began.
 *
 * @param since the day on which they began; nothing is due where neither is known
 */
export function weeklyDue(
  index: WorkspaceIndex,
  pair: readonly [string, string],
  since: string | undefined,
  config: Config,
  today: string,
): Due | undefined {
  const last = lastMeeting(index, { kind: "weekly", who: pair, until: today })?.date;
  const from = last ?? since;
  return from === undefined ? undefined : { last, due: addDays(from, config.cadence.weekly.every) };
}

/** When planning is due: some days before the next cycle, or before the day after the last one that there is. */
export function planningDue(index: WorkspaceIndex, config: Config, today: string): Due | undefined {
  const cycles = cyclesIn(index);
  const next = cycles.find(({ cycle: { from } }) => from !== undefined && from > today)?.cycle.from;
  const end = cycles
    .map(({ cycle }) => cycle.to)
    .filter((to): to is string => to !== undefined)
    .sort(compare)
    .at(-1);
  const from = next ?? (end === undefined ? undefined : addDays(end, 1));
  if (from === undefined) return undefined;
  const last = lastMeeting(index, { kind: "planning", until: today })?.date;
  return { last, due: addDays(from, -config.cadence.planning.before) };
}

/** A stretch in which one meeting of a kind belongs; both days are in it. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  /** Those that were held in it. */
  readonly meetings: readonly MeetingIn[];
  /** *Open* is one that has not ended yet and has no meeting so far. */
  readonly state: "kept" | "missed" | "open";
}

/** Most stretches of one strip: what a calendar can show. */
const MOST_STRETCHES = 1_000;

/**
 * A calendar strip: stretches of as many days as the cadence has, and whether each kept its meeting.
 *
 * @param every days
 * @param asked without `until`, which is `today`
 * @param span first and last day of the strip
 */
export function cadenceStrip(
  index: WorkspaceIndex,
  asked: Omit<MeetingsOf, "until">,
  every: number,
  span: { readonly from: string; readonly to: string },
  today: string,
): Stretch[] {
  const length = daysBetween(span.from, span.to);
  if (length === undefined || every < 1) return [];
  const meetings = meetingsOf(index, { ...asked, until: today });
  const strip: Stretch[] = [];
  let next = meetings.findIndex(({ date }) => date >= span.from);
  for (let day = 0; day <= length && strip.length < MOST_STRETCHES; day += every) {
    const from = addDays(span.from, day);
    const last = addDays(from, every - 1);
    const to = last < span.to ? last : span.to;
    const held: MeetingIn[] = [];
    for (let one = meetings[next]; next >= 0 && one !== undefined && one.date <= to; one = meetings[++next])
      held.push(one);
    const state = held.length > 0 ? "kept" : to < today ? "missed" : "open";
    strip.push({ from, to, meetings: held, state });
  }
  return strip;
}

/** Days are compared as the texts that they are, whatever the language of the machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The weeklies of each two people, by day: those of three and more are another meeting, one person alone is none. */
export const weekliesByPair: (index: WorkspaceIndex) => ReadonlyMap<string, readonly MeetingIn[]> =
  keptPerIndex((index) => {
    const pairs = new Map<string, MeetingIn[]>();
    // The same people meet again and again, and a long log has them once.
    const known = new Map<readonly string[], string | undefined>();
    for (const meeting of chosen(index, ({ kind }) => kind === "weekly")) {
      if (!known.has(meeting.who)) known.set(meeting.who, twoOf(meeting.who));
      const key = known.get(meeting.who);
      if (key === undefined) continue;
      const before = pairs.get(key);
      if (before === undefined) pairs.set(key, [meeting]);
      else before.push(meeting);
    }
    return pairs;
  });

/** Two people in one order; undefined for more and for fewer. */
function twoOf(who: readonly string[]): string | undefined {
  const names = [...new Set(who.map((one) => normalizeHandle(one).toLowerCase()))].sort(compare);
  return names.length === 2 ? names.join(" ") : undefined;
}
