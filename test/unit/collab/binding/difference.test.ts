import assert from "node:assert/strict";
import fc from "fast-check";
import * as Y from "yjs";
import { difference } from "../../../../src/collab/binding/difference.ts";
import { edited } from "../../../../src/collab/text/edits.ts";

const stroke = fc.record({
  who: fc.nat(2),
  at: fc.nat(),
  length: fc.nat(4),
  text: fc.constantFrom("a", "bc", "\u{1F600}", ""),
});

describe("difference of replicas", () => {
  it("leads from each earlier state to the present one", () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 30 }), fc.nat(30), (strokes, when) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        const earlier = new Y.Doc();
        strokes.forEach(({ who, at, length, text }, i) => {
          const doc = docs[who]!;
          const shared = doc.getText("content");
          const offset = whole(shared.toJSON(), at % (shared.length + 1));
          const end = whole(shared.toJSON(), Math.min(offset + length, shared.length));
          shared.delete(offset, end - offset);
          shared.insert(offset, text);
          if (i % 4 === 3) Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(doc));
          if (i === when) Y.applyUpdate(earlier, Y.encodeStateAsUpdate(docs[0]!));
        });
        for (const doc of docs) Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(doc));
        const now = docs[0]!.getText("content").toJSON();
        assert.equal(edited(earlier.getText("content").toJSON(), difference(earlier, docs[0]!)), now);
      }),
      { numRuns: 500 },
    );
  });

  it("tells which of two equal signs is new", () => {
    const doc = new Y.Doc();
    doc.getText("content").insert(0, "aa");
    const earlier = new Y.Doc();
    Y.applyUpdate(earlier, Y.encodeStateAsUpdate(doc));
    doc.getText("content").insert(1, "a");
    assert.deepEqual(difference(earlier, doc), [{ offset: 1, length: 0, text: "a" }]);
  });
});

function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
