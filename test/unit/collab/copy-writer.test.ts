import assert from "node:assert/strict";
import { createCopyWriter } from "../../../src/collab/copy-writer.ts";
import type { CopyWriter } from "../../../src/collab/copy-writer.ts";
import type { LocalCopy } from "../../../src/collab/local-copy.ts";
import { createClock } from "./binding/clock.ts";

const state = Uint8Array.of(0, 0);

function writerWith(
  before?: LocalCopy,
  fails?: () => boolean,
): { writer: CopyWriter; written: LocalCopy[]; reasons: string[] } {
  const written: LocalCopy[] = [];
  const reasons: string[] = [];
  const file = {
    load: () => Promise.resolve(undefined),
    save(copy: LocalCopy) {
      if (fails?.() === true) return Promise.reject(new Error("the disk is full"));
      written.push(copy);
      return Promise.resolve();
    },
    remove: () => Promise.resolve(),
  };
  const writer = createCopyWriter(
    file,
    before,
    () => state,
    (reason) => reasons.push(reason),
  );
  return { writer, written, reasons };
}

describe("the local copy of a room", () => {
  it("says what was saved, not what was typed, when the buffer has gone", async () => {
    const { writer, written } = writerWith();
    writer.holds("one");
    writer.wrote("one");
    writer.holds("one two");
    assert.deepEqual([writer.last, writer.saved, writer.held], ["one two", "one", undefined]);
    writer.closed();
    // The file has what was saved; what was typed since is in the shared text, and may come back with the buffer.
    assert.deepEqual([writer.last, writer.saved, writer.held], ["one", "one", "one two"]);
    await writer.now();
    assert.deepEqual(written, [{ state, last: "one", saved: "one" }]);
  });

  it("is not written before there was a buffer", async () => {
    const { writer, written } = writerWith();
    await writer.now();
    assert.deepEqual(written, []);
    writer.holds("one");
    await writer.now();
    assert.deepEqual(written, [{ state, last: "one", saved: "one" }]);
  });

  it("goes on from what there was", async () => {
    const { writer, written } = writerWith({ state, last: "typed", saved: "saved" });
    await writer.now();
    assert.deepEqual(written, [{ state, last: "typed", saved: "saved" }]);
  });

  it("is written a moment after the first of some changes, once", async () => {
    const clock = createClock();
    const timers = clock.install();
    try {
      const { writer, written } = writerWith();
      writer.holds("a");
      await clock.run(400);
      writer.holds("ab");
      assert.equal(written.length, 0);
      await clock.run(500);
      assert.deepEqual(
        written.map(({ last }) => last),
        ["ab"],
      );
      await clock.run(5000);
      assert.equal(written.length, 1);
    } finally {
      timers.restore();
    }
  });

  it("is tried again with the next change when it could not be written", async () => {
    let isFull = true;
    const { writer, written, reasons } = writerWith(undefined, () => isFull);
    writer.holds("a");
    await writer.now();
    assert.deepEqual([written.length, reasons], [0, ["the disk is full"]]);
    isFull = false;
    writer.holds("ab");
    await writer.now();
    assert.deepEqual(
      written.map(({ last }) => last),
      ["ab"],
    );
  });
});
