import assert from "node:assert/strict";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { applyUpdate, Doc } from "yjs";
import { TEXT_NAME } from "../../../../src/collab/protocol.ts";
import { createPresence, TYPING_TOLD_MS } from "../../../../src/collab/session/presence.ts";
import type { Presence } from "../../../../src/collab/session/presence.ts";

const user = { handle: "@ravi", name: "Ravi", role: "eng", right: "read", colour: 3 };

/** Two people in a room: what one publishes reaches the other, as the server sends it on. */
function room(): {
  ravi: Presence;
  seen: Presence;
  type(words: string): void;
  clock: { at: number };
  stop(): void;
} {
  const clock = { at: 1_000 };
  const docs = [new Doc(), new Doc()] as const;
  docs[0].on("update", (update: Uint8Array) => applyUpdate(docs[1], update));
  docs[0].getText(TEXT_NAME).insert(0, "An owner can join.");
  const mine = new Awareness(docs[0]);
  const theirs = new Awareness(docs[1]);
  mine.on("update", () => {
    applyAwarenessUpdate(theirs, encodeAwarenessUpdate(mine, [mine.clientID]), "network");
  });
  const ravi = createPresence(docs[0].getText(TEXT_NAME), mine, () => clock.at);
  const seen = createPresence(docs[1].getText(TEXT_NAME), theirs, () => clock.at);
  mine.setLocalStateField("user", user);
  return {
    ravi,
    seen,
    type: (words) => docs[0].getText(TEXT_NAME).insert(3, words),
    clock,
    stop() {
      for (const one of [ravi, seen]) one.dispose();
      for (const one of [mine, theirs]) one.destroy();
    },
  };
}

describe("typing", () => {
  it("is told, once in a while, where a key left the caret before the same letter", () => {
    const { ravi, seen, type, clock, stop } = room();
    let told = 0;
    seen.onDidChange(() => told++);
    ravi.publish([{ anchor: 3, head: 3 }], true);
    assert.equal(seen.participants[0]?.typed, undefined, "a key that moved the caret");
    clock.at += 5_000;
    type("o");
    ravi.publish([{ anchor: 4, head: 4 }], true);
    assert.equal(seen.participants[0]?.typed, clock.at);
    assert.equal(seen.participants[0]?.active, clock.at);
    const before = told;
    clock.at += TYPING_TOLD_MS - 1;
    type("l");
    ravi.publish([{ anchor: 5, head: 5 }], true);
    assert.equal(told, before, "told a moment ago");
    clock.at += 1;
    ravi.publish([{ anchor: 5, head: 5 }]);
    assert.equal(told, before, "no key");
    ravi.publish([{ anchor: 5, head: 5 }], true);
    assert.equal(seen.participants[0]?.typed, clock.at);
    stop();
  });
});
