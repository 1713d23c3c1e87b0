import { handlesIn } from "./answers.ts";
import type { Answer } from "./answers.ts";
import { findMentions, idKey, idPrefix } from "../recognise/ids.ts";
import type { Assumption, Constraint, Disagreement, PrdDocument, Question } from "./model.ts";
import type { Passage } from "./passage.ts";
import { asRead } from "./moved.ts";

/** `since` is the day on which the state began, where the document says it. */
export interface ConstraintState {
  readonly state: "waits for product" | "waits for engineering" | "disputed" | "settled";
  readonly since: string | undefined;
  /** Of the last answer to it: somebody said no. */
  readonly countered: boolean;
  /** Id of the open disagreement that it waits for. */
  readonly disputed?: string;
}

export interface QuestionState {
  readonly state: "open" | "disputed" | "settled";
  readonly since: string | undefined;
  /** Id of the open disagreement that it waits for. */
  readonly disputed?: string;
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

/** Where the disagreements stand that answers lead to. */
type Disputes = Pick<PrdDocument, "disagreements">;

/**
 * Whose turn it is on an engineer's limit. The last answer decides: *Countered* hands it to engineering (and back to
 * product where the constraint's own author countered); `See D1` hands it over to the disagreement, and it is settled
 * when that is.
 */
export function constraintState(constraint: Constraint, disputes: Disputes): ConstraintState {
  const { handed, state } = readOf(constraint);
  if (handed.length === 0) return state;
  const found = disputed(handed, disputes);
  return found === undefined ? state : { ...found, countered: false };
}

/** Whether a constraint may wait for somebody: its own words settle all others, whatever else the document says. */
export function mayWait(constraint: Constraint): boolean {
  const { handed, state } = readOf(constraint);
  return handed.length > 0 || state.state !== "settled";
}

function readOf(constraint: Constraint): ReadState<ConstraintState> {
  const read = asRead(constraint);
  let known = constraintStates.get(read);
  if (known === undefined) constraintStates.set(read, (known = readConstraintState(read)));
  return known;
}

/** What a text says by itself, and the disagreements that its last answer names. */
interface ReadState<S> {
  readonly state: S;
  readonly handed: readonly string[];
}

/** By constraint as it was read, which is the same object for as long as its text stands: all are asked on each keystroke. */
const constraintStates = new WeakMap<Constraint, ReadState<ConstraintState>>();

function readConstraintState({ answers, head }: Constraint): ReadState<ConstraintState> {
  const handed = handedTo(answers);
  const last = lastOf(answers, ["Accepted", "Answered", "Resolved", "Countered"]);
  const countered = last?.verb === "Countered";
  if (last === undefined)
    return { handed, state: { state: "waits for product", since: head?.date, countered } };
  if (!countered) return { handed, state: { state: "settled", since: last.date, countered } };
  const author = head?.who ?? [];
  const byAuthor = last.who.length > 0 && last.who.every((who) => author.includes(who));
  const state = byAuthor ? "waits for product" : "waits for engineering";
  return { handed, state: { state, since: last.date, countered } };
}

/** A question is open until somebody answered it, or a disagreement took it over and is settled. */
export function questionState(question: Question, disputes: Disputes): QuestionState {
  const { answers } = asRead(question);
  const found = disputed(handedTo(answers), disputes);
  if (found !== undefined) return found;
  const last = lastOf(answers, ["Accepted", "Answered", "Resolved", "Countered"]);
  return { state: last === undefined || last.verb === "Countered" ? "open" : "settled", since: last?.date };
}

/** Who is asked, and by when; a row has its owner and day in cells of their own. */
export function askedOf({ head, passage }: Question): { who: readonly string[]; date: string | undefined } {
  if (!inRow(passage)) return { who: head?.who ?? [], date: head?.date };
  return { who: handlesIn(passage.text), date: /\d{4}-\d{2}-\d{2}/.exec(passage.text)?.[0] };
}

/** Keys of the disagreements that the last answer hands over to; none where it is another answer. */
function handedTo(answers: readonly Answer[]): readonly string[] {
  const last = lastOf(answers, ["Accepted", "Answered", "Resolved", "Countered", "See"]);
  return last?.verb === "See" ? last.ids.filter((id) => idPrefix(id) === "D").map(idKey) : [];
}

/** How the disagreements stand that an answer hands over to; undefined where none of them is there. */
function disputed(
  keys: readonly string[],
  { disagreements }: Disputes,
): { state: "disputed" | "settled"; since: string | undefined; disputed?: string } | undefined {
  if (keys.length === 0) return undefined;
  let settled: { state: "settled"; since: string | undefined } | undefined;
  for (const one of disagreements) {
    if (!keys.includes(idKey(one.id))) continue;
    const { state, since } = disagreementState(one);
    if (state === "open") return { state: "disputed", since, disputed: one.id };
    settled = { state, since };
  }
  return settled;
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
