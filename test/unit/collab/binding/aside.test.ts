import assert from "node:assert/strict";
import { below, offsetBelow } from "../../../../src/collab/binding/aside.ts";
import { edited } from "../../../../src/collab/text/edits.ts";

/** The other text is `one two three`; above it, `two ` is hidden and `!` is added. */
const aside = [
  { offset: 4, length: 4, text: "" },
  { offset: 13, length: 0, text: "!" },
];
const other = "one two three";

describe("what the buffer has aside", () => {
  it("leaves typing where it was, before and behind what differs", () => {
    const typed = [
      { offset: 0, length: 0, text: "<" },
      { offset: 9, length: 1, text: "?>" },
    ];
    assert.equal(edited(edited(other, aside), typed), "<one three?>");
    assert.equal(edited(other, below(typed, aside)), "<one two three?>");
  });

  it("deletes across what is hidden without taking it along", () => {
    assert.equal(edited(other, below([{ offset: 0, length: 10, text: "x" }], aside)), "xtwo ");
  });

  it("says where an offset is below", () => {
    assert.deepEqual(
      [0, 3, 4, 5, 9, 10].map((at) => offsetBelow(at, aside)),
      [0, 3, 8, 9, 13, 13],
    );
  });
});
