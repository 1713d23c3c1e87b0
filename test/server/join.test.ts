import assert from "node:assert/strict";
import * as Y from "yjs";
import { joinUpdates } from "../../server/room/join.ts";
import { readUpdate } from "../../server/room/update.ts";
import { emptyVector, advance, encodeVector } from "../../server/room/vector.ts";

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** What three people type, some of it without having seen the others' words yet. */
function typed(random: () => number, keys: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc();
    doc.clientID = id * 1000 + Math.floor(random() * 1000);
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "others") updates.push(update);
    });
    return doc;
  });
  for (let key = 0; key < keys; key++) {
    const doc = docs[Math.floor(random() * docs.length)]!;
    const text = doc.getText("content");
    if (random() < 0.3) for (const update of updates) Y.applyUpdate(doc, update, "others");
    if (random() < 0.25 && text.length > 2) text.delete(Math.floor(random() * (text.length - 2)), 2);
    else text.insert(Math.floor(random() * text.length), ["a", "zö", "🧵", "many words "][key % 4]!);
  }
  return updates;
}

function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText("content").toJSON();
}

describe("updates of one tick", () => {
  it("become one with the same effect as all of them, whatever is put together", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed);
      const updates = typed(random, 40);
      const joined: Uint8Array[] = [];
      for (let at = 0; at < updates.length;) {
        const many = 1 + Math.floor(random() * 6);
        joined.push(joinUpdates(updates.slice(at, at + many)));
        at += many;
      }
      assert.equal(textOf(joined), textOf(updates), `seed ${seed}`);
      assert.equal(textOf([joinUpdates(joined)]), textOf(updates), `seed ${seed}, all at once`);
      assert.equal(textOf([Y.mergeUpdates(joined)]), textOf(updates), `seed ${seed}, merged by Yjs`);
    }
  });

  it("become one also when something is missing between them, or comes twice", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed);
      const updates = typed(random, 30);
      const some = updates.filter(() => random() < 0.7);
      const twice = [...some, ...some.slice(3, 9)];
      const joined = joinUpdates(twice);
      assert.equal(textOf([joined]), textOf(twice), `seed ${seed}`);
      assert.equal(textOf([joined, ...updates]), textOf(updates), `seed ${seed}, with the rest`);
    }
  });
});

describe("the vector that a room keeps", () => {
  it("is what a document has, for updates in order", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const updates = typed(randomFrom(seed), 40);
      const vector = emptyVector();
      const doc = new Y.Doc();
      for (const update of updates) {
        assert.equal(
          advance(vector, readUpdate(update).runs) || readUpdate(update).deletions.length > 0,
          true,
        );
        Y.applyUpdate(doc, update);
      }
      assert.deepEqual(
        Y.decodeStateVector(encodeVector(vector)),
        Y.decodeStateVector(Y.encodeStateVector(doc)),
      );
      assert.equal(vector.beyond.size, 0);
      for (const update of updates) assert.equal(advance(vector, readUpdate(update).runs), false);
    }
  });

  it("stops at a hole, and goes on when the hole is filled, in any order", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed);
      const updates = typed(random, 40);
      const whole = emptyVector();
      for (const update of updates) advance(whole, readUpdate(update).runs);
      const vector = emptyVector();
      for (const update of updates
        .map((update) => ({ update, key: random() }))
        .sort((a, b) => a.key - b.key)) {
        advance(vector, readUpdate(update.update).runs);
        for (const [client, clock] of vector.clocks) assert.ok(clock <= whole.clocks.get(client)!);
      }
      assert.deepEqual(new Map(vector.clocks), new Map(whole.clocks));
      assert.equal(vector.beyond.size, 0);
    }
  });
});
