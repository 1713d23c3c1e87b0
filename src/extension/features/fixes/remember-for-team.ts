import { Uri, window, workspace, WorkspaceEdit } from "vscode";
import { addToList } from "../../../core/config/add-to-list.ts";
import type { Command } from "../../command.ts";
import { rangeOf } from "../../ranges.ts";
import type { Services } from "../../services/services.ts";
import { TEAM_FILE } from "../../services/teams.ts";

/**
 * Puts a value at the end of a list of the team's `seamwork.yaml`, which is begun where there is none. The file is saved
 * where nobody was editing it.
 *
 * @param uri a document of the team
 * @param path the list's keys from the top
 */
export function rememberForTeamCommand({ teams }: Services): Command {
  return async (uri, path, value) => {
    if (!(uri instanceof Uri)) return;
    const team = await teams.of(uri);
    const file = team.file ?? Uri.joinPath(team.root, TEAM_FILE);
    if (team.file === undefined) {
      const begun = new WorkspaceEdit();
      begun.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode("version: 1\n") });
      if (!(await workspace.applyEdit(begun))) return;
    }
    const document = await workspace.openTextDocument(file);
    const edited = document.isDirty;
    const edit = addToList(document.getText(), path as readonly string[], String(value));
    if (edit === undefined) {
      await window.showTextDocument(document);
      void window.showInformationMessage(
        `${TEAM_FILE} has no room for it as it stands. Add ${String(value)} to \`${(path as readonly string[]).join(".")}\` there.`,
      );
      return;
    }
    const change = new WorkspaceEdit();
    change.replace(file, rangeOf(document, edit), edit.newText);
    if ((await workspace.applyEdit(change)) && !edited) await document.save();
  };
}
