import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  workspace,
  WorkspaceEdit,
} from "vscode";
import type { TextDocument } from "vscode";
import { parseConfig } from "../../core/config/config.ts";
import type { ConfigError } from "../../core/config/config.ts";
import { rangeOf } from "../ranges.ts";
import { baseName } from "../services/paths.ts";
import { TEAM_FILE } from "../services/teams.ts";

/** What does not hold in an open `seamwork.yaml`, while typing, and what was probably meant. */
export function registerTeamFile(): Disposable {
  const collection = languages.createDiagnosticCollection("seamwork.yaml");
  const isTeamFile = ({ uri }: TextDocument): boolean => baseName(uri) === TEAM_FILE && uri.scheme !== "git";
  const errorsIn = (document: TextDocument): readonly ConfigError[] =>
    parseConfig(document.getText(), TEAM_FILE).errors;
  const show = (document: TextDocument): void => {
    if (!isTeamFile(document)) return;
    collection.set(
      document.uri,
      errorsIn(document).map((error) => {
        const diagnostic = new Diagnostic(rangeOf(document, error), error.message, DiagnosticSeverity.Error);
        diagnostic.source = "Seamwork";
        return diagnostic;
      }),
    );
  };
  workspace.textDocuments.forEach(show);
  return Disposable.from(
    collection,
    workspace.onDidOpenTextDocument(show),
    workspace.onDidChangeTextDocument(({ document }) => show(document)),
    workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    languages.registerCodeActionsProvider(
      { pattern: `**/${TEAM_FILE}` },
      {
        provideCodeActions(document, range, { diagnostics }): CodeAction[] {
          if (!isTeamFile(document)) return [];
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
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}
