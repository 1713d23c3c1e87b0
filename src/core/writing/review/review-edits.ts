import { normalizeHandle, sameHandle } from "../../config/people.ts";
import { idKey } from "../../recognise/ids.ts";
import type { PrdDocument, Requirement, SignOff } from "../../document/model.ts";
import { renamedSignOffs } from "../../review/renamed.ts";
import type { Status } from "../../format/status.ts";
import type { FixEdit } from "../../problem.ts";
import { lineEnding } from "../../text/lines.ts";
import { fieldEdit } from "../header-edits.ts";
import { endOfSection, facetEdit, sectionItemEdit } from "../insert.ts";
import { signLine, signLineEdit } from "./sign-line.ts";

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
  const [edit] = signOffEdits(document, [requirement], who, today);
  // There is one edit for one requirement.
  return edit as FixEdit;
}

/** The same for several requirements; new lines are one edit, in the order given. */
export function signOffEdits(
  document: PrdDocument,
  requirements: readonly Requirement[],
  who: string,
  today: string,
): FixEdit[] {
  const edits: FixEdit[] = [];
  const added: string[] = [];
  for (const requirement of requirements) {
    const before = signOffOf(document, requirement, who);
    const line = signLine(document, requirement, who, today);
    if (before === undefined) added.push(line);
    else edits.push(signLineEdit(document.text, before, line));
  }
  if (added.length > 0) edits.push(sectionItemsEdit(document, added));
  return edits;
}

/** The line in which somebody signed a requirement; the last one where there are several. */
export function signOffOf(
  document: PrdDocument,
  { id }: Pick<Requirement, "id">,
  who: string,
): SignOff | undefined {
  const key = idKey(id);
  const own = document.signOffs.filter(({ requirement = "" }) => idKey(requirement) === key);
  const all = [...(renamedSignOffs(document).get(key) ?? []), ...own];
  return all.findLast((one) => one.who !== undefined && sameHandle(one.who, who));
}

/** Several items of Review, which are to stand below each other as a list. */
function sectionItemsEdit(document: PrdDocument, lines: readonly string[]): FixEdit {
  const section = document.sections.findLast(({ name }) => name === "Review");
  const { indent, bullet } = section ? endOfSection(document.text, section) : { indent: "", bullet: "-" };
  const between = `${lineEnding(document.text)}${indent}${bullet} `;
  return sectionItemEdit(document, "Review", [lines.join(between)]);
}

/** Says that nothing is seen that limits a requirement; undefined for a table row without a column for it. */
export function nothingLimitsEdit(
  document: PrdDocument,
  requirement: Requirement,
  who: string,
  today: string,
): FixEdit | undefined {
  const said = [`None seen, ${normalizeHandle(who)} ${today}`];
  return facetEdit(document, requirement, "constraints", { line: said, cell: said });
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
  return signLineEdit(document.text, signOff, line);
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
  const field = document.header.field("status");
  const value = field?.isList === true ? undefined : field?.values[0];
  if (value !== undefined) return [{ start: value.start, end: value.end, newText: to }];
  const edit = fieldEdit(document, "status", to);
  return edit === undefined ? [] : [edit];
}
