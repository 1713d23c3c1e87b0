import { CodeActionKind, Disposable, languages, workspace } from "vscode";
import type { TextDocument } from "vscode";
import { baseName } from "../services/paths.ts";
import { TEAM_FILE } from "../services/teams.ts";

/** What does not hold in an open `seamwork.yaml`, while typing, and what was probably meant. */
export function registerTeamFile(): Disposable {
  const collection = languages.createDiagnosticCollection("seamwork.yaml");
  const isTeamFile = ({ uri }: TextDocument): boolean => baseName(uri) === TEAM_FILE && uri.scheme !== "git";
  const show = async (document: TextDocument): Promise<void> => {
    if (!isTeamFile(document)) return;
    const { problemsIn } = await import("./team-file-problems.ts");
    if (!document.isClosed) collection.set(document.uri, problemsIn(document));
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
        async provideCodeActions(document, range, context) {
          if (!isTeamFile(document)) return [];
          const { correctionsAt } = await import("./team-file-problems.ts");
          return correctionsAt(document, range, context);
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}
