import { CodeAction, CodeActionKind } from "vscode";
import type { CodeActionContext, Range, TextDocument } from "vscode";
import { fixesFor } from "../../../core/check/fixes.ts";
import type { Fix, Problem } from "../../../core/problem.ts";
import { workspaceEditOf } from "../../edits.ts";
import { offsetsOf } from "../../ranges.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import { problemsAt } from "../../services/problems.ts";
import type { Services } from "../../services/services.ts";
import { codeOf } from "../diagnostics.ts";
import { commandFixes } from "./fix-commands.ts";
import type { CommandFix } from "./fix-commands.ts";

/** What the light bulb offers for the problems at a place: what is a command, and each rule's own fixes. */
export async function quickFixesAt(
  services: Services,
  document: TextDocument,
  range: Range,
  context: CodeActionContext,
): Promise<CodeAction[]> {
  const { openPrds, problems, me } = services;
  const team = openPrds.get(document)?.team;
  const who = team && (await me.of(team));
  // The text may have changed, or the document be closed, while somebody's name was looked up.
  const prd = openPrds.get(document);
  if (prd === undefined) return [];
  const { start, end } = offsetsOf(document, range);
  const here = problemsAt(problems.of(prd), start, end);
  return here.flatMap((problem) => actionsFor(services, prd, problem, context, who));
}

function actionsFor(
  services: Services,
  prd: OpenPrd,
  problem: Problem,
  context: CodeActionContext,
  who: string | undefined,
): CodeAction[] {
  const { document } = prd;
  const { problems, library } = services;
  const { fixes, also } = commandFixes({ services, prd, problem, me: who });
  const place = library.placeOf(document.uri);
  const own = also
    ? fixesFor(problem, prd.model(), problems.optionsFor(prd), place && { ...place, me: who })
    : [];
  const start = document.positionAt(problem.start);
  const answered = context.diagnostics.filter(
    (diagnostic) => codeOf(diagnostic) === problem.code && diagnostic.range.start.isEqual(start),
  );
  return [
    ...fixes.map((fix) => commandActionOf(document, fix, answered)),
    ...own
      .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === who)
      .map((fix) => actionOf(document, fix, answered)),
  ];
}

function commandActionOf(
  document: TextDocument,
  { title, command, args = [], edits, preferred }: CommandFix,
  diagnostics: CodeAction["diagnostics"],
): CodeAction {
  const fix: Fix = { title, kind: "guided", edits: edits ?? [], preferred: preferred === true };
  const action = actionOf(document, fix, diagnostics);
  if (command !== undefined) action.command = { title, command: `seamwork.${command}`, arguments: [...args] };
  return action;
}

function actionOf(document: TextDocument, fix: Fix, diagnostics: CodeAction["diagnostics"]): CodeAction {
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  if (diagnostics !== undefined) action.diagnostics = diagnostics;
  if (fix.preferred === true) action.isPreferred = true;
  if (fix.edits.length > 0) action.edit = workspaceEditOf(document, fix.edits);
  if (fix.select !== undefined) {
    action.command = { title: fix.title, command: "seamwork.select", arguments: [document.uri, fix.select] };
  }
  return action;
}
