import { apart } from "../check/group.ts";
import type { Fix, Group, Problem, RuleCode } from "../problem.ts";

/*
 * What a message asks about several places is answered place after place. The text changes with each answer, so the
 * places are looked up anew each time.
 */

/** Which places are walked through: those of one rule under one heading. */
export interface Route {
  readonly code: RuleCode;
  readonly heading: string | undefined;
}

export function routeOf({ code, member }: Problem & { readonly member: { readonly group: Group } }): Route {
  return { code, heading: member.group.heading };
}

/** Whether a problem is one of several that are answered one after the other; two are two fixes. */
export function isWalk(
  problem: Problem,
): problem is Problem & { readonly member: { readonly group: Group } } {
  return (problem.related?.length ?? 0) > 2 && problem.member !== undefined;
}

/** The places that are left, each as a problem of its own, in document order. */
export function placesLeft(problems: readonly Problem[], { code, heading }: Route): Problem[] {
  return problems
    .flatMap((one) => (one.code === code ? apart(one) : []))
    .filter(({ member }) => member !== undefined && member.group.heading === heading)
    .sort((a, b) => a.start - b.start);
}

/** What is asked for at a place: the rule's preferred fix that a person fills in; undefined where it has none. */
export function fixToFill(fixes: readonly Fix[]): Fix | undefined {
  const some = fixes.filter(
    ({ kind, edits, select, onlyFor }) =>
      kind === "guided" && onlyFor === undefined && (edits.length > 0 || select !== undefined),
  );
  return some.find(({ preferred }) => preferred === true) ?? some[0];
}
