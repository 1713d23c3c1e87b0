import { questionOf } from "../../document/annotations.ts";
import type { PrdDocument, Question } from "../../document/model.ts";
import type { RetroAction } from "../../facts/model.ts";
import { ownEntries, retroSections } from "../../facts/retro.ts";
import type { FixEdit } from "../../problem.ts";
import { answerEdit } from "../insert.ts";
import { editOf } from "../said.ts";
import type { Said } from "../said.ts";

/**
 * Says that an action of a retro is done.
 *
 * @param today `YYYY-MM-DD`
 * @returns undefined for one that is done already
 */
export function doneEdit(document: PrdDocument, action: RetroAction, today: string): FixEdit | undefined {
  const item = action.done === undefined ? itemOf(document, action) : undefined;
  return item === undefined ? undefined : answerEdit(item, [`Done ${today}.`]);
}

/**
 * Gives an action another day, in place of the one that it has.
 *
 * @returns undefined for one without a day
 */
export function newDayEdit({ byRange }: RetroAction, day: Said): FixEdit | undefined {
  return byRange === undefined ? undefined : editOf(byRange, day);
}

/** The item of an action, which facts of a document leave out. */
function itemOf(document: PrdDocument, { idRange }: RetroAction): Question | undefined {
  for (const section of retroSections(document))
    for (const [passage, block] of ownEntries(section)) {
      const found = questionOf(passage, block);
      if (found?.idRange.start === idRange.start) return found;
    }
  return undefined;
}
