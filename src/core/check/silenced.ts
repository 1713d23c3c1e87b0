import { parseDocument } from "../document/document.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Problem } from "../problem.ts";
import type { Change } from "../review/since.ts";
import type { Range } from "../text/range.ts";
import { checkDocument } from "./check.ts";
import type { CheckOptions } from "./check.ts";
import { apart } from "./group.ts";
import { compareSeverity } from "./severity.ts";

/** Problems that would show and do not, because a suppression in the document covers them; each place by itself. */
function silencedIn(document: PrdDocument, options: CheckOptions): Problem[] {
  if (document.suppressions.length === 0) return [];
  const bare = checkDocument({ ...document, suppressions: [] }, options).flatMap(apart);
  const shown = new Set(checkDocument(document, options).flatMap(apart).map(keyOf));
  return bare.filter((problem) => !shown.has(keyOf(problem)));
}

/**
 * Problems that were not silenced before and are now: by a suppression that the change adds, or because it changes what an
 * old one covers.
 *
 * @param options of both
 */
export function newlySilenced(before: PrdDocument, now: PrdDocument, options: CheckOptions): Change[] {
  const known = new Map<string, number>();
  for (const one of silencedIn(before, options))
    known.set(sayingOf(one), (known.get(sayingOf(one)) ?? 0) + 1);
  return silencedIn(now, options).flatMap((problem) => {
    const left = known.get(sayingOf(problem)) ?? 0;
    if (left > 0) known.set(sayingOf(problem), left - 1);
    return left > 0 ? [] : [silencingAt(problem, "A suppression")];
  });
}

/** Codes of the problems that a sign-off may have. */
const ofSignOffs: ReadonlySet<string> = new Set(["PRD301", "PRD302", "PRD303", "PRD304"]);

export function isOfSignOff({ code }: { readonly code: string }): boolean {
  return ofSignOffs.has(code);
}

/**
 * Problems of sign-offs that the team data of before would show, and that of now does not.
 *
 * @param before the options with the team data of then
 */
export function silencedByTeamData(document: PrdDocument, before: CheckOptions, now: CheckOptions): Change[] {
  const then = parseDocument(document.text, before.config);
  const shown = new Map(
    checkDocument(document, now)
      .flatMap(apart)
      .map((one) => [keyOf(one), one.severity]),
  );
  // One that is less grave than before counts too: it may not fail a check any more.
  const isAsGrave = (problem: Problem): boolean => {
    const severity = shown.get(keyOf(problem));
    return severity !== undefined && compareSeverity(severity, problem.severity) >= 0;
  };
  return checkDocument(then, before)
    .flatMap(apart)
    .filter((problem) => isOfSignOff(problem) && !isAsGrave(problem))
    .map((problem) => silencingAt(problem, "A change of the team data"));
}

/** @param by what silences it, as a sentence begins */
export function silencing(
  { code, message }: Pick<Problem, "code" | "message">,
  by: string,
): Omit<Change, keyof Range> {
  return {
    ...({ what: "silenced", id: undefined, afterBuildingBegan: false } as const),
    message: `${by} silences ${code} here: ${message}`,
  };
}

function silencingAt(problem: Problem, by: string): Change {
  const { start, end } = problem;
  return { ...silencing(problem, by), start, end };
}

function keyOf({ code, start, end }: Problem): string {
  return `${code} ${start} ${end}`;
}

function sayingOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}
