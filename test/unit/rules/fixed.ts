import type { Fix, Problem } from "../../../src/core/problem.ts";
import { fillSnippet } from "../../../src/core/writing/snippet.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

/** The text after a fix, its places filled in as the documentation does; a fix that only selects types over that. */
export function fixed(text: string, { edits, select, filled = [] }: Fix): string {
  if (edits.length === 0 && select !== undefined) {
    return applyEdits(text, [{ ...select, newText: filled[0] ?? "" }]);
  }
  return applyEdits(
    text,
    edits.map((edit) =>
      edit.snippet === true ? { ...edit, newText: fillSnippet(edit.newText, filled) } : edit,
    ),
  );
}

/** How often each code is there; what is not late yet is no problem for an example. */
export function countByCode(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, early } of problems) if (early !== true) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
