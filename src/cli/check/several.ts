import { messageAbout } from "../../core/check/group.ts";
import { allRules } from "../../core/rules/all.ts";
import type { ReportedProblem, ReportedRelated } from "./report.ts";

/** What a baseline knows: each place by itself, also of a problem that speaks of several; nothing of what no baseline hides. */
export function hashesOf({ lineHash, several, always }: ReportedProblem): readonly string[] {
  if (always === true) return [];
  return several === undefined ? [lineHash] : several.related.map((one) => one.lineHash);
}

/**
 * What is left of a problem when some of its places are known already: one message about the others, or one each where
 * they are too few for that.
 *
 * @param left asks of each place once
 */
export function leftOf(
  problem: ReportedProblem,
  left: (lineHash: string) => boolean,
): readonly ReportedProblem[] {
  const { several, ...all } = problem;
  if (problem.always === true) return [problem];
  if (several === undefined) return left(problem.lineHash) ? [problem] : [];
  const related = several.related.filter(({ lineHash }) => left(lineHash));
  if (related.length === several.related.length) return [problem];
  const together = allRules.find(({ code }) => code === problem.code)?.together;
  const message = together && messageAbout(related, several, together);
  if (message !== undefined) return [{ ...problem, message, several: { ...several, related } }];
  return related.map(({ id: _id, ...one }: ReportedRelated) => ({ ...all, ...one }));
}
