import assert from "node:assert/strict";
import fc from "fast-check";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { defaultLimits } from "../../../../server/limits.ts";
import { colourOf, TEXT_NAME } from "../../../../src/collab/protocol.ts";
import { createPresence, SELECTIONS_SHOWN } from "../../../../src/collab/session/presence.ts";

const lena = { handle: "@lena", name: "Lena Ortiz", role: "pm", colour: colourOf("@lena") };

function pair(): {
  mine: ReturnType<typeof createPresence>;
  theirs: ReturnType<typeof createPresence>;
  text: Y.Text;
  tell: (change?: (state: Record<string, unknown>) => void) => void;
  stop: () => void;
} {
  const doc = new Y.Doc();
  const text = doc.getText(TEXT_NAME);
  text.insert(0, "The list of names is long.");
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const here = new Awareness(doc);
  const there = new Awareness(other);
  const mine = createPresence(text, here, () => 1000);
  const theirs = createPresence(other.getText(TEXT_NAME), there, () => 1000);
  return {
    mine,
    theirs,
    text,
    tell(change) {
      const state = { ...there.getLocalState(), user: lena };
      change?.(state);
      there.setLocalState(state);
      applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), "server");
    },
    stop() {
      for (const one of [mine, theirs]) one.dispose();
      for (const one of [here, there]) one.destroy();
    },
  };
}

describe("presence", () => {
  it("tells who is there and where, and a caret moves with the text before it", () => {
    const { mine, theirs, text, tell, stop } = pair();
    theirs.publish([{ anchor: 4, head: 8 }]);
    tell();
    text.insert(0, "> ");
    const [person] = mine.participants;
    assert.equal(person?.name, "Lena Ortiz");
    assert.deepEqual(person?.selections, [{ anchor: 6, head: 10 }]);
    theirs.publish(undefined);
    tell();
    assert.deepEqual(mine.participants[0]?.selections, []);
    stop();
  });

  it("leaves out whom the server has not named", () => {
    const { mine, tell, stop } = pair();
    tell((state) => delete state["user"]);
    assert.deepEqual(mine.participants, []);
    stop();
  });

  it("holds against whatever a peer claims", () => {
    const { mine, tell, stop } = pair();
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (selections, anchor) => {
        tell((state) => (state["selections"] = selections));
        assert.ok(mine.participants.length <= 1);
        tell(
          (state) => (state["selections"] = Array.from({ length: 100 }, () => ({ anchor, head: anchor }))),
        );
        assert.ok((mine.participants[0]?.selections.length ?? 0) <= SELECTIONS_SHOWN);
      }),
    );
    stop();
  });

  it("of somebody with a hundred carets is no larger than the server takes", () => {
    const doc = new Y.Doc();
    doc.clientID = 4_294_967_295;
    const text = doc.getText(TEXT_NAME);
    text.insert(0, "x".repeat(1_000_000));
    const awareness = new Awareness(doc);
    const presence = createPresence(text, awareness, () => 0);
    presence.publish(Array.from({ length: 100 }, (_, at) => ({ anchor: 999_000 - at, head: 999_500 - at })));
    const update = encodeAwarenessUpdate(awareness, [awareness.clientID]);
    assert.ok(update.length < defaultLimits.awarenessBytes, `${update.length} bytes`);
    presence.dispose();
    awareness.destroy();
  });

  it("gives everybody a colour of their own name", () => {
    assert.equal(colourOf("@lena"), colourOf("@lena"));
    assert.ok(new Set(["@lena", "@mara", "@omar", "@ines", "@wei"].map(colourOf)).size > 2);
  });
});
