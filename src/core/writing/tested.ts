import type { Assumption, PrdDocument } from "../document/model.ts";
import { assumptionState, inRow } from "../document/state.ts";
import type { FixEdit } from "../problem.ts";
import { answerEdit } from "./insert.ts";
import { editOf } from "./said.ts";
import type { Said } from "./said.ts";
import type { SnippetPart } from "./snippet.ts";
import { cellNamed, fillCell } from "./table-edits.ts";

/** How an assumption's test is written down. */
export interface TestedEdit {
  readonly edit: FixEdit;
  /** Whether the person stands before the outcome, as in a sentence, or behind it, as in a table's cell. */
  readonly whoFirst: boolean;
}

/**
 * Writes that somebody has tested an assumption: as a sentence of its own, or in the table's cell for the result.
 *
 * @param outcome `held`, or `broke` and what answers it; without an end
 */
export function testedEdit(
  document: PrdDocument,
  assumption: Assumption,
  who: SnippetPart,
  today: string,
  outcome: Said,
): TestedEdit {
  const { start, passage } = assumption;
  const cell = inRow(passage) ? cellNamed(document, start, /^(?:result|outcome|status)$/i) : undefined;
  return cell === undefined
    ? { edit: answerEdit(assumption, ["Tested ", who, ` ${today}: `, ...outcome, "."]), whoFirst: true }
    : {
        edit: fillCell(document.text, cell, [...outcome, " (", who, ` ${today})`]),
        whoFirst: false,
      };
}

/**
 * Names what answers an assumption that broke, behind the word that says it.
 *
 * @returns undefined where nothing says that it broke
 */
export function answeredByEdit(text: string, assumption: Assumption, id: SnippetPart): FixEdit | undefined {
  if (assumptionState(assumption).state !== "broke") return undefined;
  const { answers, start, end } = assumption;
  const last = answers.findLast(({ outcome }) => outcome === "broke") ?? { start, end };
  const found = /\bbroke\b/i.exec(text.slice(last.start, last.end));
  if (found === null) return undefined;
  const at = last.start + found.index + found[0].length;
  return editOf({ start: at, end: at }, [", see ", id]);
}
