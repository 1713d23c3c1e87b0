import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { changeOrder, DIRTY_MS } from "../../../src/extension/live/change-order.ts";
import type { ChangeOrder } from "../../../src/extension/live/change-order.ts";
import type { BufferChange } from "../../../src/collab/editor-port.ts";

const key = { edits: [{ offset: 0, length: 0, text: "a" }] };
const at = (version: number): { text: string; version: number } => ({ text: "a".repeat(version), version });

describe("the order of a document's changes", () => {
  let order: ChangeOrder;
  let told: (BufferChange & { readonly version: number })[];

  beforeEach(() => {
    told = [];
    order = changeOrder(at(1), (change) => told.push({ ...change, version: order.seen.version }));
  });
  afterEach(() => order.dispose());

  it("tells at once of a key in a document that is dirty", () => {
    order.happened(key, at(2), false);
    assert.deepEqual(told, [{ ...key, fromDisk: false, version: 2 }]);
  });

  it("waits with a change of a clean document, and shows the text from before it meanwhile", () => {
    order.happened(key, at(2), true);
    assert.deepEqual(told, []);
    assert.deepEqual(order.seen, at(1));
  });

  it("takes it for an edit where the document is dirty next", () => {
    order.happened(key, at(2), true);
    order.stayed(at(2), false);
    order.happened(key, at(3), false);
    assert.deepEqual(
      told.map(({ fromDisk, version }) => ({ fromDisk, version })),
      [
        { fromDisk: false, version: 2 },
        { fromDisk: false, version: 3 },
      ],
    );
  });

  it("takes it for an edit where our edit was answered", () => {
    order.happened(key, at(2), true);
    order.answered();
    assert.equal(told[0]?.fromDisk, false);
  });

  it("takes it for the file's where a key follows", () => {
    order.happened(key, at(2), true);
    order.happened(key, at(3), false);
    assert.deepEqual(
      told.map(({ fromDisk, version }) => ({ fromDisk, version })),
      [
        { fromDisk: true, version: 2 },
        { fromDisk: false, version: 3 },
      ],
    );
  });

  it("takes it for the file's where nothing follows", async () => {
    order.happened(key, at(2), true);
    await sleep(DIRTY_MS * 2);
    assert.deepEqual(told, [{ ...key, fromDisk: true, version: 2 }]);
  });

  it("knows an undo by its reason, also one that leads back to what was saved", () => {
    order.happened({ ...key, reason: "undo" }, at(2), true);
    assert.deepEqual(told, [{ ...key, reason: "undo", fromDisk: false, version: 2 }]);
  });

  it("follows the document where only its line ends change", () => {
    order.stayed({ text: "b", version: 2 }, true);
    assert.deepEqual(order.seen, { text: "b", version: 2 });
    order.happened(key, at(3), true);
    order.stayed(at(3), true);
    assert.deepEqual(order.seen, { text: "b", version: 2 });
  });

  it("tells nothing after it was disposed of", async () => {
    order.happened(key, at(2), true);
    order.dispose();
    await sleep(DIRTY_MS * 2);
    assert.deepEqual(told, []);
  });
});
