import { checkInWorkspace, concernsWorkspace } from "../../core/check/check.ts";
import type { Problem } from "../../core/problem.ts";
import type { Rule } from "../../core/rules/rule.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Counts, Kept } from "./kept-documents.ts";

/** What counts follow from. */
export interface CountedWith {
  readonly index: WorkspaceIndex;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly rules: readonly Rule[] | undefined;
}

interface Counted extends Omit<CountedWith, "index"> {
  readonly revision: number;
  readonly counts: Counts;
}

/** Problems of one pass by their severity. */
export function countOf(problems: readonly Problem[]): Counts {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** Counts of both passes: worked out anew only when the document or one of the others changed. */
export function createCounting(): (one: Kept, by: CountedWith) => Counts {
  const counted = new WeakMap<Kept, Counted>();
  return (one, { index, today, rules }) => {
    const before = counted.get(one);
    const { revision } = index;
    if (before?.revision === revision && before.today === today && before.rules === rules)
      return before.counts;
    const counts = bothPasses(one, { index, today, rules });
    counted.set(one, { revision, today, rules, counts });
    return counts;
  };
}

function bothPasses(
  { head, team, summary: { path }, counts }: Kept,
  { index, today, rules }: CountedWith,
): Counts {
  if (!concernsWorkspace(path, index, rules)) return counts;
  const others = countOf(checkInWorkspace(head, path, index, { config: team.config, today, rules }));
  return {
    error: counts.error + others.error,
    warning: counts.warning + others.warning,
    information: counts.information + others.information,
  };
}
