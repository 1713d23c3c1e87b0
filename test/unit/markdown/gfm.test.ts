import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBlocks } from "../../../src/core/markdown/parse.ts";
import { absoluteBlocks } from "./absolute-blocks.ts";
import { parseWhole } from "./whole.ts";

function assertSame(text: string): void {
  const { blocks } = parseBlocks(text);
  const piece = { text, blocks, tooDeep: false };
  assert.deepEqual(absoluteBlocks([{ start: 0, piece }]), absoluteBlocks(parseWhole(text)), text);
}

describe("a text read with the parts of GFM that it has a sign of equals one read with all of them", () => {
  const tricky = [
    '![a *b* `c` ![d](e)](f "g &amp; h") i',
    "[a ![b][c] d](<e f> 'g\n  h')\n\n[c]: x 'y'",
    "[*a*\nb][C\n D]\n\n[c d]: /x\n",
    "> [a\n> b]: c\n> 'd\n> e'\n\n[a b] [A B][]",
    "a  \nb\\\nc\n***d* e** `` f\n`g` ``",
    "- [x] a\n- [ ] *b*\n- [x] c\n\n  d\n- [ ]\te\n- [x]\n  f",
    "- [ ] a\n  ===\n- > [x] b",
    "| a \\| `b\\|c\\\\|` | |\n|-|-|\n|*d* e|![f](g)|\n||[^1]|\n\n[^1]: h\n\n    i\n",
    "> - a\n>\n> - b\n>\n>\n> c",
    "1. a\n\n   b\n2. - c\n     - d\n\n       e\n",
    "<https://a.b> <c@d.e> www.f.g http://h.i j@k.l [m http://n.o p](q) [r www.s.t",
    "&copy; &#35; &#x1F600; &nothing; \\* \\a *&amp;*",
    "a <b c='d\ne'> <!-- f --> g",
    "\ta\n\n\tb\n- \tc\n\n\t\td",
    "    a\n\n\n    b\n\n```js x\n\n c\n\n```\n~~~\n",
    "a\nb\n===\nc *d\ne*\n---\n# f *g* #\n##\n",
    "\uFEFFa\0b\tc",
    "- a [see https://x.org/a now] b",
  ];
  for (const text of tricky) {
    it(JSON.stringify(text), () => {
      assertSame(text);
    });
  }

  it("on random texts made of marks", () => {
    const mark = fc.constantFrom(
      ...["a", "b c", " ", "  ", "\n", "\n\n", "  \n", "\\\n", "\r\n", "\t", "*", "**", "_", "~~", "`", "``"],
      ...[
        "[",
        "![",
        "]",
        "](",
        "][",
        "[]",
        ")",
        "(",
        "<",
        ">",
        '"',
        "'",
        " 'd'",
        "[a]: b 'c'\n",
        "[^n]",
        "[^n]: ",
      ],
      ...[
        "- ",
        "* ",
        "1. ",
        "> ",
        "    ",
        "# ",
        "\n---\n",
        "\n===\n",
        "```\n",
        "- [x] ",
        "[ ] ",
        "| ",
        " |\n",
        "|-|-|\n",
      ],
      ...[
        "&amp;",
        "&#35;",
        "\\",
        "<b>",
        "<!-- x -->",
        "<https://x.y>",
        "www.x.y",
        "http://x.y/z",
        "m@x.y",
        "\0",
        "\uFEFF",
      ],
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
        assertSame(marks.join(""));
      }),
      { numRuns: 3_000 },
    );
  });
});
