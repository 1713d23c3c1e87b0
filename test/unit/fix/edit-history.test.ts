import assert from "node:assert/strict";
import fc from "fast-check";
import { editHistory } from "../../../src/core/fix/edit-history.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

describe("edits after edits", () => {
  it("become edits of the first text that touch nothing else", () => {
    const history = editHistory("one two three");
    history.apply([
      { start: 0, end: 3, newText: "1" },
      { start: 8, end: 8, newText: "(" },
    ]);
    history.apply([{ start: 7, end: 12, newText: "3" }]);
    assert.equal(history.text(), "1 two (3");
    assert.deepEqual(history.edits(), [
      { start: 0, end: 3, newText: "1" },
      { start: 8, end: 13, newText: "(3" },
    ]);
  });

  it("that take each other back are none", () => {
    const history = editHistory("a b");
    history.apply([{ start: 1, end: 1, newText: "x" }]);
    history.apply([{ start: 1, end: 2, newText: "" }]);
    assert.deepEqual(history.edits(), []);
  });

  it("give the same text as applying them one after the other", () => {
    const round = fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.string({ maxLength: 4 })), { maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(round, { maxLength: 5 }), (first, rounds) => {
        const history = editHistory(first);
        let text = first;
        for (const steps of rounds) {
          let position = 0;
          const edits = [];
          for (const [skip, length, newText] of steps) {
            const start = Math.min(text.length, position + skip);
            const end = Math.min(text.length, start + length);
            // Two insertions at one place are one edit, as those who make edits must see to.
            if (start === position && edits.length > 0) continue;
            edits.push({ start, end, newText });
            position = end;
          }
          history.apply(edits);
          text = applyEdits(text, edits);
        }
        assert.equal(history.text(), text);
        assert.equal(applyEdits(first, history.edits()), text);
      }),
    );
  });
});
