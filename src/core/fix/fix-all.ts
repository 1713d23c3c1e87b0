import { checkDocument } from "../check/check.ts";
import { fixesFor } from "../check/fixes.ts";
import type { CheckOptions } from "../check/check.ts";
import { parseDocument } from "../document/document.ts";
import { headerKind } from "../document/header.ts";
import { isInConflict } from "../document/status.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Fix, RuleCode } from "../problem.ts";
import { fixesByCode } from "../rules/fixes.ts";
import type { FixesByCode } from "../rules/fixes.ts";
import { conflictOpen } from "../text/conflicts.ts";
import { applyEdits, touches } from "../text/range.ts";
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
  /** Why nothing was changed, one sentence that says what to do first. */
  readonly refused?: string;
}

/**
 * Applies the safe fixes of the rules that see one document, until none is left. A fix at a place that another one
 * changes waits for the next round, since it may have nothing left to fix. One that leaves its problem as it was, as in
 * a header that YAML cannot read, is taken back. Doing it twice changes nothing more.
 *
 * A document without a header of ours is left as it is: adopting it is a decision of its own.
 *
 * @param text without byte order mark
 * @param by what mends which rule's findings
 */
export function fixAll(text: string, options: CheckOptions, by: FixesByCode = fixesByCode): FixedText {
  const history = editHistory(text);
  const counts = new Map<RuleCode, number>();
  const refused = new Set<string>();
  let document = parseDocument(text, options.config);
  if (headerKind(document.header) === undefined) return { text, edits: [], applied: [] };
  if (isInConflict(document)) return { text, edits: [], applied: [], refused: conflictOpen };
  let fixes = safeFixes(document, options, by);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = together(fixes.filter(({ key }) => !refused.has(key)));
    if (chosen.length === 0) break;
    const edits = chosen.flatMap((fix) => fix.edits);
    const after = parseDocument(applyEdits(document.text, edits), options.config, document);
    const left = safeFixes(after, options, by);
    const [before, now] = [howOften(fixes), howOften(left)];
    const vain = chosen.filter(({ key }) => (now.get(key) ?? 0) >= (before.get(key) ?? 0));
    if (vain.length > 0) {
      for (const { key } of vain) refused.add(key);
      continue;
    }
    for (const { code } of chosen) counts.set(code, (counts.get(code) ?? 0) + 1);
    history.apply(edits);
    document = after;
    fixes = left;
  }
  const applied = [...counts].map(([code, count]) => ({ code, count }));
  applied.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { text: document.text, edits: history.edits(), applied };
}

/** A fix and the problem that it is for, told apart by what they say: their places change with every round. */
interface SafeFix {
  readonly key: string;
  readonly code: RuleCode;
  readonly edits: Fix["edits"];
}

/** One safe fix for each problem that has one, in document order. */
function safeFixes(document: PrdDocument, options: CheckOptions, by: FixesByCode): SafeFix[] {
  const fixes: SafeFix[] = [];
  for (const problem of checkDocument(document, options)) {
    if (!problem.fixable) continue;
    const { code, message } = problem;
    const fix = fixesFor(problem, document, options, undefined, by).find(
      ({ kind, edits }) => kind === "safe" && edits.length > 0,
    );
    if (fix !== undefined)
      fixes.push({ key: JSON.stringify([code, message, fix.title]), code, edits: fix.edits });
  }
  return fixes;
}

/** Those that can be applied together: none touches a place that one before it changes. */
function together(fixes: readonly SafeFix[]): SafeFix[] {
  const changed: TextEdit[] = [];
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => changed.some((other) => touches(edit, other)))) return false;
    changed.push(...edits);
    return true;
  });
}

function howOften(fixes: readonly SafeFix[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of fixes) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
