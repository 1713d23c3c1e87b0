import { effectiveStatus } from "../check/check.ts";
import type { CheckOptions } from "../check/check.ts";
import type { PrdDocument } from "../document/model.ts";
import { isAgreedOn, statuses } from "../format/status.ts";
import type { Status } from "../format/status.ts";
import type { Problem } from "../problem.ts";
import { isDay } from "../text/days.ts";
import { allIn } from "./conversations.ts";
import type { Conversation } from "./conversations.ts";

/**
 * What must be settled before a PRD has a status: what is an error there; and nobody agrees to what is unanswered,
 * untested, disputed or not written yet. A question may stay open that has a day to come. What comes from `parked` to
 * where things are built passes the same gate, since it need not have been agreed before.
 *
 * @param problemsThen of both passes, at the status that it is to have
 * @param options those with which the problems were found
 * @returns in document order
 */
export function blockersOf(
  document: PrdDocument,
  problemsThen: readonly Problem[],
  to: Status,
  options: CheckOptions,
): Conversation[] {
  const agreeing = to === "agreed" || (isAgreedOn(to) && effectiveStatus(document) === "parked");
  return allIn(document, problemsThen, options).filter(
    (one) => one.severity === "error" || (agreeing && keepsFromAgreeing(one, options)),
  );
}

function keepsFromAgreeing({ about, code, due }: Conversation, { today }: CheckOptions): boolean {
  switch (about) {
    case "constraint":
    case "assumption":
    case "disagreement":
      return true;
    case "question":
      return due === undefined || !isDay(due) || due <= today;
    case "problem":
      // The template's own words; and questions that have no id, and so neither an owner nor a day.
      return code === "PRD005" || code === "PRD306";
  }
}

/**
 * Where a PRD can go beside the next status: back, the nearest first, or aside; from aside to anywhere. Nothing ahead is
 * skipped.
 */
export function otherStatuses(from: Status): Status[] {
  if (from === "parked") return statuses.filter((one) => one !== "parked");
  return [...statuses.slice(0, statuses.indexOf(from)).reverse(), "parked"];
}
