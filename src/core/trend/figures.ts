import { checkDocument, checkInWorkspace, concernsWorkspace } from "../check/check.ts";
import type { CheckOptions } from "../check/check.ts";
import { headerKind } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { conversationsOf } from "../readiness/conversations.ts";
import type { Conversation } from "../readiness/conversations.ts";
import { allRules } from "../rules/all.ts";
import type { Problem, Seam } from "../problem.ts";
import type { Rule } from "../rules/rule.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

/** In the order in which the board shows them. */
export const seams = ["handoff", "prioritisation", "narrative"] as const satisfies readonly Seam[];

/** Every rule that says something about a state without an earlier one beside it. */
export const rulesOfOneState: readonly Rule[] = allRules.filter(
  ({ check }) => check.pass === "local" || check.compares !== true,
);

/** How many conversations are open at each seam. */
export type SeamCounts = Readonly<Record<Seam, number>>;

export const nothingOpen: SeamCounts = { handoff: 0, prioritisation: 0, narrative: 0 };

export function countBySeam(conversations: readonly Pick<Conversation, "seam">[]): SeamCounts {
  const counts = { ...nothingOpen };
  for (const { seam } of conversations) counts[seam]++;
  return counts;
}

export function plus(a: SeamCounts, b: SeamCounts): SeamCounts {
  return {
    handoff: a.handoff + b.handoff,
    prioritisation: a.prioritisation + b.prioritisation,
    narrative: a.narrative + b.narrative,
  };
}

/**
 * What is open in one document: what the board lists, and what the trend counts.
 *
 * @param problems of both passes
 * @returns nothing for a document without a header: nobody has begun to work with it yet
 */
export function openIn(
  document: PrdDocument,
  problems: readonly Problem[],
  options: CheckOptions,
): Conversation[] {
  return headerKind(document.header) === undefined ? [] : conversationsOf(document, problems, options);
}

/** What is open in one document by its own text. */
export function openAlone(document: PrdDocument, options: CheckOptions): Conversation[] {
  return openIn(document, checkDocument(document, options), options);
}

/** Of those, the rules that need to know the other documents. */
const rulesAboutOthers: readonly Rule[] = rulesOfOneState.filter(({ check }) => check.pass === "workspace");

/** False where the other documents can open nothing in one; needs no parsed document. */
export function othersMayOpen(path: string, index: WorkspaceIndex): boolean {
  return concernsWorkspace(path, index, rulesAboutOthers);
}

/**
 * How many conversations the other documents open in one. None of these problems says what an annotation's conversation
 * says already (a test holds that), so each is one.
 *
 * @param document of a PRD without suppressions the header is enough
 */
export function openedByOthers(
  document: PrdDocument,
  path: string,
  index: WorkspaceIndex,
  options: Omit<CheckOptions, "rules">,
): SeamCounts {
  return countBySeam(checkInWorkspace(document, path, index, { ...options, rules: rulesAboutOthers }));
}
