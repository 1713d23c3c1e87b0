import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePieces } from "../../../src/core/markdown/pieces.ts";
import type { PieceCache } from "../../../src/core/markdown/piece.ts";
import { fixtureTexts } from "../fixtures.ts";
import { absoluteBlocks } from "./absolute-blocks.ts";
import { parseWhole } from "./whole.ts";

function assertEqualToWhole(text: string, cache?: PieceCache): PieceCache {
  const parsed = parsePieces(text, cache);
  assert.equal(
    parsed.pieces.map(({ piece }) => piece.text).join(""),
    text.slice(parsed.pieces[0]?.start ?? text.length),
  );
  assert.deepEqual(absoluteBlocks(parsed.pieces), absoluteBlocks(parseWhole(text)), text);
  return parsed.cache;
}

/** Words, and all that could give them a meaning. */
const words = [
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
  ...["| a b | c |\n", "|--|--|\n", "|", ":-\n", "a b\n", "https://x.y/", "http:", "//", "www. ", "www", "."],
  ...["!", "a@b.c", "@", "mailto:", "xmpp:", "[^a b]", "[^a]: b c\n", "[a b]: c\n", "[a b]", "\uE000", "😀"],
];

describe("parsing in pieces equals parsing the whole text", () => {
  for (const [name, text] of fixtureTexts()) {
    it(name, () => {
      assertEqualToWhole(text);
    });
  }

  const tricky = [
    "# a\n```\n# b\n```\n# c\n",
    "a\n#b\n####### c\n# d\n",
    "```\n# b",
    "- a\n  ```\n# b\n```\n# c\n",
    "<!--\n# a\n-->\n# b\n",
    "<!-- a -->\n# b\n",
    "<div>\n# a\n\n# b\n",
    "<div>\n\n# a\n",
    "<pre>\n\n# a\n</pre>\n# b\n",
    "<?x\n# a ?>\n# b",
    "<![CDATA[[a]]]>\n# b",
    "<div>\n\u2028\n# a\n\n# b\n",
    "<![CDATA[[a]]]]>\n# b",
    "  ~~~\n\t# a\n# b\n",
    "~~~\n# a\n````\n# b\n~~~~\n# c",
    "~~~\n\n# a\n\n~~~\n# c",
    "[a]: b\n\n# c [a]\n\n## d [A][] and ![x][a]\n",
    "# c [a]\n\n## d\n\n> [a]: b\n",
    "# c [^n]\n\n## d\n\n[^n]: note\n    more\n",
    "# x\n[^1]\n# y\n    code\n\n[^1]: z\n\n# z\n\n    indented",
    "text\n# a\n- b\n# c\n> d\n# e\n| a |\n|--|\n# f\n",
    "a\n#\n#b\n# ",
    "---\nprd: x\n# y\n---\n# a",
    "---\n# not closed\n",
    "---\n---\n# a",
    "# a\r# b\r\r# c",
    "# a\r\n```\r\n# b\r\n```\r\n# c\r\n",
    "# a\u2028# b",
    "<!-- \n# -->\n<!-- \n# -->\n<!-- \n# -->",
    "~~a~~ a~b\n# www.a.b\n# a@b.c\n# a&#64;b.c\n# https\\://x.y\n# [x] a\n- [x] b",
  ];
  for (const text of tricky) {
    it(JSON.stringify(text), () => {
      assertEqualToWhole(text);
    });
  }

  it("on random texts made of what the cut depends on", () => {
    const part = fc.constantFrom(
      ...[
        "# a\n",
        "## ",
        "```\n",
        "~~~\n",
        "````",
        "<!--",
        "-->",
        "<div>",
        "<pre>",
        "</pre>",
        "\n",
        "\n\n",
        "- ",
        "  ",
        "    ",
      ],
      ...[
        "> ",
        "1. ",
        "\t",
        "a",
        "*b*",
        "`",
        "[a]: b\n",
        "[a]",
        "[^n]",
        "[^n]: ",
        "| a |\n",
        "|--|\n",
        "---\n",
        "===\n",
        "\r\n",
        "\r",
      ],
      ...[
        "<?",
        "?>",
        "<!X",
        ">",
        "<![CDATA[",
        "]]>",
        "# b\r\n",
        "https://x.y ",
        "~~c~~",
        "- [ ] ",
        "&amp;",
        "\\",
        "😀",
        "\u2028",
        "\0",
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        assertEqualToWhole(parts.join(""));
      }),
      { numRuns: 5000 },
    );
  });

  const wordy = fc.array(fc.constantFrom(...words), { maxLength: 24 }).map((some) => some.join(""));

  it("on random texts of words and marks", () => {
    fc.assert(
      fc.property(wordy, (text) => {
        assertEqualToWhole(text);
      }),
      { numRuns: 5000 },
    );
  });

  it("while somebody types", () => {
    const typed = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      insert: fc.constantFrom("x", "y z", "w ", ".", "1", "*", "\n"),
    });
    fc.assert(
      fc.property(wordy, fc.array(typed, { maxLength: 6 }), (original, edits) => {
        let text = original;
        let cache = assertEqualToWhole(text);
        for (const { at, insert } of edits) {
          const place = Math.floor(at * (text.length + 1));
          text = text.slice(0, place) + insert + text.slice(place);
          cache = assertEqualToWhole(text, cache);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
