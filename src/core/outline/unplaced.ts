import type { PrdDocument } from "../document/model.ts";
import { covered } from "./covered.ts";
import { leavesOf } from "./leaves.ts";
import type { Lines } from "./lines.ts";

/**
 * Lines under *Requirements* that were taken for no requirement, no part of one and no aside. A paragraph that introduces
 * what follows (`The following is needed:`) is an aside. Where a piece was too long or too deep to read, its first line.
 */
export function unplacedIn({ sections, requirements, tooDeep }: PrdDocument, lines: Lines): number[] {
  const placed = covered(requirements);
  const left = sections
    .filter(({ within }) => within === "Requirements")
    .flatMap(({ blocks }) => blocks.flatMap(leavesOf))
    .filter(({ start, text }) => !placed(start) && !/[:：]\s*$/.test(text));
  return [...new Set([...left, ...tooDeep].map(({ start }) => lines.of(start)))].sort((a, b) => a - b);
}
