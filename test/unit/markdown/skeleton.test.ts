import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePieces } from "../../../src/core/markdown/pieces.ts";
import { skeletonOf } from "../../../src/core/markdown/skeleton.ts";
import { absoluteBlocks } from "./absolute-blocks.ts";
import { parseWhole } from "./whole.ts";

/** Words, and all that could give them a meaning. */
const parts = [
  ...["word", "some words", "two. Words, here:", "1", "12. ", "re-read", "étude", "don’t", "don't", "x", "a"],
  ...[" ", "  ", "\n", "\n\n", "\r\n", "\t", "    ", "- ", "1. ", "> ", "# ", "## a b\n", "---\n", "===\n"],
  ...[
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`",
    "```\n",
    "~~~ a b\n",
    "\\",
    "&amp;",
    "&",
    "<",
    ">",
    "<b>",
    "<!--",
    "-->",
  ],
  ...[
    "[",
    "]",
    "(",
    ")",
    "](",
    "](a ",
    "[x](a b)",
    "[x]( a )",
    "[x]( a b )",
    "[x](\n",
    '"',
    "'",
    "![",
    "[x] ",
  ],
  ...[
    "| a b | c |\n",
    "|--|--|\n",
    "|",
    ":-\n",
    "a b\n",
    "https://x.y/",
    "http:",
    "//",
    "www. ",
    "www",
    ".",
    "!",
  ],
  ...[
    "a@b.c",
    "@",
    "mailto:",
    "xmpp:",
    "[^a b]",
    "[^a]: b c\n",
    "[a b]: c\n",
    "[a b]",
    "\uE000",
    "\uE005",
    "😀",
  ],
];
const text = fc.array(fc.constantFrom(...parts), { maxLength: 24 }).map((some) => some.join(""));

describe("a skeleton with its words put back equals what is parsed with them", () => {
  it("on random texts of words and marks", () => {
    fc.assert(
      fc.property(text, (written) => {
        assert.deepEqual(
          absoluteBlocks(parsePieces(written).pieces),
          absoluteBlocks(parseWhole(written)),
          JSON.stringify(written),
        );
      }),
      { numRuns: 20_000 },
    );
  });

  it("while somebody types", () => {
    const typed = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      insert: fc.constantFrom("x", "y z", "w ", ".", "1", "*", "\n"),
    });
    fc.assert(
      fc.property(text, fc.array(typed, { maxLength: 6 }), (original, edits) => {
        let written = original;
        let { cache } = parsePieces(written);
        for (const { at, insert } of edits) {
          const place = Math.floor(at * (written.length + 1));
          written = written.slice(0, place) + insert + written.slice(place);
          const now = parsePieces(written, cache);
          assert.deepEqual(
            absoluteBlocks(now.pieces),
            absoluteBlocks(parseWhole(written)),
            JSON.stringify(written),
          );
          cache = now.cache;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same before and after a word was typed longer", () => {
    const before = skeletonOf("## Why\n\n- Finance closes **by** month, see R1.\n");
    const after = skeletonOf("## Why not\n\n- Finance closes it **by** month, see R12.\n");
    assert.notEqual(before, undefined);
    assert.equal(before?.text, after?.text);
  });

  it("takes a paragraph of any length", () => {
    const long = "word ".repeat(200_000);
    assert.ok((skeletonOf(long)?.text.length ?? long.length) < 20_000);
  });
});
