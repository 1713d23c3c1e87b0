import assert from "node:assert/strict";
import * as Y from "yjs";
import { bind } from "../../../../src/collab/binding/bind.ts";
import type { BufferChange, BufferEdit, EditorPort } from "../../../../src/collab/editor-port.ts";

function instantPort(
  text: string,
): EditorPort & { type(offset: number, length: number, text: string): void; text: string } {
  const listeners = new Set<(change: BufferChange) => void>();
  const port = {
    text,
    version: 1,
    selections: [],
    change(edits: readonly BufferEdit[]) {
      for (const { offset, length, text } of [...edits].reverse())
        port.text = port.text.slice(0, offset) + text + port.text.slice(offset + length);
      port.version++;
      for (const listener of listeners) listener({ edits, fromDisk: false });
    },
    type: (offset: number, length: number, text: string) => port.change([{ offset, length, text }]),
    async apply(edits: readonly BufferEdit[], version: number) {
      await Promise.resolve();
      if (version !== port.version) return false;
      port.change(edits);
      return true;
    },
    select() {},
    onChange(listener: (change: BufferChange) => void) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    onSave: () => ({ dispose() {} }),
    dispose() {},
  };
  return port;
}

describe("binding", () => {
  it("smoke", async () => {
    const a = new Y.Doc();
    const b = new Y.Doc();
    a.getText("content").insert(0, "one two\n");
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    a.on("update", (u, origin) => origin !== "b" && Y.applyUpdate(b, u, "a"));
    b.on("update", (u, origin) => origin !== "a" && Y.applyUpdate(a, u, "b"));
    const events: unknown[] = [];
    const rest = {
      right: "edit" as const,
      log: (event: unknown) => events.push(event),
      onRevert: async () => "keep-shared" as const,
      onRepaired: (repair: unknown) => events.push(repair),
    };
    const pa = instantPort("one two\r\n");
    const pb = instantPort("one 2 two\n");
    const ba = bind({ network: a, editor: pa, ...rest });
    const bb = bind({ network: b, editor: pb, ...rest });
    pb.type(0, 0, "x");
    pa.type(3, 0, "\r\nyes");
    pb.type(1, 0, "y");
    await ba.settled();
    await bb.settled();
    await ba.settled();
    assert.equal(pa.text.replaceAll("\r\n", "\n"), pb.text);
    assert.equal(pb.text, "xyone\nyes two\n");
    assert.ok(bb.undo());
    await ba.settled();
    await bb.settled();
    assert.equal(pb.text, "one\nyes two\n");
    assert.equal(pa.text, "one\r\nyes two\r\n");
    assert.ok(bb.redo());
    await bb.settled();
    assert.equal(pb.text, "xyone\nyes two\n");
    assert.deepEqual(
      events.filter((e) => (e as { kind?: string }).kind !== "applied"),
      [],
    );
  });
});
