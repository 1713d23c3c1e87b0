import assert from "node:assert/strict";
import fc from "fast-check";
import { edited } from "../../../../src/collab/text/edits.ts";
import {
  bufferEdits,
  bufferOffset,
  sharedEdits,
  sharedOffset,
  sharedText,
} from "../../../../src/collab/text/line-ends.ts";

/** Buffers of all kinds: an editor's with one kind of line end, and whatever else could come. */
const piece = fc.constantFrom("\r\n", "\n", "\r", "a", "b c", "\u{1F600}", "\uD83D", "\uDE00", "é");
const anyBuffer = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

const change = fc
  .tuple(anyBuffer, fc.array(fc.tuple(fc.nat(), fc.nat(4), anyBuffer), { maxLength: 3 }))
  .map(([before, raw]) => {
    const edits: { offset: number; length: number; text: string }[] = [];
    for (const [at, length, text] of raw) {
      const offset = at % (before.length + 1);
      const edit = { offset, length: Math.min(length, before.length - offset), text };
      if (edits.every((other) => apart(edit, other))) edits.push(edit);
    }
    return { before, edits };
  });

function apart(a: { offset: number; length: number }, b: { offset: number; length: number }): boolean {
  return a.offset + a.length < b.offset || b.offset + b.length < a.offset;
}

describe("line ends", () => {
  it("shares LF, and no half of a surrogate pair", () => {
    assert.equal(sharedText("a\r\nb\rc\nd"), "a\nb\nc\nd");
    assert.equal(sharedText("\r\r\n\n"), "\n\n\n");
    assert.equal(sharedText("\uD83D|\u{1F600}|\uDE00"), "\uFFFD|\u{1F600}|\uFFFD");
  });

  it("maps offsets there and back, between two units of a line end to before it", () => {
    const buffer = "a\r\nb\r\n";
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((at) => sharedOffset(buffer, at)),
      [0, 1, 1, 2, 3, 3, 4],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((at) => bufferOffset(buffer, at)),
      [0, 1, 3, 4, 6],
    );
  });

  it("maps a line end typed into a CRLF file of one line", () => {
    assert.deepEqual(sharedEdits("ab", [{ offset: 1, length: 0, text: "\r\n" }], "a\r\nb"), [
      { offset: 1, length: 0, text: "\n" },
    ]);
  });

  it("takes edits of both halves of a line end for one", () => {
    const halves = [
      { offset: 1, length: 1, text: "x" },
      { offset: 2, length: 1, text: "y" },
    ];
    assert.deepEqual(sharedEdits("a\r\nb", halves, "axyb"), [{ offset: 1, length: 1, text: "xy" }]);
  });

  it("says what changed in the shared text, whatever changes in the buffer", () => {
    fc.assert(
      fc.property(change, ({ before, edits }) => {
        const sorted = edits.toSorted((a, b) => a.offset - b.offset);
        const after = edited(before, sorted);
        assert.equal(edited(sharedText(before), sharedEdits(before, edits, after)), sharedText(after));
      }),
      { numRuns: 3000 },
    );
  });

  it("finds no change in new line ends alone", () => {
    assert.deepEqual(sharedEdits("a\nb", [{ offset: 0, length: 3, text: "a\r\nb" }], "a\r\nb"), []);
  });

  it("edits a buffer so that its shared text is the edited one", () => {
    fc.assert(
      fc.property(anyBuffer, fc.nat(), fc.nat(3), anyBuffer, (lines, at, most, inserted) => {
        const buffer = sharedText(lines).replaceAll("\n", "\r\n");
        const shared = sharedText(buffer);
        const offset = at % (shared.length + 1);
        const length = Math.min(most, shared.length - offset);
        const edits = [{ offset, length, text: sharedText(inserted) }];
        const after = edited(buffer, bufferEdits(buffer, edits));
        assert.equal(after.replaceAll("\r\n", "\n"), edited(shared, edits));
        assert.ok(!/\r(?!\n)/.test(after));
      }),
    );
  });
});
