import { sameHandle } from "../../config/people.ts";
import { idList } from "../../document/id-list.ts";
import { findMentions, idKey, namedKeys } from "../../recognise/ids.ts";
import type { PrdDocument, Question } from "../../document/model.ts";
import { questionState } from "../../document/state.ts";
import type { FixEdit } from "../../problem.ts";
import { answerEdit } from "../insert.ts";

/** The words with which a question asks for a review. */
export function reviewQuestion(ids: readonly string[]): string {
  return `could you review ${idList(ids)}?`;
}

/** Whether somebody is asked for that already, and has not answered. */
export function isAskedToReview({ questions, disagreements }: PrdDocument, ids: readonly string[]): boolean {
  const words = reviewQuestion(ids);
  return questions.some(
    (one) => one.body === words && questionState(one, { disagreements }).state === "open",
  );
}

/**
 * Answers what asked a reviewer for reviews that they have now given: nobody should have to say so twice.
 *
 * @param signed ids of all requirements that this person has signed as they stand, with those that they sign now
 */
export function answersToAskedReviews(
  document: PrdDocument,
  signed: readonly string[],
  who: string,
  today: string,
): FixEdit[] {
  const done = new Set(signed.map(idKey));
  const all = document.requirements.map(({ id }) => idKey(id));
  return document.questions
    .filter((one) => {
      const isMine = one.head?.who.some((handle) => sameHandle(handle, who)) ?? false;
      const named = isMine && questionState(one, document).state === "open" ? askedFor(one, all) : [];
      return named.length > 0 && named.every((key) => done.has(key));
    })
    .map((one) => answerEdit(one, [`Answered ${who} ${today}: signed off.`]));
}

/** Keys of the requirements that a question asks a review of; all of them where it names some "and others". */
function askedFor({ body }: Question, all: readonly string[]): readonly string[] {
  const [, list] = /^could you review (.+)\?$/.exec(body) ?? [];
  if (list === undefined) return [];
  if (list.endsWith(" and others")) return all;
  return namedKeys(
    findMentions(list).map(({ id }) => id),
    list,
  );
}
