import type { CheckOptions } from "../check/check.ts";
import type { Config } from "../config/config.ts";
import { personByHandle, roleOf } from "../config/people.ts";
import { templatePlaceholders } from "../create/template.ts";
import type { Annotation, PrdDocument } from "../document/model.ts";
import {
  askedOf,
  assumptionState,
  constraintState,
  disagreementState,
  questionState,
} from "../document/state.ts";
import type { Owner, Problem, RuleCode, Seam, Severity } from "../problem.ts";
import { daysBetween } from "../text/days.ts";
import { lineIndex } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import { shorten } from "../words/shorten.ts";
import { oneLine } from "../words/sentence.ts";
import {
  assumptionWords,
  constraintWords,
  disagreementWords,
  predicate,
  questionWords,
} from "../words/standing.ts";

/** Something that two people still have to say to each other; `start`–`end` is where. */
export interface Conversation extends Range {
  readonly about: "problem" | "constraint" | "question" | "assumption" | "disagreement";
  /** Of the annotation; undefined for a problem that belongs to none. */
  readonly id: string | undefined;
  /** The problem that says the same, or is the conversation. */
  readonly code: RuleCode | undefined;
  readonly severity: Severity | undefined;
  /** One line, plain text. */
  readonly text: string;
  /** Whose turn it is. */
  readonly owner: Owner;
  /** Who that is, where the document or the team data says; handles with their `@`. */
  readonly people: readonly string[];
  /** Calendar days that it has waited, where the document has a date; 0 is today. */
  readonly days: number | undefined;
  /** The day on which an answer is due. */
  readonly due: string | undefined;
  readonly seam: Seam;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A conversation before its line and its age are worked out. */
interface Draft {
  readonly told: Omit<Conversation, "line" | "column" | "days">;
  readonly since: string | undefined;
  /** The annotation's own text: a problem in it that says the same is not told twice. */
  readonly own: Range;
}

/** Problems that say of an annotation what its conversation says already. */
const same: ReadonlyMap<RuleCode, Conversation["about"]> = new Map([
  ["PRD110", "constraint"],
  ["PRD306", "question"],
  ["PRD201", "assumption"],
  ["PRD509", "disagreement"],
]);

/** Whether a problem may say what an annotation's conversation says already, and so be no conversation of its own. */
export function mayRepeat(code: RuleCode): boolean {
  return same.has(code);
}

/** Longest quotation of an annotation, in UTF-16 units. */
const MOST_QUOTED = 120;

/**
 * Everything that is open in a document, in document order: each problem that is shown is one conversation, and tells
 * more where it is about an unanswered constraint or question, an untested assumption or an unresolved disagreement. So
 * every place that counts what is open has the same number.
 */
export function conversationsOf(
  document: PrdDocument,
  problems: readonly Problem[],
  options: CheckOptions,
): Conversation[] {
  return allIn(document, problems, options).filter(({ code }) => code !== undefined);
}

/** The same with what is unanswered or untested though no rule may speak of it here: silenced, or off for the team. */
export function allIn(
  document: PrdDocument,
  problems: readonly Problem[],
  { config, today }: CheckOptions,
): Conversation[] {
  const drafts = annotationsOf(document, config).sort((a, b) => a.own.start - b.own.start);
  const repeated = new Set<Problem>();
  for (const problem of problems) {
    const { code, severity, start } = problem;
    const index = same.has(code) ? indexAt(drafts, start) : -1;
    const draft = drafts[index];
    if (draft === undefined || draft.told.about !== same.get(code) || draft.told.code !== undefined) continue;
    repeated.add(problem);
    drafts[index] = { ...draft, told: { ...draft.told, code, severity } };
  }
  for (const problem of problems) {
    if (repeated.has(problem)) continue;
    const { start, end, code, severity, owner, seam, message } = problem;
    const told = { start, end, code, severity, owner, seam, text: message, id: undefined, due: undefined };
    const people = problem.people ?? peopleOf(owner, document, config);
    drafts.push({ told: { ...told, about: "problem", people }, since: undefined, own: problem });
  }
  const lines = lineIndex(document.text);
  return drafts
    .sort((a, b) => a.told.start - b.told.start || a.told.end - b.told.end)
    .map(({ told, since }) => {
      const { line, column } = lines.positionAt(told.start);
      const days = since === undefined ? undefined : daysBetween(since, today);
      // A date ahead of today is a slip or somebody's plan; neither is an age.
      const age = days !== undefined && days < 0 ? undefined : days;
      return { ...told, line: line + 1, column: column + 1, days: age };
    });
}

/** Index of the annotation whose own text an offset is in, -1 when there is none; `drafts` are in document order. */
function indexAt(drafts: readonly Draft[], offset: number): number {
  let low = 0;
  let high = drafts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((drafts[middle]?.own.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const own = drafts[low]?.own;
  return own !== undefined && own.start <= offset && offset < own.end ? low : -1;
}

function annotationsOf(document: PrdDocument, config: Config): Draft[] {
  const drafts: Draft[] = [];
  const add = (
    about: Conversation["about"],
    { id, idRange, passage, body }: Annotation,
    text: string,
    {
      since,
      ...rest
    }: Pick<Conversation, "owner" | "people" | "seam"> & {
      since: string | undefined;
      due?: string | undefined;
    },
  ): void => {
    const quoted = shorten(oneLine(body), MOST_QUOTED);
    const told = { ...idRange, about, id, code: undefined, severity: undefined, due: undefined, ...rest };
    const own = { start: idRange.start, end: passage.end };
    drafts.push({
      told: { ...told, text: `${id} ${text}${quoted === "" ? "." : `: ${quoted}`}` },
      since,
      own,
    });
  };
  for (const one of document.constraints) {
    const { state, since, countered } = constraintState(one, document);
    // What waits for a disagreement is part of that conversation.
    if (state === "settled" || state === "disputed") continue;
    const product = state === "waits for product";
    const author = one.head?.who ?? [];
    const people = product || author.length === 0 ? document.header.people(product ? "pm" : "eng") : author;
    const words = predicate(constraintWords(state));
    add("constraint", one, countered ? `was countered and ${words}` : words, {
      ...{ owner: product ? "product" : "engineering", people, since, seam: "handoff" },
    });
  }
  for (const one of document.questions) {
    const { state, since } = questionState(one, document);
    if (state !== "open") continue;
    const { who: people, date: due } = askedOf(one);
    add("question", one, predicate(questionWords(state)), {
      ...{ owner: ownerOf(people, document, config), people, since, due, seam: "handoff" },
    });
  }
  for (const one of document.assumptions) {
    const { state, since } = assumptionState(one);
    // The template's question is a problem of its own until somebody has written there.
    if (state !== "untested" || templatePlaceholders.includes(one.body)) continue;
    const people = peopleOf("both", document, config);
    add("assumption", one, predicate(assumptionWords(state)), {
      owner: "both",
      people,
      since,
      seam: "handoff",
    });
  }
  for (const one of document.disagreements) {
    const { state, since, tier } = disagreementState(one);
    if (state === "settled") continue;
    const raised = one.answers.findLast(({ verb }) => verb === "Raised")?.who;
    add("disagreement", one, predicate(disagreementWords(state, tier)), {
      owner: tier > 1 ? "managers" : "both",
      people: raised ?? one.between,
      since,
      // What one side does not know is lost at the handoff; what the two weigh differently is priorities.
      seam: one.nature === "missing context" ? "handoff" : "prioritisation",
    });
  }
  return drafts;
}

/** @returns the side of the people: that of their role, or where the header has them; "both" where they are mixed */
function ownerOf(people: readonly string[], { header }: PrdDocument, config: Config): Owner {
  const sides = new Set(
    people.map(
      (who) =>
        roleOf(config, who) ?? (["pm", "eng"] as const).find((key) => header.people(key).includes(who)),
    ),
  );
  if (sides.size !== 1) return "both";
  return sides.has("pm") ? "product" : sides.has("eng") ? "engineering" : "both";
}

function peopleOf(owner: Owner, { header }: PrdDocument, config: Config): readonly string[] {
  const [pm, eng] = [header.people("pm"), header.people("eng")];
  if (owner === "product") return pm;
  if (owner === "engineering") return eng;
  if (owner === "both") return [...new Set([...pm, ...eng])];
  return [...new Set([...pm, ...eng].flatMap((who) => personByHandle(config, who)?.manager ?? []))];
}
