import { sameHandle } from "../config/people.ts";
import { assumptionState } from "../document/state.ts";
import { daysBetween } from "../text/days.ts";
import { retroQuestions, retroQuestionTexts } from "../facts/model.ts";
import { shorten } from "../words/shorten.ts";
import { compare } from "../team/cadence.ts";
import type { DisagreementFacts } from "../facts/model.ts";
import { isHeld, isUnanswered } from "../team/retros.ts";
import type { Conversation } from "../readiness/conversations.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { actionItem, retroDue } from "./coming.ts";
import { changeItems } from "./drift.ts";
import { headOf, itemAt, longestFirst } from "./item.ts";
import type { Agenda, AgendaInput, AgendaItem, AgendaScope, Refusal } from "./model.ts";
import { itemOf, problemsItem, toldIn } from "./open.ts";
import { documentsIn } from "./people.ts";
import { nothingLeftOut, sectionsOf } from "./sections.ts";
import { listed } from "../words/listed.ts";
import { count } from "../words/count.ts";
import { dayFromToday } from "../words/days.ts";

/** What the caller has to look into for the retro of a PRD, or of a document of its own. */
export function retroScope(index: WorkspaceIndex, id: string, today: string): AgendaScope | Refusal {
  const summary = subjectOf(index, id);
  if (summary === undefined) return { refused: unknownDocument(index, id) };
  const { path, kind } = summary;
  return {
    paths: [path],
    compare:
      kind === "prd" && !isOver(summary, today) ? { paths: [path], with: { status: "agreed" } } : undefined,
  };
}

function subjectOf(index: WorkspaceIndex, id: string): DocumentSummary | undefined {
  return index
    .withId(id.trim().toUpperCase())
    .flatMap((path) => index.get(path) ?? [])
    .find(({ kind }) => kind === "prd" || kind === "retro");
}

/** Ids that a sentence lists; of more it says how many. */
const MOST_IDS = 12;

function unknownDocument(index: WorkspaceIndex, id: string): string {
  const ids = documentsIn(
    index,
    (one) =>
      (one.kind === "prd" && (one.status === "launched" || one.team?.retro !== undefined)) ||
      one.kind === "retro",
  ).flatMap((one) => one.id ?? []);
  const all = [...new Set(ids)].sort(compare);
  const more = all.length - MOST_IDS;
  const shown = [...all.slice(0, MOST_IDS), ...(more > 0 ? [`${more} more`] : [])];
  const there =
    all.length === 0 ? "nothing here has launched yet." : `the retros here are about ${listed(shown)}.`;
  return `No PRD or retro here has the id ${id}; ${there}`;
}

/** The retro of a launch or an incident: the three questions, and the facts that memory bends. */
export function retro(id: string, input: AgendaInput): Agenda {
  const { index, today } = input;
  const summary = subjectOf(index, id);
  if (summary === undefined) throw new RangeError(`No document has the id ${id}.`);
  const held = summary.team?.retro?.held;
  const over = isOver(summary, today);
  const told = toldIn(input, summary.path).filter(([one]) => !isSaid(one, over, summary));
  const next = input.open(summary.path)?.ready?.next ?? "the next status";
  const problems = (stop: boolean) =>
    told.filter(([one, stops]) => one.about === "problem" && stops === stop).map(([one]) => one);
  const open = told
    .filter(([one]) => one.about !== "problem")
    .map(([one]) => itemOf(input, summary, one, held));
  return {
    kind: "retro",
    of: [id],
    today,
    since: over ? held : undefined,
    minutes: undefined,
    sections: sectionsOf([
      ["questions", "The three questions", questionItems(input, summary, over)],
      // What was said at the retro need not be said again.
      ["facts", "What happened", over ? [] : factItems(input, summary)],
      ["drifted", "What changed after it was agreed", over ? [] : changeItems(input, [summary])],
      ["actions", actionsTitle(over), actionItems(input, summary, over)],
      [
        "waits",
        "What is still open",
        [
          ...longestFirst(open, today),
          ...problemsItem(input, summary, problems(true), next),
          ...problemsItem(input, summary, problems(false), undefined),
        ],
      ],
    ]),
    leftOut: nothingLeftOut,
    notes: [],
  };
}

/** It was held, and there was something to look back on. */
function isOver({ team }: DocumentSummary, today: string): boolean {
  const { retro, launch } = team ?? {};
  return (
    retro !== undefined && isHeld(retro, today) && (launch === undefined || launch <= (retro.held ?? ""))
  );
}

