import { sameHandle } from "../../config/people.ts";
import type { PrdDocument, Question } from "../../document/model.ts";
import { questionState } from "../../document/state.ts";
import type { Split } from "../../facts/model.ts";
import { splitText } from "../../facts/split.ts";

/** The words with which a question asks for an agreement. */
export function agreementQuestion(split: Split): string {
  return `do you agree to \`${splitText(split)}\`?`;
}

/** Open questions that ask somebody to agree to a split; those to anybody when nobody is named. */
export function askedToAgree({ questions, disagreements }: PrdDocument, who?: string): Question[] {
  return questions.filter(
    (one) =>
      /^do you agree to\b/i.test(one.body) &&
      questionState(one, { disagreements }).state === "open" &&
      (who === undefined || one.head?.who.some((handle) => sameHandle(handle, who)) === true),
  );
}
