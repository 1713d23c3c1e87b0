import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { sentenceAt } from "../../../src/core/document/sentence-at.ts";

/** The sentence around `TBD` in a text. */
function around(text: string): string | undefined {
  return sentenceAt(parseDocument(text, defaultConfig), text.indexOf("TBD"));
}

describe("the sentence at a place", () => {
  const cases: [string, string, string][] = [
    ["alone", "The longest range is TBD.", "The longest range is TBD"],
    ["between others", "Pick a day. The longest range is TBD! Then go.", "The longest range is TBD"],
    [
      "with numbers that hold a dot",
      "It takes 2.5 s. More than 3.5 is TBD for v1.2 now.",
      "More than 3.5 is TBD for v1.2 now",
    ],
    [
      "without its markup",
      "The *longest* `range`, a [link](https://x.y), is **TBD**.",
      "The longest range, a link, is TBD",
    ],
    ["behind an id", "- **C1** the longest range is TBD.", "the longest range is TBD"],
    ["behind a label", "- **Success:** the number is TBD.", "the number is TBD"],
    ["of one line of several", "Days are UTC.\nThe range is TBD.\nMore.", "The range is TBD"],
    ["in a cell", "| a | b |\n| - | - |\n| x | range TBD |", "range TBD"],
    ["that is one word", "TBD", "TBD"],
  ];
  for (const [name, text, expected] of cases)
    it(name, () => assert.equal(around(`# T\n\n${text}\n`), expected));

  it("is none outside of all text", () => {
    const text = "# T\n\n```\nTBD\n```\n";
    assert.equal(around(text), undefined);
  });
});
