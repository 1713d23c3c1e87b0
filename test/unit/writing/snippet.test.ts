import assert from "node:assert/strict";
import { fillSnippet, later, place, snippetOf } from "../../../src/core/writing/snippet.ts";

describe("a snippet", () => {
  it("leads through its places in order, and to those that come later last", () => {
    const text = snippetOf([
      "(",
      later(place("@lena")),
      ", ",
      later(place("today")),
      "): ",
      place("what"),
      " and ",
      place("why"),
      "?",
    ]);
    assert.equal(text, "(${3:@lena}, ${4:today}): ${1:what} and ${2:why}?");
    assert.equal(fillSnippet(text, ["A", "B"]), "(@lena, today): A and B?");
  });

  it("numbers two places of the same words apart", () => {
    assert.equal(snippetOf([place("x"), " ", place("x")]), "${1:x} ${2:x}");
  });
});
