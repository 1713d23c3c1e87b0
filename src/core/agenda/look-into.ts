import { checkDocument, checkInWorkspace, effectiveStatus, inOrder } from "../check/check.ts";
import type { CheckOptions } from "../check/check.ts";
import { headerKind, parseHeader } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { statusIn } from "../document/status.ts";
import { nextStatus, statuses } from "../format/status.ts";
import type { Status } from "../format/status.ts";
import { conversationsOf } from "../readiness/conversations.ts";
import { readiness } from "../readiness/readiness.ts";
import type { Problem } from "../problem.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import type { OpenDocument } from "./model.ts";

/**
 * What is open in a document of a scope, of any kind, with what stands in the way of a PRD's next status.
 *
 * @param options with `allRules`, since an agenda speaks of cycles and retros too
 */
export function lookInto(
  document: PrdDocument,
  path: string,
  index: WorkspaceIndex,
  options: CheckOptions,
): OpenDocument {
  const problems = (as?: Status): Problem[] =>
    inOrder([
      ...checkDocument(document, { ...options, as }),
      ...checkInWorkspace(document, path, index, { ...options, as }),
    ]);
  const now = problems();
  if (headerKind(document.header) !== "prd")
    return { document, conversations: conversationsOf(document, now, options), ready: undefined };
  const next = nextStatus(effectiveStatus(document));
  return { document, ...readiness(document, now, next === undefined ? [] : problems(next), options) };
}

/**
 * Whether a PRD had come to a status, or further, on the path that all of them take.
 *
 * @param text the PRD as it was, or its head
 */
export function hadComeTo(text: string, status: Status): boolean {
  const was = statusIn(parseHeader(text));
  return was !== undefined && was !== "parked" && statuses.indexOf(was) >= statuses.indexOf(status);
}
