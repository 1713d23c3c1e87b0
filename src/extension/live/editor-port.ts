import {
  Range,
  Selection,
  TextDocumentChangeReason,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import type { TextDocument, TextEditor } from "vscode";
import type { BufferEdit, EditorPort } from "../../collab/editor-port.ts";

/** A text document of VS Code as the binding sees it. */
export function editorPortOf(document: TextDocument): EditorPort {
  const listening = new Set<{ dispose(): void }>();
  const keep = <One extends { dispose(): void }>(one: One): One => {
    listening.add(one);
    return one;
  };
  const editor = (): TextEditor | undefined =>
    window.activeTextEditor?.document === document
      ? window.activeTextEditor
      : window.visibleTextEditors.find((one) => one.document === document);

  return {
    get text() {
      return document.getText();
    },
    get version() {
      return document.version;
    },
    get selections() {
      return (editor()?.selections ?? []).map(({ anchor, active }) => ({
        anchor: document.offsetAt(anchor),
        head: document.offsetAt(active),
      }));
    },
    async apply(edits, version) {
      if (document.isClosed || document.version !== version) return false;
      const ranges = edits.map((edit) => rangeOf(document, edit));
      const visible = editor();
      try {
        if (visible === undefined) {
          const change = new WorkspaceEdit();
          edits.forEach(({ text }, index) => change.replace(document.uri, ranges[index] as Range, text));
          return await workspace.applyEdit(change);
        }
        return await visible.edit(
          (builder) => edits.forEach(({ text }, index) => builder.replace(ranges[index] as Range, text)),
          { undoStopBefore: false, undoStopAfter: false },
        );
      } catch {
        // The editor was closed while the edit was on its way: it is computed anew.
        return false;
      }
    },
    select(selections) {
      const visible = editor();
      const [first] = selections;
      if (visible === undefined || first === undefined) return;
      visible.selections = selections.map(
        ({ anchor, head }) => new Selection(document.positionAt(anchor), document.positionAt(head)),
      );
      const at = document.positionAt(first.head);
      visible.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
    },
    onChange: (listener) =>
      keep(
        workspace.onDidChangeTextDocument(({ document: changed, contentChanges, reason }) => {
          // An event without changes says that the document is dirty or not, or has other line ends.
          if (changed !== document || contentChanges.length === 0) return;
          listener({
            edits: contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
              offset: rangeOffset,
              length: rangeLength,
              text,
            })),
            ...(reason !== undefined && {
              reason: reason === TextDocumentChangeReason.Undo ? ("undo" as const) : ("redo" as const),
            }),
            // A key makes a document dirty before the event; what leaves it clean came from the file.
            fromDisk: !document.isDirty && !document.isUntitled && reason === undefined,
          });
        }),
      ),
    onSave: (listener) =>
      keep(
        workspace.onDidSaveTextDocument((saved) => {
          if (saved === document) listener();
        }),
      ),
    dispose() {
      for (const one of listening) one.dispose();
      listening.clear();
    },
  };
}

function rangeOf(document: TextDocument, { offset, length }: BufferEdit): Range {
  return new Range(document.positionAt(offset), document.positionAt(offset + length));
}
