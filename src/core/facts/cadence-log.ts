import { datePattern, handlesIn } from "../document/answers.ts";
import type { PrdDocument } from "../document/model.ts";
import { isDay } from "../text/days.ts";
import { lineEndAt } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import type { Meeting } from "./model.ts";

const begins = new RegExp(String.raw`^\s*(${datePattern})\s+([\p{L}-]+)(?![\p{L}\p{N}_])`, "u");
const duration = /\b(\d{1,4})\s*min(?:utes?)?\b/i;

/** What a line says behind its day and kind. */
type Told = Pick<Meeting, "who" | "minutes" | "note">;

/**
 * A line of the cadence log without its list mark: `2026-07-06 weekly @lena @mara, 15 min: D1 of PRD-042 opened`.
 *
 * @returns undefined for a text that does not begin with a day of the calendar and a kind
 */
export function meetingIn(text: string, { start, end }: Range): Meeting | undefined {
  const [found, date, kind] = begins.exec(text) ?? [];
  if (found === undefined || date === undefined || kind === undefined || !isDay(date)) return undefined;
  return { start, end, date, kind: kind.toLowerCase(), ...toldIn(text.slice(found.length)) };
}

function toldIn(rest: string): Told {
  const colon = rest.search(/[:：](?:\s|$)/);
  const head = colon < 0 ? rest : rest.slice(0, colon);
  const minutes = duration.exec(head)?.[1];
  return {
    who: handlesIn(head),
    minutes: minutes === undefined ? undefined : Number(minutes),
    note: colon < 0 ? "" : rest.slice(colon + 1).trim(),
  };
}

const heading = /^ {0,3}#{2,6}[ \t]+cadence[ \t]*#*[ \t]*$/im;
const nextHeading = /^ {0,3}#{1,6}(?:[ \t]|$)/m;

/**
 * The meetings of a log that is too long to be parsed as markdown (PRD012). Years of meetings are lines of one shape, so
 * they are read line by line, and what hangs on them goes on: when the managers last met is not forgotten because the log is long.
 */
export function unparsedMeetings({ text, tooDeep }: Pick<PrdDocument, "text" | "tooDeep">): Meeting[] {
  const meetings: Meeting[] = [];
  for (const stretch of tooDeep) {
    const found = heading.exec(text.slice(stretch.start, stretch.end));
    if (found === null) continue;
    const from = stretch.start + found.index + found[0].length;
    const next = nextHeading.exec(text.slice(from));
    readLines(text, from, next === null ? text.length : from + next.index, meetings);
    break;
  }
  return meetings;
}

const line = new RegExp(String.raw`([ \t]*)[-*+][ \t]+(${datePattern})[ \t]+([^\s,:;]+)([^\r\n]*)`, "y");
const isKind = /^[\p{L}-]+$/u;

/** Days, kinds and what is said of a meeting come again and again; each is read and kept once, or memory alone would take seconds. */
const MOST_KEPT = 10_000;

function readLines(text: string, from: number, to: number, meetings: Meeting[]): void {
  const days = kept((day) => (isDay(day) ? day : undefined));
  const kinds = kept((kind) => (isKind.test(kind) ? kind.toLowerCase() : undefined));
  const told = kept(toldIn);
  for (let at = from; at < to;) {
    const end = lineEndAt(text, at);
    line.lastIndex = at;
    const [, indent = "", written = "", word = "", rest = ""] = line.exec(text) ?? [];
    const date = days(written);
    const kind = kinds(word);
    if (date !== undefined && kind !== undefined) {
      const { who, minutes, note } = told(rest);
      meetings.push({ start: at + indent.length, end, date, kind, who, minutes, note });
    }
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
}

function kept<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size < MOST_KEPT) known.set(text, value);
    }
    return value;
  };
}
