import assert from "node:assert/strict";
import fc from "fast-check";
import * as Y from "yjs";
import {
  applyText,
  backwards,
  edited,
  minimalEdits,
  narrowed,
  shifted,
} from "../../../../src/collab/text/edits.ts";
import { cpuOf } from "../../cpu.ts";

const prose = fc
  .array(fc.constantFrom("the ", "word ", "\n", "must ", "\u{1F600}", "\u{1F601}", "世", "界", ", ", "x"), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(""));

describe("edits between texts", () => {
  it("leads from one text to the other, in ascending edits that are apart and cut no pair", () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const edits = minimalEdits(before, after);
        assert.equal(edited(before, edits), after);
        edits.forEach((edit, i) => {
          assert.ok(i === 0 || edit.offset > edits[i - 1]!.offset + edits[i - 1]!.length);
          assert.ok(!/\p{Surrogate}/u.test(edit.text + before.slice(edit.offset, edit.offset + edit.length)));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("touches only the words that differ", () => {
    assert.deepEqual(minimalEdits("one two three four", "one 2 three four!"), [
      { offset: 4, length: 3, text: "2" },
      { offset: 18, length: 0, text: "!" },
    ]);
    assert.deepEqual(minimalEdits("\u{1F600}", "\u{1F601}"), [{ offset: 0, length: 2, text: "\u{1F601}" }]);
    assert.deepEqual(minimalEdits("same", "same"), []);
    assert.deepEqual(narrowed(5, "hello", "help"), [{ offset: 8, length: 2, text: "p" }]);
  });

  it("stays quick where texts have little in common", () => {
    const random = (seed: number): string =>
      Array.from({ length: 60_000 }, (_, i) => ((i * seed) % 9973).toString(36)).join(" ");
    const [before, after] = [random(7919), random(104_729)];
    const spent = cpuOf(() => assert.equal(edited(before, minimalEdits(before, after)), after));
    assert.ok(spent < 10_000, `${spent} ms of CPU`);
  });

  it("knows where an offset went, and whence it came", () => {
    const edits = [
      { offset: 2, length: 3, text: "x" },
      { offset: 8, length: 0, text: "yy" },
    ];
    assert.deepEqual(
      [0, 1, 5, 7, 8, 9].map((at) => shifted(at, edits)),
      [0, 1, 3, 5, 8, 9],
    );
    assert.deepEqual(
      [0, 1, 3, 5, 8, 9].map((at) => shifted(at, backwards(edits))),
      [0, 1, 5, 7, 8, 9],
    );
  });

  it("makes a shared text equal to another and keeps what others put between", () => {
    const doc = new Y.Doc();
    const text = doc.getText("content");
    text.insert(0, "We ship on Monday, all of us.");
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("content").insert(8, "early ");
    applyText(text, "They ship on Friday, all of us.", "restored");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    assert.equal(text.toJSON(), "They ship early on Friday, all of us.");
  });
});
