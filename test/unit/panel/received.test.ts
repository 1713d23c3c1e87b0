import assert from "node:assert/strict";
import { moved } from "../../../src/extension/webview/moved.ts";
import { readMessage } from "../../../src/extension/features/readiness/received.ts";

describe("what the panel's page may say", () => {
  it("is read when it fits", () => {
    assert.deepEqual(readMessage({ kind: "ready", tab: "prd" }), { kind: "ready", tab: "prd" });
    assert.deepEqual(readMessage({ kind: "run", command: "moveOn" }), { kind: "run", command: "moveOn" });
    assert.deepEqual(readMessage({ kind: "open", document: "file:///a.md" }), {
      kind: "open",
      document: "file:///a.md",
      at: undefined,
    });
    assert.deepEqual(
      readMessage({
        kind: "act",
        document: "file:///a.md",
        version: 3,
        key: "C1",
        action: { kind: "accept", label: "Accept", at: 9, command: "workbench.action.quit" },
      }),
      { kind: "act", document: "file:///a.md", key: "C1", action: { kind: "accept", label: "Accept" } },
    );
  });

  it("is nothing when it does not: no command by name, no odd places", () => {
    for (const message of [
      undefined,
      "ready",
      { kind: "ready", tab: "other" },
      { kind: "run", command: "workbench.action.quit" },
      { kind: "goTo", document: "file:///a.md", version: 1, start: -1, end: 2 },
      { kind: "goTo", document: "file:///a.md", version: 1, start: 0.5, end: 2 },
      { kind: "goTo", document: 7, version: 1, start: 0, end: 2 },
      { kind: "act", document: "file:///a.md", key: "C1", action: "accept" },
      { kind: "open", document: "file:///a.md", at: { start: "0", end: 1 } },
      { kind: "execute", command: "x" },
    ])
      assert.equal(readMessage(message), undefined, JSON.stringify(message));
  });
});

describe("a place that the panel showed a moment ago", () => {
  it("is found where its words are now", () => {
    const insert = { rangeOffset: 2, rangeLength: 0, text: "abc" };
    assert.deepEqual(
      [1, 2, 5].map((at) => moved(at, [insert])),
      [1, 5, 8],
    );
    const remove = { rangeOffset: 2, rangeLength: 4, text: "" };
    assert.deepEqual(
      [1, 4, 6, 9].map((at) => moved(at, [remove])),
      [1, 2, 2, 5],
    );
  });
});
