import { sameHandle } from "../config/people.ts";
import { compare } from "../team/cadence.ts";
import { spellsIn } from "../team/pairs.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { isAsleep } from "./open.ts";

/** A PM and an engineer, by their handles. */
export type Two = readonly [string, string];

/** True for a document whose header has both, on either side. */
export function isOfTwo({ pm, eng }: Pick<DocumentSummary, "pm" | "eng">, [a, b]: Two): boolean {
  const has = (all: readonly string[], who: string): boolean => all.some((one) => sameHandle(one, who));
  return (has(pm, a) && has(eng, b)) || (has(pm, b) && has(eng, a));
}

/** True where these are the two, in either order. */
export function areTwo({ pm, eng }: { readonly pm: string; readonly eng: string }, two: Two): boolean {
  return isOfTwo({ pm: [pm], eng: [eng] }, two);
}

/** The pairs of what is being worked on, as `@lena with @mara`, each once and sorted. */
export function pairNames(index: WorkspaceIndex): string[] {
  const names = new Set<string>();
  for (const summary of index.all()) {
    if (summary.kind === "candidate" || isAsleep(summary)) continue;
    for (const pm of summary.pm) for (const eng of summary.eng) names.add(`${pm} with ${eng}`);
  }
  for (const { pm, eng, to } of spellsIn(index)) if (to === undefined) names.add(`${pm} with ${eng}`);
  return [...names].sort(compare);
}

/** The documents that are wanted, by path. */
export function documentsIn(
  index: WorkspaceIndex,
  wanted: (summary: DocumentSummary) => boolean,
): DocumentSummary[] {
  return [...index.all()].filter(wanted).sort((a, b) => compare(a.path, b.path));
}
