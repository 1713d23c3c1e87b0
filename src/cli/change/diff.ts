import { createTwoFilesPatch } from "diff";
import type { FileText } from "../workspace/read.ts";

/** What would change in a file, as `patch` and `git apply` take it. */
export function unifiedDiff(shown: string, { text, mark }: FileText, after: string): string {
  const start = mark ? "\uFEFF" : "";
  const patch = createTwoFilesPatch(
    `a/${shown}`,
    `b/${shown}`,
    start + text,
    start + after,
    undefined,
    undefined,
    {
      context: 3,
    },
  );
  // Without the line of `=` that the library puts first.
  return patch.slice(patch.indexOf("--- "));
}
