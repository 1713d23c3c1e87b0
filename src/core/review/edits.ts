import { normalizeHandle, sameHandle } from "../config/people.ts";
import { idKey } from "../document/ids.ts";
import type { PrdDocument, Requirement, SignOff } from "../document/model.ts";
import type { Status } from "../document/status.ts";
import { fieldEdit } from "../rules/header-edits.ts";
import { sectionItemEdit } from "../rules/insert.ts";
import type { FixEdit } from "../rules/rule.ts";
import { signLine, signLineRange } from "./sign-line.ts";

/*
 * What a reviewer does, as edits of the document's text. Each is plain text: nothing is left to fill in.
 */

/**
 * Signs a requirement off as it stands. The line of somebody who signed it before is replaced.
 *
 * @param who the reviewer's handle
 * @param today `YYYY-MM-DD`
 */
export function signOffEdit(
  document: PrdDocument,
  requirement: Requirement,
  who: string,
  today: string,
): FixEdit {
  const before = document.signOffs.findLast(
    (one) =>
      one.who !== undefined &&
      sameHandle(one.who, who) &&
      idKey(one.requirement ?? "") === idKey(requirement.id),
  );
  const line = signLine(document, requirement, who, today);
  return before === undefined
    ? sectionItemEdit(document, "Review", [line])
    : { ...signLineRange(document.text, before), newText: line };
}

/**
 * Carries a sign-off over changes that are only wording: its day stays, and the line says when it was carried. Only the
 * reviewer can say that; whoever calls this asks them.
 */
export function carryEdit(
  document: PrdDocument,
  requirement: Requirement,
  signOff: SignOff,
  today: string,
): FixEdit {
  const { who = "", date = today } = signOff;
  const line = signLine(document, requirement, who, date, today);
  return { ...signLineRange(document.text, signOff), newText: line };
}

/** Moves the status on although something stands in the way, with the reason in Review. */
export function moveAnywayEdits(
  document: PrdDocument,
  to: Status,
  who: string,
  today: string,
  reason: string,
): FixEdit[] {
  const sentence = reason.trim().replace(/\s+/g, " ");
  const ended = /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
  const item = [`**Moved to ${to}** ${normalizeHandle(who)} ${today}: ${ended}`];
  return [...statusEdits(document, to), sectionItemEdit(document, "Review", item)];
}

/** Writes a status into the header; nothing where the header can take no line. */
export function statusEdits(document: PrdDocument, to: Status): FixEdit[] {
  const value = document.header.field("status")?.values[0];
  if (value !== undefined) return [{ start: value.start, end: value.end, newText: to }];
  const edit = fieldEdit(document, "status", to);
  return edit === undefined ? [] : [edit];
}
