import { sameHandle } from "../config/people.ts";
import type { PrdDocument } from "../document/model.ts";
import { constraintState } from "../document/state.ts";
import type { RuleCode } from "../problem.ts";
import type { Conversation } from "./conversations.ts";
import type { Action, AnswerKind, OpenConversation, ReviewKind } from "./overview.ts";

type Actions = OpenConversation["actions"];

/** What the preferred fix of a rule does, as a button says it. Rules without one are not in here. */
export const fixLabels: Readonly<Partial<Record<RuleCode, string>>> = {
  PRD001: "Adopt",
  PRD002: "Pair somebody",
  PRD003: "Correct it",
  PRD004: "Add Feasibility",
  PRD005: "Write it",
  PRD006: "Move it",
  PRD007: "Renumber",
  PRD008: "Choose the id",
  PRD009: "Add the schema",
  PRD010: "Take the next id",
  PRD011: "Complete it",
  PRD013: "Rename the heading",
  PRD101: "Add a why",
  PRD102: "Rewrite the why",
  PRD103: "Add an edge case",
  PRD104: "Say what happens",
  PRD105: "Add a line",
  PRD106: "Split it",
  PRD107: "Add a constraint",
  PRD108: "Complete it",
  PRD109: "Add the number",
  PRD202: "Say what answers it",
  PRD203: "Add an option",
  PRD204: "Fill in the cell",
  PRD205: "Choose one",
  PRD206: "Say who was there",
  PRD207: "Use one of them",
  PRD305: "Go back",
  PRD401: "Name the option",
  PRD402: "Link the change",
  PRD403: "Say how much",
  PRD404: "Make it a question",
  PRD405: "Name the option",
  PRD406: "Say who and when",
  PRD407: "Say what happened",
};

type ReviewAction = readonly [kind: ReviewKind, label: string];

/** What the rules of the review ask for; their problems stand at the id of a requirement. */
const reviewActions: Readonly<Partial<Record<RuleCode, readonly [ReviewAction, ...ReviewAction[]]>>> = {
  PRD301: [["startReview", "Start review"]],
  PRD302: [
    ["showChanges", "Show what changed"],
    ["signOff", "Sign again"],
    ["carrySignOff", "Only wording"],
  ],
  PRD303: [["startReview", "Start review"]],
  PRD304: [["startReview", "Start review"]],
};

/**
 * What one can do about a conversation next.
 *
 * @param document in which it was found
 * @param me the handle of who looks at it: nobody is offered what only somebody else can do
 */
export function actionsFor(conversation: Conversation, document: PrdDocument, me?: string): Actions {
  const { about, id, code, start, end } = conversation;
  const answer = (kind: AnswerKind, label: string): Action => ({ kind, label, at: start });
  if (about === "constraint") {
    const one = document.constraints.find((one) => one.id === id && one.idRange.start === start);
    const disagree = answer("openDisagreement", "Disagree…");
    return one !== undefined && constraintState(one, document).state === "waits for engineering"
      ? [answer("answer", "Answer…"), disagree]
      : [answer("accept", "Accept"), answer("counter", "Counter…"), disagree];
  }
  if (about === "assumption") return [answer("held", "It held"), answer("broke", "It broke…")];
  if (about === "question") return [answer("answer", "Answer…")];
  if (about === "disagreement") return [answer("answer", "Say what you agreed…")];
  const kinds = code === undefined ? undefined : reviewActions[code];
  if (kinds !== undefined) {
    const requirement = document.requirements.find(({ idRange }) => idRange.start === start)?.id;
    if (requirement !== undefined) {
      const mine = me !== undefined && conversation.people.some((one) => sameHandle(one, me));
      const [first, ...rest] = code === "PRD302" && !mine ? kinds.slice(0, 1) : kinds;
      if (first === undefined) return [{ kind: "goTo", label: "Go there", start, end }];
      const review = ([kind, label]: ReviewAction): Action => ({ kind, label, requirement, at: start });
      return [review(first), ...rest.map(review)];
    }
  }
  const label = code && fixLabels[code];
  return code === undefined || label === undefined
    ? [{ kind: "goTo", label: "Go there", start, end }]
    : [{ kind: "fix", label, code, start, end }];
}
