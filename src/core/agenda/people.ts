import { sameHandle } from "../config/people.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { compare } from "./item.ts";
import { isAsleep } from "./open.ts";

/** A PM and an engineer, by their handles. */
export type Pair = readonly [string, string];

/** True for a document whose header has both, on either side. */
export function isOfPair({ pm, eng }: Pick<DocumentSummary, "pm" | "eng">, [a, b]: Pair): boolean {
  const has = (all: readonly string[], who: string): boolean => all.some((one) => sameHandle(one, who));
  return (has(pm, a) && has(eng, b)) || (has(pm, b) && has(eng, a));
}

/** True where a Pairs table has them. */
export function isInTable({ team }: DocumentSummary, [a, b]: Pair): boolean {
  return (team?.cycle?.pairs ?? []).some(
    ({ pm, eng }) =>
      pm !== undefined &&
      eng !== undefined &&
      ((sameHandle(pm, a) && sameHandle(eng, b)) || (sameHandle(pm, b) && sameHandle(eng, a))),
  );
}

/** The pairs of documents that somebody works on, as `@lena and @mara`, each once and sorted. */
export function pairNames(index: WorkspaceIndex): string[] {
  const names = new Set<string>();
  for (const summary of index.all()) {
    if (summary.kind === "candidate" || isAsleep(summary)) continue;
    for (const pm of summary.pm) for (const eng of summary.eng) names.add(`${pm} and ${eng}`);
  }
  return [...names].sort(compare);
}

/** Documents of these kinds by path. */
export function documentsIn(
  index: WorkspaceIndex,
  wanted: (summary: DocumentSummary) => boolean,
): DocumentSummary[] {
  return [...index.all()].filter(wanted).sort((a, b) => compare(a.path, b.path));
}

/** The workspace's cycles, the earliest first. */
export function cyclesIn(index: WorkspaceIndex): DocumentSummary[] {
  const from = ({ team }: DocumentSummary): string => team?.cycle?.from ?? "9999-12-31";
  return documentsIn(index, ({ kind }) => kind === "cycle").sort((a, b) => compare(from(a), from(b)));
}
