import { CodeAction, CodeActionKind, languages } from "vscode";
import type { CodeActionContext, Disposable, Range, TextDocument } from "vscode";
import { fixesFor } from "../../core/check/check.ts";
import type { Fix, Problem } from "../../core/rules/rule.ts";
import { workspaceEditOf } from "../edits.ts";
import { offsetsOf } from "../ranges.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import { problemsAt } from "../services/problems.ts";
import type { Services } from "../services/services.ts";
import { codeOf } from "./diagnostics.ts";
import { prdMarkdown } from "./selector.ts";

/** What the light bulb offers for a problem: each rule's own fixes. */
export function registerQuickFixes({ openPrds, problems, library, me }: Services): Disposable {
  const actionsFor = async (
    prd: OpenPrd,
    problem: Problem,
    context: CodeActionContext,
  ): Promise<CodeAction[]> => {
    const fixes = fixesFor(problem, prd.model(), problems.optionsFor(prd), library.placeOf(prd.document.uri));
    const start = prd.document.positionAt(problem.start);
    const answered = context.diagnostics.filter(
      (diagnostic) => codeOf(diagnostic) === problem.code && diagnostic.range.start.isEqual(start),
    );
    const mine = fixes.some(({ onlyFor }) => onlyFor !== undefined) ? await me.of(prd.team) : undefined;
    return fixes
      .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === mine)
      .map((fix) => actionOf(prd.document, fix, answered));
  };
  return languages.registerCodeActionsProvider(
    prdMarkdown,
    {
      async provideCodeActions(
        document: TextDocument,
        range: Range,
        context: CodeActionContext,
      ): Promise<CodeAction[]> {
        const prd = openPrds.get(document);
        if (prd === undefined || !(context.only ?? CodeActionKind.QuickFix).contains(CodeActionKind.QuickFix))
          return [];
        const { start, end } = offsetsOf(document, range);
        const here = problemsAt(problems.of(prd), start, end);
        return (await Promise.all(here.map((problem) => actionsFor(prd, problem, context)))).flat();
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
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
