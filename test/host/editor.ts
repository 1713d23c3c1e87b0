/** What tests do in VS Code, in either host. */
import { commands, languages, Range, Selection, Uri, window, workspace, WorkspaceEdit } from "vscode";
import type { CodeAction, Diagnostic, Position, TextDocument, TextEditor } from "vscode";

/** A file of the suite's folder. */
export function file(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("The suite's folder is not open.");
  return Uri.joinPath(folder.uri, path);
}

export async function write(path: string, text: string): Promise<Uri> {
  const uri = file(path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file(path)));
}

/** Writes a file and shows it. */
export async function openNew(path: string, text: string): Promise<TextEditor> {
  const uri = await write(path, text);
  return until(async () => {
    const editor = await window.showTextDocument(uri);
    if (editor.document.getText() === text) return editor;
    // A document of that name that was deleted a moment ago is still in memory, and VS Code may not have heard of the file.
    await write(path, text);
    await commands.executeCommand("workbench.action.files.revert");
    return undefined;
  }, `${path} shows what was written`);
}

export async function open(path: string): Promise<TextEditor> {
  return window.showTextDocument(file(path));
}

/** Closes all editors without saving, and deletes files that a test wrote. */
export async function cleanUp(...paths: readonly string[]): Promise<void> {
  await commands.executeCommand("workbench.action.closeQuickOpen");
  for (const document of workspace.textDocuments) {
    if (!document.isDirty || document.uri.scheme === "git") continue;
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
  // Git may be writing into a folder that goes, and then some of it stays.
  for (const path of paths)
    await until(async () => {
      await workspace.fs.delete(file(path), { recursive: true, useTrash: false }).then(undefined, () => {});
      return !(await isThere(path));
    }, `${path} is gone`);
}

async function isThere(path: string): Promise<boolean> {
  return workspace.fs.stat(file(path)).then(
    () => true,
    () => false,
  );
}

/**
 * Waits until something holds.
 * @param what the end of "Did not happen: …"; a function sees how things stood last
 */
export async function until<T>(
  find: () => T | undefined | false | Promise<T | undefined | false>,
  what: string | (() => string),
  limit = 25_000,
): Promise<T> {
  const started = Date.now();
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() - started > limit) {
      throw new Error(`Did not happen: ${typeof what === "string" ? what : what()}`);
    }
    await pause(20);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Our diagnostics of a file. */
export function problemsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === "Seamwork");
}

export function codeOf({ code }: Diagnostic): string {
  return typeof code === "object" ? String(code.value) : String(code);
}

export function codesOf(uri: Uri): string[] {
  return problemsOf(uri).map(codeOf);
}

/** Waits until a file has a diagnostic. */
export function problem(uri: Uri, code: string): Promise<Diagnostic> {
  return until(
    () => problemsOf(uri).find((one) => codeOf(one) === code),
    () => `${code} in ${uri.path}, which has ${codesOf(uri).join(", ") || "nothing"}.`,
  );
}

/** Waits until a file no longer has a diagnostic. */
export async function noProblem(uri: Uri, code: string): Promise<void> {
  await until(
    () => !codesOf(uri).includes(code),
    () => `${code} leaves ${uri.path}, which has ${codesOf(uri).join(", ")}.`,
  );
}

/** Where a text stands in a document. */
export function rangeOf(document: TextDocument, text: string, nth = 1): Range {
  let at = -1;
  for (let count = 0; count < nth; count++) at = document.getText().indexOf(text, at + 1);
  if (at < 0) throw new Error(`"${text}" is not in ${document.uri.path}:\n${document.getText()}`);
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Puts the cursor behind a text. */
export function putCursor(editor: TextEditor, behind: string, nth = 1): Position {
  const { end } = rangeOf(editor.document, behind, nth);
  editor.selection = new Selection(end, end);
  return end;
}

/** Replaces a text in a document, as an edit of the person would. */
export async function replace(document: TextDocument, before: string, after: string): Promise<void> {
  const change = new WorkspaceEdit();
  change.replace(document.uri, rangeOf(document, before), after);
  if (!(await workspace.applyEdit(change))) throw new Error("The edit was refused.");
}

/** What the light bulb offers at a place. */
export async function actionsAt(uri: Uri, range: Range, kind?: string): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", uri, range, kind);
}

/** Runs what the light bulb runs: the action's edit, then its command. */
export async function run({ edit, command }: CodeAction): Promise<void> {
  if (edit !== undefined && !(await workspace.applyEdit(edit))) throw new Error("The edit was refused.");
  if (command !== undefined) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Offers of completion at the cursor. */
export async function offersAt(uri: Uri, position: Position, trigger?: string): Promise<string[]> {
  const list = await commands.executeCommand<{ items: { label: string | { label: string } }[] }>(
    "vscode.executeCompletionItemProvider",
    uri,
    position,
    trigger,
  );
  return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** Text of the hovers at a place. */
export async function hoverAt(uri: Uri, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<{ contents: (string | { value: string })[] }[]>(
    "vscode.executeHoverProvider",
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)))
    .join("\n");
}
