import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as Y from "yjs";
import { bind } from "../../../../src/collab/binding/bind.ts";
import type { Binding } from "../../../../src/collab/binding/binding.ts";
import { sharedText } from "../../../../src/collab/text/line-ends.ts";
import { rounds } from "../../../long.ts";
import { chanceOf } from "./chance.ts";
import { createClock } from "./clock.ts";
import type { FakeWindow } from "./fake-window.ts";
import { caretAt, createWindow } from "./fake-window.ts";
import { createHub } from "./hub.ts";

const MINUTE = 60_000;
/** As long as the two type. */
const MINUTES = rounds(6, 60);
/** The text is cut back to about this size, so that what grows is not the text. */
const SIZE = 6_000;

interface Typist {
  readonly doc: Y.Doc;
  readonly window: FakeWindow;
  readonly binding: Binding;
}

describe(`binding for ${MINUTES} minutes`, () => {
  it("keeps its memory while two people type", async function () {
    this.timeout(600_000);
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc") as () => void;
    const chance = chanceOf(1);
    const clock = createClock();
    const timers = clock.install();
    try {
      const hub = createHub(clock, chance, 80);
      let keys = 0;
      const typists = [0, 1].map((i): Typist => {
        const doc = new Y.Doc();
        doc.clientID = 100 + i;
        hub.link(doc, "edit").connect();
        const window = createWindow({
          clock,
          chance,
          text: "",
          eol: i === 0 ? "\n" : "\r\n",
          delay: 30,
          moody: 0.1,
        });
        const binding = bind({
          network: doc,
          editor: window.port,
          right: "edit",
          log: ({ kind }) => assert.ok(kind !== "repaired" && kind !== "unseen"),
          onRevert: () => Promise.reject(new Error("nothing was reverted")),
          onRepaired: () => assert.fail(),
        });
        const next = (): void => {
          keys++;
          press({ doc, window, binding });
          if (clock.now < MINUTES * MINUTE)
            clock.after(chance.number(400) + (chance.is(0.01) ? 5000 : 0), next);
        };
        clock.after(chance.number(400), next);
        return { doc, window, binding };
      });

      const heap: number[] = [];
      for (const part of [1, 2, 3]) {
        await clock.run((part / 3) * MINUTES * MINUTE);
        gc();
        heap.push(process.memoryUsage().heapUsed / 1e6);
      }
      await clock.run();
      const text = hub.doc.getText("content").toJSON();
      for (const { window, doc, binding } of typists) {
        assert.equal(sharedText(window.text), text);
        assert.equal(binding.state, "settled");
        // Its own id, the other's, each editor's replica, and no more.
        assert.ok(doc.store.clients.size <= 4, `${doc.store.clients.size} ids`);
        const structs = [...doc.store.clients.values()].reduce((sum, { length }) => sum + length, 0);
        assert.ok(structs < keys / 2, `${structs} structs for ${keys} keys`);
        binding.dispose();
      }
      assert.ok(keys > MINUTES * 400);
      assert.ok(heap[2]! - heap[0]! < 4, `the heap grew: ${heap.map((mb) => mb.toFixed(1)).join(", ")} MB`);
      console.log(`      ${keys} keys, heap ${heap.map((mb) => mb.toFixed(1)).join(", ")} MB`);
    } finally {
      timers.restore();
    }

    function press({ window, binding }: Typist): void {
      const { text } = window;
      const offset = caretAt(text, window.carets[0]!);
      const dice = chance.number(1);
      if (text.length > SIZE) {
        const start = caretAt(text, chance.integer(SIZE / 2));
        const end = caretAt(text, start + text.length - SIZE + 500);
        window.change([{ offset: start, length: end - start, text: "" }]);
      } else if (dice < 0.005) window.carets = [caretAt(text, chance.integer(text.length + 1))];
      else if (dice < 0.01) window.command(() => void binding.undo());
      else if (dice < 0.012) window.save();
      else if (dice < 0.05 && offset > 0) {
        const start = caretAt(text, offset - 1);
        window.change([{ offset: start, length: offset - start, text: "" }]);
        window.carets = [start];
      } else {
        const sign = dice < 0.2 ? " " : dice < 0.22 ? "\n" : String.fromCharCode(97 + chance.integer(26));
        window.change([{ offset, length: 0, text: sign }]);
        window.carets = [offset + window.text.length - text.length];
      }
    }
  });
});
