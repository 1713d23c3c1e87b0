import { normalizeHandle } from "../../config/people.ts";
import { insertionAfter } from "../../document/insertion.ts";
import type { PrdDocument } from "../../document/model.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { FixEdit } from "../../problem.ts";
import { lineEnding, lineStartAt } from "../../text/lines.ts";
import { itemEdit } from "../insert.ts";
import type { Said } from "../said.ts";
import { cycleItemEdit } from "./cycle-section.ts";
import { oneLine } from "../../words/sentence.ts";

export interface HeldMeeting {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** One word: `weekly`, `managers`, `planning`, `retro`, `rotation`, or the team's own. */
  readonly kind: string;
  /** Handles. */
  readonly who: readonly string[];
  readonly minutes?: number | undefined;
  readonly note?: string | undefined;
}

/** Writes a meeting into a cycle's log, behind the last line of its day or an earlier one. */
export function meetingEdit(document: PrdDocument, { date, kind, who, minutes, note }: HeldMeeting): FixEdit {
  const word = oneLine(kind).toLowerCase().replace(/\s+/g, "-");
  const people = who.map((one) => ` ${normalizeHandle(one)}`).join("");
  const length = minutes === undefined ? "" : `, ${Math.max(0, Math.round(minutes))} min`;
  const said = oneLine(note ?? "");
  return meetingSaidEdit(document, date, [
    `${date} ${word}${people}${length}${said === "" ? "" : `: ${said}`}`,
  ]);
}

/** The same with places that a person fills in. */
export function meetingSaidEdit(document: PrdDocument, date: string, line: Said): FixEdit {
  const { text } = document;
  const log = cycleOf(document)?.cadence ?? [];
  const before = log.findLast((meeting) => meeting.date <= date);
  if (before !== undefined) return itemEdit(text, insertionAfter(text, before.start, before.end), line);
  const first = log[0];
  if (first === undefined) return cycleItemEdit(document, "Cadence", line);
  const offset = lineStartAt(text, first.start);
  const [, indent = "", bullet = "-"] = /^([ \t]*)([-*+])?/.exec(text.slice(offset, first.end)) ?? [];
  const edit = itemEdit(text, { offset, indent, bullet, blankLine: false }, line);
  // Before the first line, not behind another one: the line end goes to the other side.
  const end = lineEnding(text);
  return { ...edit, newText: edit.newText.slice(end.length) + end };
}