/** What the questions, the day of the retro and its actions say already. */
function isSaid({ code }: Conversation, over: boolean, { team }: DocumentSummary): boolean {
  if (code === "PRD517" || code === "PRD516") return over || code === "PRD516";
  return code === "PRD510" && team?.retro?.held === undefined;
}

function questionItems(input: AgendaInput, summary: DocumentSummary, over: boolean): AgendaItem[] {
  const found = summary.team?.retro;
  return retroQuestions.flatMap((question) => {
    const answer = found?.answers[question];
    const said = answer === undefined || isUnanswered(answer.text) ? "" : answer.text.trim();
    if (over && said !== "") return [];
    const text = `${retroQuestionTexts[question]} ${shorten(said, 140)}`;
    return [itemAt(input, summary, answer ?? found ?? headOf(summary), text)];
  });
}

function factItems(input: AgendaInput, summary: DocumentSummary): AgendaItem[] {
  const { today } = input;
  const { team, status, kind } = summary;
  const head = headOf(summary);
  const facts: AgendaItem[] = [];
  const launch = team?.launch;
  if (kind === "prd") {
    const out = status === "launched" || status === "closed";
    const text =
      launch === undefined
        ? `has no launch date and is \`${status ?? "draft"}\``
        : out
          ? `launched on ${dayFromToday(launch, today)}`
          : `is \`${status ?? "draft"}\`; its launch ${launch > today ? "is" : "was"} planned for ${dayFromToday(launch, today)}`;
    facts.push(itemAt(input, summary, head, text));
  }
  const due = retroDue(input, summary) ?? team?.retro?.due;
  if (due !== undefined)
    facts.push(
      itemAt(
        input,
        summary,
        team?.retro ?? head,
        `This retro ${due < today ? "was" : "is"} due ${dayFromToday(due, today)}`,
      ),
    );
  for (const one of team?.disagreements ?? [])
    facts.push(itemAt(input, summary, one, wayOf(one, today), { people: one.between }));
  const document = input.open(summary.path)?.document;
  for (const one of document?.assumptions ?? []) {
    const { state, since } = assumptionState(one);
    if (state !== "broke") continue;
    const text = `${one.id} broke${since === undefined ? "" : ` on ${since}`}: ${shorten(one.body.trim(), 140)}`;
    facts.push(itemAt(input, summary, one.idRange, text));
  }
  return facts;
}

/** How a disagreement went: `D1 was settled at tier 2 after 9 days (5 at tier 1): queue or refuse?` */
function wayOf({ id, text, path, state, settled, tier }: DisagreementFacts, today: string): string {
  const end = settled ?? today;
  const stays = path.flatMap(({ tier, since }, index) => {
    const until = path[index + 1]?.since ?? end;
    const days = since === undefined ? undefined : daysBetween(since, until);
    return days === undefined || days < 0 ? [] : [`${count(days, "day")} at tier ${tier}`];
  });
  const way = stays.length === 0 ? "" : ` (${stays.join(", ")})`;
  const how = state === "settled" ? `was settled at tier ${tier}` : `is open at tier ${tier}`;
  return `${id} ${how}${way}: ${shorten(text.trim(), 140)}`;
}

function actionsTitle(over: boolean): string {
  return over ? "What is left to do" : "What the last retro left to do";
}

/** After the retro its own open actions; before it those of the last one that the same people held, done or not. */
function actionItems(input: AgendaInput, summary: DocumentSummary, over: boolean): AgendaItem[] {
  if (over)
    return (summary.team?.retro?.actions ?? [])
      .filter(({ done }) => done === undefined)
      .map((one) => actionItem(input, summary, one));
  const last = lastRetro(input, summary);
  return (last?.team?.retro?.actions ?? []).map((one) => actionItem(input, last as DocumentSummary, one));
}

function lastRetro({ index, today }: AgendaInput, subject: DocumentSummary): DocumentSummary | undefined {
  const people = ({ pm, eng, team }: DocumentSummary): string[] => [
    ...pm,
    ...eng,
    ...(team?.retro?.who ?? []),
  ];
  const own = people(subject);
  const held = ({ team }: DocumentSummary): string => team?.retro?.held ?? "";
  const all = documentsIn(
    index,
    (one) =>
      one.path !== subject.path &&
      held(one) !== "" &&
      held(one) <= today &&
      (one.team?.retro?.actions.length ?? 0) > 0,
  ).sort((a, b) => compare(held(b), held(a)));
  const theirs = all.find((one) => people(one).some((who) => own.some((other) => sameHandle(who, other))));
  return theirs ?? all[0];
}
