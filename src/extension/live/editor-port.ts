import {
  Range,
  Selection,
  TextDocumentChangeReason,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
} from "vscode";
import type { TextDocument, TextDocumentChangeEvent, TextEditor } from "vscode";
import type { BufferChange, BufferEdit, EditorPort } from "../../collab/editor-port.ts";
import { changeOrder } from "./change-order.ts";
import type { ChangeOrder, Seen } from "./change-order.ts";

/** A text document of VS Code as the binding sees it. */
export function editorPortOf(document: TextDocument): EditorPort {
  const listening = new Set<{ dispose(): void }>();
  const keep = <One extends { dispose(): void }>(one: One): One => {
    listening.add(one);
    return one;
  };
  const changeListeners = new Set<(change: BufferChange) => void>();
  const now = (): Seen => ({ text: document.getText(), version: document.version });
  const order = changeOrder(now(), (change) => {
    for (const listener of changeListeners) listener(change);
  });
  keep(order);
  keep(
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) hear(event, order, now());
    }),
  );
  const editor = (): TextEditor | undefined =>
    window.activeTextEditor?.document === document
      ? window.activeTextEditor
      : window.visibleTextEditors.find((one) => one.document === document);

  return {
    get text() {
      return order.seen.text;
    },
    get version() {
      return order.seen.version;
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
        const done = await (visible === undefined
          ? inBackground(document, ranges, edits)
          : inEditor(visible, ranges, edits));
        if (done) order.answered();
        return done;
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
    onChange(listener) {
      changeListeners.add(listener);
      return { dispose: () => changeListeners.delete(listener) };
    },
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

/** Tells of an event in the order in which things happened. */
function hear(
  { document, contentChanges, reason }: TextDocumentChangeEvent,
  order: ChangeOrder,
  now: Seen,
): void {
  const clean = !document.isDirty && !document.isUntitled;
  if (contentChanges.length === 0) {
    order.stayed(now, clean);
    return;
  }
  order.happened(
    {
      edits: contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        text,
      })),
      ...(reason !== undefined && {
        reason: reason === TextDocumentChangeReason.Undo ? ("undo" as const) : ("redo" as const),
      }),
    },
    now,
    clean,
  );
}

function inBackground(
  { uri }: TextDocument,
  ranges: readonly Range[],
  edits: readonly BufferEdit[],
): Thenable<boolean> {
  const change = new WorkspaceEdit();
  edits.forEach(({ text }, index) => change.replace(uri, ranges[index] as Range, text));
  return workspace.applyEdit(change);
}

function inEditor(
  editor: TextEditor,
  ranges: readonly Range[],
  edits: readonly BufferEdit[],
): Thenable<boolean> {
  return editor.edit(
    (builder) => edits.forEach(({ text }, index) => builder.replace(ranges[index] as Range, text)),
    { undoStopBefore: false, undoStopAfter: false },
  );
}

function rangeOf(document: TextDocument, { offset, length }: BufferEdit): Range {
  return new Range(document.positionAt(offset), document.positionAt(offset + length));
}
