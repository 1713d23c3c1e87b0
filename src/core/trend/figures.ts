import { checkDocument, checkInWorkspace } from "../check/check.ts";
import type { CheckOptions } from "../check/check.ts";
import { headerKind } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { conversationsOf, mayRepeat } from "../readiness/conversations.ts";
import type { Conversation } from "../readiness/conversations.ts";
import { allRules } from "../rules/all.ts";
import type { Problem, Rule, Seam } from "../rules/rule.ts";
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

/**
 * How many conversations the other documents open in one. A problem that says of an annotation what its conversation
 * says already adds none, so both lists are counted.
 */
export function addedByOthers(
  document: PrdDocument,
  path: string,
  index: WorkspaceIndex,
  options: CheckOptions,
): SeamCounts {
  const problems = checkInWorkspace(document, path, index, options);
  if (headerKind(document.header) === undefined) return nothingOpen;
  if (!problems.some(({ code }) => mayRepeat(code))) return countBySeam(problems);
  const without = countBySeam(openIn(document, [], options));
  const counts = countBySeam(openIn(document, problems, options));
  return {
    handoff: counts.handoff - without.handoff,
    prioritisation: counts.prioritisation - without.prioritisation,
    narrative: counts.narrative - without.narrative,
  };
}
