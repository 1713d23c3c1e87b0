import type { CheckOptions } from "../check/check.ts";
import type { PrdDocument } from "../document/model.ts";
import { statuses } from "../format/status.ts";
import type { Status } from "../format/status.ts";
import type { Problem } from "../problem.ts";
import { allIn } from "./conversations.ts";
import type { Conversation } from "./conversations.ts";

/**
 * What must be settled before a PRD has a status: what is an error there; and nobody agrees to what is unanswered or
 * untested.
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
  return allIn(document, problemsThen, options).filter(
    ({ about, severity }) =>
      severity === "error" || (to === "agreed" && (about === "constraint" || about === "assumption")),
  );
}

/**
 * Where a PRD can go beside the next status: back, the nearest first, or aside; from aside to anywhere. Nothing ahead is
 * skipped.
 */
export function otherStatuses(from: Status): Status[] {
  if (from === "parked") return statuses.filter((one) => one !== "parked");
  return [...statuses.slice(0, statuses.indexOf(from)).reverse(), "parked"];
}
