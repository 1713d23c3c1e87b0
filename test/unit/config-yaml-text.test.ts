import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { yamlText } from "../../src/core/config/yaml-text.ts";

function readBack(text: string): unknown {
  return (parse(`key: ${yamlText(text)}\nnext: 1\n`) as Record<string, unknown>)["key"];
}

describe("a text as a YAML value", () => {
  for (const text of ["Exports", "it's here", 'say "hi"', "Über uns, heute", "a - b", "PRD-042"])
    it(`stays as it is: ${text}`, () => assert.equal(yamlText(text), text));

  for (const text of [
    "Lunch: who eats",
    "true",
    "1.5",
    "@lena",
    "# x",
    "- a",
    "",
    " a",
    "~",
    "[a]",
    "a #b",
    "|",
  ])
    it(`gets quotes: "${text}"`, () => {
      assert.equal(yamlText(text), JSON.stringify(text));
      assert.equal(readBack(text), text);
    });

  it("is read back, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(readBack(text), text)));
    const tricky = fc.constantFrom(
      ":",
      " ",
      "#",
      "-",
      "'",
      '"',
      "\n",
      "\t",
      "a",
      "&",
      "*",
      "!",
      "%",
      "{",
      "]",
      ",",
    );
    fc.assert(fc.property(fc.array(tricky), (some) => assert.equal(readBack(some.join("")), some.join(""))));
  });
});
