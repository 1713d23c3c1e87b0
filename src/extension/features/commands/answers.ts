import { CodeAction, CodeActionKind, window } from "vscode";
import type { Range, TextDocument } from "vscode";
import {
  assumptionState,
  constraintState,
  disagreementState,
  questionState,
} from "../../../core/document/state.ts";
import type { PrdDocument } from "../../../core/document/model.ts";
import { answerEdit } from "../../../core/writing/insert.ts";
import { place } from "../../../core/writing/snippet.ts";
import type { Said } from "../../../core/writing/said.ts";
import { annotationAt } from "../../../core/document/at.ts";
import type { AnyAnnotation } from "../../../core/document/at.ts";
import { insert } from "../../edits.ts";
import { offsetsOf } from "../../ranges.ts";
import { problemsAt } from "../../services/problems.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { hereIn } from "./active.ts";

/** An answer that an annotation can get, and how it is written. */
interface Reply {
  /** What it can answer. */
  readonly fits: (annotation: AnyAnnotation) => boolean;
  readonly said: (annotation: AnyAnnotation, who: string, today: string) => Said;
  readonly nothing: string;
}

const replies: Readonly<Record<"accept" | "counter" | "answer", Reply>> = {
  accept: {
    fits: (one) => one.kind === "constraint",
    said: (_, who, today) => [`Accepted ${who} ${today}.`],
    nothing: "Put the cursor on a constraint, such as C1, to accept it.",
  },
  counter: {
    fits: (one) => one.kind === "constraint",
    said: (_, who, today) => [`Countered ${who} ${today}: `, place("what if we"), "?"],
    nothing: "Put the cursor on a constraint, such as C1, to counter it with a question or another way.",
  },
  answer: {
    fits: (one) => one.kind !== "edge-case",
    said: answerTo,
    nothing: "Put the cursor on a question, constraint, assumption or disagreement to answer it.",
  },
};

/** How a kind of annotation is answered. */
function answerTo({ kind }: AnyAnnotation, who: string, today: string): Said {
  if (kind === "assumption") return [`Tested ${who} ${today}: `, place("held or broke, see C1")];
  if (kind === "disagreement") return [`Resolved ${today}: `, place("what you agreed on"), "."];
  return [`Answered ${who} ${today}: `, place("the answer"), "."];
}

/** Whether somebody is still waiting for an answer. */
function isOpen(annotation: AnyAnnotation, document: PrdDocument): boolean {
  switch (annotation.kind) {
    case "constraint":
      return constraintState(annotation, document).state.startsWith("waits");
    case "question":
      return questionState(annotation, document).state === "open";
    case "assumption":
      return assumptionState(annotation).state === "untested";
    case "disagreement":
      return disagreementState(annotation).state === "open";
    case "edge-case":
      return false;
  }
}

/** Commands that answer the annotation under the cursor. */
export function answerCommands(services: Services): Record<keyof typeof replies, Command> {
  const { clock, me } = services;
  const run = async ({ fits, said, nothing }: Reply, uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset, ["prd", "cycle", "retro"]);
    if (here === undefined) return;
    const { document, team } = here.prd;
    const before = annotationAt(here.prd.model(), here.offset);
    if (before === undefined || !fits(before)) {
      void window.showInformationMessage(nothing);
      return;
    }
    const who = await me.orAsk(team);
    // The text may have changed while somebody was asked.
    const model = here.prd.model();
    const annotation = annotationAt(model, here.offset);
    if (who === undefined || annotation?.id !== before.id) return;
    await insert(document, [answerEdit(annotation, said(annotation, who, clock.today()))]);
  };
  const by =
    (reply: Reply): Command =>
    (uri, offset) =>
      run(reply, uri, offset);
  return { accept: by(replies.accept), counter: by(replies.counter), answer: by(replies.answer) };
}

/** The same in the light bulb's menu, while somebody waits for an answer. */
export function answersAt(
  { openPrds, problems }: Services,
  document: TextDocument,
  range: Range,
): CodeAction[] {
  const prd = openPrds.get(document);
  const offset = document.offsetAt(range.start);
  const annotation = prd && annotationAt(prd.model(), offset);
  if (prd === undefined || annotation === undefined || !isOpen(annotation, prd.model())) return [];
  // A problem about its waiting offers the same as quick fixes.
  const { start, end } = offsetsOf(document, range);
  if (problemsAt(problems.of(prd), start, end).some(({ code }) => offering.has(code))) return [];
  return actionsFor(annotation).map(({ command, title }) => {
    const action = new CodeAction(title, CodeActionKind.Refactor);
    action.command = { title, command: `seamwork.${command}`, arguments: [document.uri, offset] };
    return action;
  });
}

/** Problems whose quick fixes are these answers. */
const offering: ReadonlySet<string> = new Set(["PRD110", "PRD201", "PRD202"]);

function actionsFor({ kind, id }: AnyAnnotation): readonly { command: string; title: string }[] {
  switch (kind) {
    case "constraint":
      // To answer one in other words is for the command palette.
      return [
        { command: "accept", title: `Accept ${id}` },
        { command: "counter", title: `Counter ${id}` },
        { command: "openDisagreement", title: `Open a disagreement about ${id}` },
      ];
    case "assumption":
      return [
        { command: "held", title: `${id} held` },
        { command: "broke", title: `${id} broke…` },
      ];
    case "disagreement":
      return [
        { command: "resolve", title: `Resolve ${id}…` },
        { command: "raise", title: `Raise ${id} to the next tier…` },
      ];
    default:
      return [{ command: "answer", title: `Answer ${id}` }];
  }
}
