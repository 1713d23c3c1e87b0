/** A buffer without an editor, whose edits apply at once: what the session is tested with (the binding has its own tests). */
import type { BufferChange, BufferEdit, EditorPort } from "../../../src/collab/editor-port.ts";

export interface Buffer extends EditorPort {
  type(at: number, text: string): void;
  remove(at: number, length: number): void;
  save(): void;
}

export function bufferOf(initial: string): Buffer {
  let text = initial;
  let version = 1;
  const changes = new Set<(change: BufferChange) => void>();
  const saves = new Set<() => void>();
  const change = (edits: readonly BufferEdit[]): void => {
    for (const edit of edits.toReversed())
      text = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
    version++;
    for (const listener of changes) listener({ edits, fromDisk: false });
  };
  const listen = <Listener>(set: Set<Listener>, listener: Listener): { dispose(): void } => {
    set.add(listener);
    return { dispose: () => set.delete(listener) };
  };
  return {
    get text() {
      return text;
    },
    get version() {
      return version;
    },
    selections: [],
    async apply(edits, seen) {
      await Promise.resolve();
      if (seen !== version) return false;
      change(edits);
      return true;
    },
    select() {},
    onChange: (listener) => listen(changes, listener),
    onSave: (listener) => listen(saves, listener),
    dispose() {},
    type: (at, inserted) => change([{ offset: at, length: 0, text: inserted }]),
    remove: (at, length) => change([{ offset: at, length, text: "" }]),
    save: () => saves.forEach((listener) => listener()),
  };
}
