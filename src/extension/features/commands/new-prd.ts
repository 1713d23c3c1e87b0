import { commands, Uri, window, workspace } from "vscode";
import type { TextDocument } from "vscode";
import type { Config } from "../../../core/config/config.ts";
import { newPrd, newPrdFolder } from "../../../core/create/new-prd.ts";
import { promptsEdit, promptsIn } from "../../../core/create/prompts.ts";
import { parseDocument } from "../../../core/document/document.ts";
import { insertSnippet } from "../../edits.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";

/** Asks for a name and opens a PRD from the template, with the next free id, in the team's folder or the one clicked. */
export function newPrdCommand({ library, teams, me, clock }: Services): Command {
  return async (target?: unknown): Promise<void> => {
    const workspaceFolder = await folderFor(target);
    if (workspaceFolder === undefined) {
      const open = "Open a folder";
      const picked = await window.showInformationMessage("A PRD needs a folder to live in.", open);
      if (picked === open) await commands.executeCommand("workbench.action.files.openFolder");
      return;
    }
    const name = await window.showInputBox({
      title: "New PRD",
      prompt: "What is it called?",
      ignoreFocusOut: true,
      placeHolder: "Filter exports by date",
      validateInput: (text) =>
        text.trim() === "" ? "Give it a few words that tell it apart from the others" : undefined,
    });
    if (name === undefined) return;
    await library.ready();
    const team = await teams.of(Uri.joinPath(workspaceFolder, "new.md"));
    const takenIds = library.placeOf(Uri.joinPath(workspaceFolder, "new.md"))?.index.ids() ?? [];
    const created = newPrd({
      name,
      config: team.config,
      takenIds,
      me: await me.of(team),
      today: clock.today(),
    });
    const folder = target instanceof Uri ? workspaceFolder : Uri.joinPath(workspaceFolder, newPrdFolder);
    const uri = Uri.joinPath(folder, created.fileName);
    try {
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(created.text));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(`The PRD could not be written to ${uri.path}: ${reason}`);
      return;
    }
    await leadThrough(await workspace.openTextDocument(uri), team.config);
  };
}

/** Selects the template's first prompt; Tab then leads from prompt to prompt. */
async function leadThrough(document: TextDocument, config: Config): Promise<void> {
  const text = document.getText();
  const prompts = promptsIn(parseDocument(text, config));
  if (prompts.length > 0) await insertSnippet(document, promptsEdit(text, prompts));
  // It says what its file says.
  await document.save();
}

/** The folder that was clicked, else the workspace's; asks when it has several. */
async function folderFor(target: unknown): Promise<Uri | undefined> {
  if (target instanceof Uri) return target;
  const folders = workspace.workspaceFolders ?? [];
  const active = window.activeTextEditor?.document.uri;
  const own = active && workspace.getWorkspaceFolder(active);
  if (own !== undefined) return own.uri;
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: "In which folder?" }))?.uri;
}
