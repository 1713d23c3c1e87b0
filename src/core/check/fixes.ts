import { isInConflict } from "../document/status.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Fix, Problem } from "../problem.ts";
import { fixesByCode } from "../rules/fixes.ts";
import type { FixesByCode } from "../rules/fixes.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import { contextOf } from "./check.ts";
import type { CheckOptions } from "./check.ts";
import { apart } from "./group.ts";

/** Where a fix is worked out: the document's path and the other documents, where they are known, and for whom. */
export interface FixPlace {
  readonly path: string;
  readonly index: WorkspaceIndex;
  /** The handle of the person who asks. */
  readonly me?: string | undefined;
}

/** The fixes for a problem, in the document version that it was found in; the preferred one first. */
export function fixesFor(
  problem: Problem,
  document: PrdDocument,
  options: CheckOptions,
  place?: FixPlace,
  by: FixesByCode = fixesByCode,
): Fix[] {
  const fixes = by[problem.code];
  // Whatever it wrote would go into one of two versions.
  if (fixes === undefined || isInConflict(document)) return [];
  const context = { ...contextOf(document, options), ...place };
  return apart(problem).flatMap((one) => fixes(one, context));
}
