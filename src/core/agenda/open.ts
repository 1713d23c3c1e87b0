import type { Conversation } from "../readiness/conversations.ts";
import { together } from "../readiness/overview-of.ts";
import type { DisagreementFacts } from "../facts/model.ts";
import { shorten } from "../words/shorten.ts";
import { overdue } from "../team/tiers.ts";
import type { DocumentSummary } from "../workspace/workspace-index.ts";
import { beganAfter, itemAt } from "./item.ts";
import type { AgendaInput, AgendaItem, Told } from "./model.ts";
import { count } from "../words/count.ts";

/** What is open in a document, in its order; nothing for one that is gone. */
export function toldIn({ open }: AgendaInput, path: string): readonly Told[] {
  const document = open(path);
  return document === undefined ? [] : together(document);
}

/** Nobody works on it now: nothing in it blocks anything. */
export function isAsleep({ status }: Pick<DocumentSummary, "status">): boolean {
  return status === "parked" || status === "closed";
}

/** One conversation as an item. */
export function itemOf(
  input: AgendaInput,
  summary: DocumentSummary,
  one: Conversation,
  since: string | undefined,
): AgendaItem {
  const { text, owner, people, days, due, line } = one;
  const isNew = beganAfter(since, days, input.today);
  return itemAt(input, summary, one, text, { owner, people, days, due, line, isNew, conversations: 1 });
}

/** Longest quotation of a problem that stands for several, in UTF-16 units. */
const MOST_QUOTED = 140;

/**
 * Problems that the rules found in one document, as one item: a meeting speaks of the document, and the editor lists
 * them one by one.
 *
 * @param before the status that they keep the document from; undefined where they keep it from none
 */
export function problemsItem(
  input: AgendaInput,
  summary: DocumentSummary,
  problems: readonly Conversation[],
  before: string | undefined,
): AgendaItem[] {
  const [first] = problems;
  if (first === undefined) return [];
  const many = problems.length;
  const what = before === undefined ? "still open" : `in the way of \`${before}\``;
  const text =
    many === 1
      ? first.text
      : `${count(many, "thing")} ${what}; the first: ${shorten(first.text, MOST_QUOTED)}`;
  const owners = new Set(problems.map(({ owner }) => owner));
  const people = [...new Set(problems.flatMap((one) => one.people))];
  return [
    itemAt(input, summary, first, text, {
      owner: owners.size === 1 ? first.owner : "both",
      people,
      line: first.line,
      conversations: many,
    }),
  ];
}

/** The facts of a disagreement that is a conversation. */
export function disagreementAt({ team }: DocumentSummary, one: Conversation): DisagreementFacts | undefined {
  if (one.about !== "disagreement") return undefined;
  return team?.disagreements.find(({ start, id }) => start === one.start && id === one.id);
}

/** True for a disagreement that has been at its tier for longer than the team lets it. */
export function isLate(
  { config, today }: Pick<AgendaInput, "config" | "today">,
  { state, path, tier }: DisagreementFacts,
): boolean {
  return overdue({ state, since: path.at(-1)?.since, tier }, config, today) !== undefined;
}
