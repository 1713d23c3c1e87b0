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
import type { ConfigError } from "../../core/config/config.ts";
import { rangeOf } from "../ranges.ts";
import { baseName } from "../services/paths.ts";
import { TEAM_FILE } from "../services/teams.ts";

/** What does not hold in an open `seamwork.yaml`, while typing, and what was probably meant. */
export function registerTeamFile(): Disposable {
  const collection = languages.createDiagnosticCollection("seamwork.yaml");
  const isTeamFile = ({ uri }: TextDocument): boolean => baseName(uri) === TEAM_FILE && uri.scheme !== "git";
  const errorsIn = async (document: TextDocument): Promise<readonly ConfigError[]> => {
    const { parseConfig } = await import("../../core/config/parse-config.ts");
    return parseConfig(document.getText(), TEAM_FILE).errors;
  };
  const show = async (document: TextDocument): Promise<void> => {
    if (!isTeamFile(document)) return;
    const errors = await errorsIn(document);
    if (document.isClosed) return;
    collection.set(
      document.uri,
      errors.map((error) => {
        const diagnostic = new Diagnostic(rangeOf(document, error), error.message, DiagnosticSeverity.Error);
        diagnostic.source = "Seamwork";
        return diagnostic;
      }),
    );
  };
  for (const document of workspace.textDocuments) void show(document);
  return Disposable.from(
    collection,
    workspace.onDidOpenTextDocument((document) => void show(document)),
    workspace.onDidChangeTextDocument(({ document }) => void show(document)),
    workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    languages.registerCodeActionsProvider(
      { pattern: `**/${TEAM_FILE}` },
      {
        async provideCodeActions(document, range, { diagnostics }): Promise<CodeAction[]> {
          if (!isTeamFile(document)) return [];
          return (await errorsIn(document)).flatMap((error) => {
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
