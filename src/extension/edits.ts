import {
  Range,
  Selection,
  SnippetString,
  SnippetTextEdit,
  TextEdit,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import type { TextDocument, TextEditor, Uri } from "vscode";
import type { FixEdit } from "../core/problem.ts";
import type { Range as Offsets } from "../core/text/range.ts";
import { rangeOf } from "./ranges.ts";

/**
 * Core's edits as one change that can be undone at once. Snippets keep the white space that core gave them; VS Code
 * performs them in the active editor and as plain text elsewhere.
 */
export function workspaceEditOf(document: TextDocument, edits: readonly FixEdit[]): WorkspaceEdit {
  const change = new WorkspaceEdit();
  change.set(
    document.uri,
    edits.map((edit) => {
      const range = rangeOf(document, edit);
      if (edit.snippet !== true) return TextEdit.replace(range, edit.newText);
      const snippet = new SnippetTextEdit(range, new SnippetString(edit.newText));
      snippet.keepWhitespace = true;
      return snippet;
    }),
  );
  return change;
}

/**
 * Shows a document, applies edits to it and puts the cursor into the first place to fill in.
 *
 * @param edits of the text as it is when this is called
 * @returns false when the text was changed meanwhile, or may not be; nothing has happened then
 */
export async function insert(document: TextDocument, edits: readonly FixEdit[]): Promise<boolean> {
  const change = workspaceEditOf(document, edits);
  const { version } = document;
  await window.showTextDocument(document);
  return document.version === version && workspace.applyEdit(change);
}

/**
 * Shows a document and writes a snippet into it, whose first place is selected; Tab leads to the next.
 *
 * @param edit of the text as it is when this is called
 */
export async function insertSnippet(document: TextDocument, edit: FixEdit): Promise<void> {
  const editor = await window.showTextDocument(document);
  const range = rangeOf(document, edit);
  await editor.insertSnippet(new SnippetString(edit.newText), range, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** How often an edit is computed for a text that somebody else writes in at the same time. */
const MOST_TIMES = 3;

/**
 * The same for edits that take no thinking: they are computed for the text as it stands, and anew when it changed in
 * the moment in which they were made.
 *
 * @param compute gives nothing when there is nothing to do any more
 * @returns whether something was written
 */
export async function insertAnew(
  document: TextDocument,
  compute: () => readonly FixEdit[],
): Promise<boolean> {
  await window.showTextDocument(document);
  return writeAnew(document, compute);
}

/** The same where the document is, or is not, on the screen: the focus stays. */
export async function writeAnew(document: TextDocument, compute: () => readonly FixEdit[]): Promise<boolean> {
  for (let times = 0; times < MOST_TIMES; times++) {
    const edits = compute();
    if (edits.length === 0) return false;
    if (await workspace.applyEdit(workspaceEditOf(document, edits))) return true;
  }
  void window.showInformationMessage(
    "Nothing was written: this text may not be changed now. Please try again.",
  );
  return false;
}

/** Shows a document and selects a stretch of it. */
export async function selectIn(uri: Uri, at: Offsets): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  const range = rangeOf(document, at);
  editor.selections = [new Selection(range.start, range.end)];
  editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
