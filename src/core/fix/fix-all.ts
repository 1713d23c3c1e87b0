import { checkDocument, fixesFor } from "../check/check.ts";
import type { CheckOptions } from "../check/check.ts";
import { parseDocument } from "../document/document.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Fix, RuleCode } from "../rules/rule.ts";
import { touches } from "../text/range.ts";
import type { TextEdit } from "../text/range.ts";
import { editHistory } from "./edit-history.ts";

/** Fixes that wait for others at the same place need a round each; more rounds than this mean two that disagree. */
const MOST_ROUNDS = 50;

export interface FixedText {
  readonly text: string;
  /** What was changed, as non-overlapping edits of the text that was given, in order. */
  readonly edits: readonly TextEdit[];
  /** How many problems of each rule were fixed, by code. */
  readonly applied: readonly { readonly code: RuleCode; readonly count: number }[];
}

/**
 * Applies the safe fixes of the rules that see one document, until none is left. A fix at a place that another one
 * changes waits for the next round, since it may have nothing left to fix. Doing it twice changes nothing more.
 *
 * A document without PRD header is left as it is: adopting it is a decision of its own.
 *
 * @param text without byte order mark
 */
export function fixAll(text: string, options: CheckOptions): FixedText {
  const history = editHistory(text);
  const counts = new Map<RuleCode, number>();
  let document: PrdDocument | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    document = parseDocument(history.text(), options.config, document);
    if (document.header.field("prd") === undefined) break;
    const fixes = safeFixes(document, options);
    if (fixes.length === 0) break;
    for (const { code } of fixes) counts.set(code, (counts.get(code) ?? 0) + 1);
    history.apply(fixes.flatMap(({ edits }) => edits));
  }
  const applied = [...counts].map(([code, count]) => ({ code, count }));
  applied.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { text: history.text(), edits: history.edits(), applied };
}

/** One safe fix for each problem, in document order, as long as none touches a place that one before it changes. */
function safeFixes(document: PrdDocument, options: CheckOptions): { code: RuleCode; edits: Fix["edits"] }[] {
  const chosen: { code: RuleCode; edits: Fix["edits"] }[] = [];
  const changed: TextEdit[] = [];
  for (const problem of checkDocument(document, options)) {
    if (!problem.fixable) continue;
    const fix = fixesFor(problem, document, options).find(
      ({ kind, edits }) => kind === "safe" && edits.length > 0,
    );
    if (fix === undefined) continue;
    const edits = fix.edits.filter(({ start, end, newText }) => document.text.slice(start, end) !== newText);
    if (edits.length === 0 || edits.some((edit) => changed.some((other) => touches(edit, other)))) continue;
    chosen.push({ code: problem.code, edits });
    changed.push(...edits);
  }
  return chosen;
}
