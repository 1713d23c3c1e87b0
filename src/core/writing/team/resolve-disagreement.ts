import type { Disagreement } from "../../document/model.ts";
import { disagreementState } from "../../document/state.ts";
import type { FixEdit } from "../../problem.ts";
import { answerEdit } from "../insert.ts";
import { oneLine, sentence } from "../../words/sentence.ts";

/**
 * Settles an open disagreement, with the words that say how.
 *
 * @param today `YYYY-MM-DD`
 * @returns undefined for one that is settled, and where nothing is said
 */
export function resolveEdit(disagreement: Disagreement, words: string, today: string): FixEdit | undefined {
  if (disagreementState(disagreement).state !== "open" || oneLine(words) === "") return undefined;
  return answerEdit(disagreement, [`Resolved ${today}: ${sentence(words)}`]);
}
