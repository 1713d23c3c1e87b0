import type { Answer } from "./answers.ts";
import { findMentions, idPrefix } from "../recognise/ids.ts";
import type { Assumption, Constraint, Disagreement, Question } from "./model.ts";
import type { Passage } from "./passage.ts";
import { asRead } from "./moved.ts";

/** `since` is the day on which the state began, where the document says it. */
export interface ConstraintState {
  readonly state: "waits for product" | "waits for engineering" | "settled";
  readonly since: string | undefined;
}

export interface QuestionState {
  readonly state: "open" | "settled";
  readonly since: string | undefined;
}

export interface AssumptionState {
  readonly state: "untested" | "held" | "broke";
  readonly since: string | undefined;
  /** Ids that the last test names: `broke, see C1`. */
  readonly ids: readonly string[];
}

export interface DisagreementState {
  readonly state: "open" | "settled";
  /** The day on which it was settled, else the day on which it came to its tier. */
  readonly since: string | undefined;
  /** 1 the pair, 2 their managers, 3 strategic. */
  readonly tier: number;
}

/**
 * Whose turn it is on an engineer's limit. The last answer decides: *Countered* hands it to engineering (and back to
 * product where the constraint's own author countered), `See D1` hands over to the disagreement.
 */
export function constraintState(constraint: Constraint): ConstraintState {
  const read = asRead(constraint);
  let known = constraintStates.get(read);
  if (known === undefined) constraintStates.set(read, (known = readConstraintState(read)));
  return known;
}

/** By constraint as it was read, which is the same object for as long as its text stands: all are asked on each keystroke. */
const constraintStates = new WeakMap<Constraint, ConstraintState>();

function readConstraintState({ answers, head }: Constraint): ConstraintState {
  const last = lastOf(answers, ["Accepted", "Answered", "Resolved", "Countered", "See"]);
  if (last === undefined) return { state: "waits for product", since: head?.date };
  if (last.verb !== "Countered") return { state: "settled", since: last.date };
  const author = head?.who ?? [];
  const byAuthor = last.who.length > 0 && last.who.every((who) => author.includes(who));
  return { state: byAuthor ? "waits for product" : "waits for engineering", since: last.date };
}

/** A question is open until somebody answered it, or a disagreement took it over. */
export function questionState(question: Question): QuestionState {
  const { answers } = asRead(question);
  const last = lastOf(answers, ["Accepted", "Answered", "Resolved", "Countered", "See"]);
  return { state: last === undefined || last.verb === "Countered" ? "open" : "settled", since: last?.date };
}

/** Whether an assumption was put to the test; in a table the cell that begins with "held" or "broke" says so. */
export function assumptionState(assumption: Assumption): AssumptionState {
  const { answers, passage } = asRead(assumption);
  const last = answers.findLast(({ verb, outcome }) => verb === "Tested" && outcome !== undefined);
  if (last?.outcome !== undefined) return { state: last.outcome, since: last.date, ids: last.ids };
  const cell = inRow(passage) ? /\n(held|broke)\b([^\n]*)/i.exec(passage.text) : null;
  const state = cell?.[1]?.toLowerCase();
  if (state !== "held" && state !== "broke") return { state: "untested", since: undefined, ids: [] };
  const ids = findMentions(cell?.[2] ?? "").map(({ id }) => id);
  return { state, since: /\d{4}-\d{2}-\d{2}/.exec(passage.text)?.[0], ids };
}

/** A disagreement is open until it is resolved; raising it changes its tier. */
export function disagreementState(disagreement: Disagreement): DisagreementState {
  const { answers, tier, date } = asRead(disagreement);
  const raised = answers.findLast((answer) => answer.verb === "Raised");
  const current = raised?.tier ?? tier ?? 1;
  const last = lastOf(answers, ["Resolved", "Raised"]);
  if (last?.verb === "Resolved") return { state: "settled", since: last.date, tier: current };
  return { state: "open", since: raised?.date ?? date, tier: current };
}

/** True for an annotation that is a table row, whose cells stand on lines of their own in its text. */
export function inRow({ inline, placed }: Passage): boolean {
  const { text } = placed.piece;
  if (text[inline.start] === "|") return true;
  // A table without outer pipes begins with its first cell; items and headings begin with their own text too.
  const line = /^[^\r\n]*/.exec(text.slice(inline.start, inline.end))?.[0] ?? "";
  const before = text.slice(Math.max(0, inline.start - 12), inline.start);
  return /^[^|]*[^|\\]\|/.test(line) && /(?:^|[\r\n])[ ]{0,3}$/.test(before) && inline.text.includes("\n");
}

function lastOf(answers: readonly Answer[], verbs: readonly Answer["verb"][]): Answer | undefined {
  return answers.findLast(
    ({ verb, ids }) => verbs.includes(verb) && (verb !== "See" || ids.some((id) => idPrefix(id) === "D")),
  );
}
