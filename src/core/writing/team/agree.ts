import { normalizeHandle, sameHandle } from "../../config/people.ts";
import { insertionAfter } from "../../document/insertion.ts";
import type { PrdDocument } from "../../document/model.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { Agreement, Split } from "../../facts/model.ts";
import { carriedOn, sameSplit, splitText } from "../../facts/split.ts";
import type { FixEdit } from "../../problem.ts";
import { lineEndAt } from "../../text/lines.ts";
import { answerEdit, itemEdit } from "../insert.ts";
import { askedToAgree } from "./agreement-question.ts";
import { cycleItemEdit } from "./cycle-section.ts";

/**
 * Somebody agrees to the split that the header has now, in a line of their own; the line that they have already says so
 * from now on. Questions that asked them for it are answered.
 *
 * @param who handle of the person who agrees
 * @param today `YYYY-MM-DD`
 * @returns nothing where the header has no split to agree to, or they have agreed to it
 */
export function agreeEdits(document: PrdDocument, who: string, today: string): FixEdit[] {
  const cycle = cycleOf(document);
  if (cycle?.split === undefined) return [];
  const { split, agreements, renegotiations } = cycle;
  const own = agreements.findLast((one) => one.who !== undefined && sameHandle(one.who, who));
  if (own?.split !== undefined && sameSplit(carriedOn(own.split, renegotiations).now, split)) return [];
  const answers = askedToAgree(document, who).map((one) =>
    answerEdit(one, [`Answered ${normalizeHandle(who)} ${today}: agreed.`]),
  );
  if (own !== undefined) return [...againEdits(document.text, own, who, split, today), ...answers];
  const line = agreedLine(who, split, today);
  const last = agreements.at(-1);
  const edit =
    last === undefined
      ? cycleItemEdit(document, "Agreement", [line])
      : itemEdit(document.text, insertionAfter(document.text, last.start, last.end), [line]);
  return [edit, ...answers];
}

/** `**Agreed** @lena, 2026-06-28 `p60 h25 o15`` */
export function agreedLine(who: string, split: Split, today: string): string {
  return `**Agreed** ${normalizeHandle(who)}, ${today} \`${splitText(split)}\``;
}

/** Only day and split change, so that what a colleague writes beside them at the same moment stays where it is. */
function againEdits(text: string, own: Agreement, who: string, split: Split, today: string): FixEdit[] {
  const line = text.slice(own.start, Math.min(own.end, lineEndAt(text, own.start))).trimEnd();
  const edits: FixEdit[] = [];
  const replace = (from: number, length: number, newText: string): void => {
    if (line.slice(from, from + length) !== newText)
      edits.push({ start: own.start + from, end: own.start + from + length, newText });
  };
  const handle = own.who ?? normalizeHandle(who);
  const day = own.date === undefined ? -1 : line.indexOf(own.date);
  if (day < 0) replace(Math.max(0, line.indexOf(handle)) + handle.length, 0, `, ${today}`);
  else replace(day, today.length, today);
  const code = /`([^`]*)`/.exec(line);
  if (code?.[1] === undefined) replace(line.length, 0, ` \`${splitText(split)}\``);
  else replace(code.index + 1, code[1].length, splitText(split));
  // A handle that ends its line gets both behind it.
  const [first, second] = edits;
  return first !== undefined && first.start === second?.start
    ? [{ start: first.start, end: first.end, newText: first.newText + second.newText }]
    : edits;
}
