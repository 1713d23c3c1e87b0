import { CodeAction, CodeActionKind, Diagnostic, DiagnosticSeverity, WorkspaceEdit } from "vscode";
import type { CodeActionContext, Range, TextDocument } from "vscode";
import type { ConfigError } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse-config.ts";
import { rangeOf } from "../ranges.ts";
import { TEAM_FILE } from "../services/teams.ts";

function errorsIn(document: TextDocument): readonly ConfigError[] {
  return parseConfig(document.getText(), TEAM_FILE).errors;
}

/** What does not hold in a `seamwork.yaml`. */
export function problemsIn(document: TextDocument): Diagnostic[] {
  return errorsIn(document).map((error) => {
    const diagnostic = new Diagnostic(rangeOf(document, error), error.message, DiagnosticSeverity.Error);
    diagnostic.source = "Seamwork";
    return diagnostic;
  });
}

/** What was probably meant at a place. */
export function correctionsAt(
  document: TextDocument,
  range: Range,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  return errorsIn(document).flatMap((error) => {
    const at = rangeOf(document, error);
    if (error.fix === undefined || at.intersection(range) === undefined) return [];
    const action = new CodeAction(error.fix.title, CodeActionKind.QuickFix);
    action.diagnostics = diagnostics.filter((one) => one.range.isEqual(at));
    action.isPreferred = true;
    action.edit = new WorkspaceEdit();
    action.edit.replace(document.uri, rangeOf(document, error.fix.edit), error.fix.edit.newText);
    return [action];
  });
}
