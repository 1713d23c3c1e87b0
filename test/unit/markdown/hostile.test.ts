import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { mark } from "../../../src/core/markdown/inline.ts";
import {
  MAX_DEPTH,
  MAX_DOCUMENT_COST,
  MAX_INDENT,
  MAX_MARKS,
  MAX_PIECE_COST,
  MAX_RESOLVED_PIECES,
  MAX_TEXT,
  parsingCost,
} from "../../../src/core/markdown/limits.ts";
import { parsePieces } from "../../../src/core/markdown/pieces.ts";
import { fixtureTexts } from "../fixtures.ts";

/** Marks in marks: `*a _a *a … b … b* b_ b*`. */
const nested = (pairs: number): string => {
  const opening = Array.from({ length: pairs }, (_, depth) => (depth % 2 === 0 ? "*a " : "_a "));
  const closing = Array.from({ length: pairs }, (_, depth) => (depth % 2 === 0 ? " b*" : " b_")).reverse();
  return `${opening.join("")}c${closing.join("")}`;
};

const header = "---\nprd: PRD-1\nstatus: draft\n---\n\n# A\n\n";

/** Texts that take a parser long, or down; with whether a part of them is left out. */
export const hostileTexts: readonly (readonly [name: string, text: () => string, leftOut: boolean])[] = [
  ["10 MB of prose", () => "word word word word.\n\n".repeat(10 * 1024 * 48), true],
  ["10 MB in one line", () => "x".repeat(10 * 1024 * 1024), true],
  ["10 MB of headings", () => "# a\n".repeat(2.5 * 1024 * 1024), true],
  ["more than 10 MB", () => "word\n".repeat(2.2 * 1024 * 1024), true],
  ["lists 10,000 deep in one line", () => "- ".repeat(10_000) + "a", true],
  ["quotes 10,000 deep", () => "> ".repeat(10_000) + "a", true],
  [
    "lists 10,000 deep by indentation",
    () => Array.from({ length: 2_000 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
    true,
  ],
  ["numbered lists 10,000 deep", () => "1. ".repeat(10_000) + "a", true],
  ["60,000 list items", () => "- item\n".repeat(60_000), true],
  ["60,000 table rows", () => "| a | b |\n|--|--|\n" + "| c | d |\n".repeat(60_000), true],
  ["200,000 opening brackets", () => "[".repeat(200_000), true],
  ["200,000 stars", () => "**a".repeat(70_000), true],
  [`marks ${MAX_MARKS / 2} deep`, () => nested(MAX_MARKS / 2), false],
  [`marks ${MAX_MARKS / 2} deep in a link`, () => `[${nested(MAX_MARKS / 2)}](x)`, false],
  [`marks ${MAX_MARKS / 2} deep in a picture`, () => `![${nested(MAX_MARKS / 2)}](x)`, false],
  ["marks 7,000 deep", () => nested(7_000), true],
  [
    "200,000 backticks of growing length",
    () => Array.from({ length: 600 }, (_, n) => "`".repeat(n + 1)).join(" "),
    true,
  ],
  ["50,000 comments that never end", () => "<!-- ".repeat(50_000), true],
  ["a header of 100,000 brackets", () => `---\nprd: ${"[".repeat(100_000)}\n---\n`, false],
  ["a header that never ends", () => "---\n" + "a: b\n".repeat(100_000), true],
  ["NUL characters", () => "\0# R1\0\n\0- **R1** a\0", false],
  ["lone surrogates", () => "# \ud800 R1 \udfff\n- **R1\udc00** a\ud83d", false],
  ["only a byte order mark", () => "\uFEFF", false],
  [
    "5,000 link definitions and as many pieces that use them",
    () => Array.from({ length: 5_000 }, (_, n) => `# h [l${n}]\n\n[l${(n * 7) % 5_000}]: x\n`).join("\n"),
    false,
  ],
];

describe("hostile texts", () => {
  for (const [name, text, leftOut] of hostileTexts) {
    it(`${name}: has a model, and says when a part was left out`, () => {
      const document = parseDocument(text(), defaultConfig);
      assert.equal(document.tooDeep.length > 0, leftOut);
      assert.ok(Array.isArray(document.requirements));
    });
  }

  it("random bytes, truncated and shuffled fixtures never throw", () => {
    const texts = fixtureTexts().map(([, text]) => text);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        parseDocument(String.fromCharCode(...bytes), defaultConfig);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)];
        parseDocument(text.slice(Math.min(start, end), Math.max(start, end)), defaultConfig);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        parseDocument(header + text, defaultConfig);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is checked and what is left out", () => {
  /** 100 KB that are parsed in no time, although they count as much as others. */
  const paragraphs = `${"word".repeat(25)}\n\n`.repeat(1_000);
  const leavesOut = (text: string): boolean => parsePieces(text).pieces.some(({ piece }) => piece.tooDeep);

  it(`${MAX_DEPTH} quotes in each other are read, one more is not`, () => {
    assert.equal(leavesOut(`${">".repeat(MAX_DEPTH)} a`), false);
    assert.equal(leavesOut(`${">".repeat(MAX_DEPTH + 1)} a`), true);
  });

  it(`a list mark ${MAX_INDENT} columns in is read, one further in is not`, () => {
    assert.equal(leavesOut(`${" ".repeat(MAX_INDENT)}- a`), false);
    assert.equal(leavesOut(`${" ".repeat(MAX_INDENT + 1)}- a`), true);
  });

  it(`${MAX_MARKS} marks in a paragraph are read, one more is not, and underscores in words are none`, () => {
    assert.equal(leavesOut("*a* ".repeat(MAX_MARKS / 2)), false);
    assert.equal(leavesOut(`${"*a* ".repeat(MAX_MARKS / 2)}*`), true);
    assert.equal(leavesOut(`${"*a* ".repeat(MAX_MARKS / 2)}\n\n*`), false);
    assert.equal(leavesOut("snake_case ".repeat(MAX_MARKS + 1)), false);
    assert.equal(leavesOut("_a ".repeat(MAX_MARKS + 1)), true);
  });

  it("a piece that costs too much is left out, its neighbours are read", () => {
    const paragraph = `${"word".repeat(200)}\n\n`;
    const empty = parsingCost("");
    const long = paragraph.repeat(Math.floor((MAX_PIECE_COST - empty) / (parsingCost(paragraph) - empty)));
    assert.equal(leavesOut(long), false);
    assert.equal(leavesOut(long.repeat(2)), true);
    const { pieces } = parsePieces(`# a\n\n# b\n\n${long.repeat(2)}\n\n# c\n`);
    assert.deepEqual(
      pieces.map(({ piece }) => piece.tooDeep),
      [false, true, false],
    );
  });

  it("a document that costs too much is read up to there, and the rest is one stretch", () => {
    const piece = `# a\n${paragraphs}\n`;
    const fitting = Math.floor(MAX_DOCUMENT_COST / parsingCost(piece));
    const { pieces } = parsePieces(piece.repeat(fitting + 5));
    assert.deepEqual(
      pieces.map(({ piece: one }) => one.tooDeep),
      [...Array.from({ length: fitting }, () => false), true],
    );
  });

  it("a text longer than the largest file is left out behind it", () => {
    assert.equal(parsePieces("a".repeat(MAX_TEXT + 1)).pieces.at(-1)?.piece.tooDeep, true);
  });

  it(`${MAX_RESOLVED_PIECES} pieces look up labels of other pieces, the next one keeps its brackets`, () => {
    const text = Array.from({ length: MAX_RESOLVED_PIECES + 1 }, (_, n) => `# ${n} [x]\n\n`).join("");
    const { pieces } = parsePieces(`${text}# b\n\n[x]: y\n`);
    const linked = pieces.map(({ piece: { blocks } }) => {
      const [heading] = blocks;
      return (
        heading?.type === "heading" && heading.inline.runs.some(({ marks }) => (marks & mark.link) !== 0)
      );
    });
    assert.equal(linked.filter(Boolean).length, MAX_RESOLVED_PIECES);
  });

  it("leaves out the same whatever was remembered", () => {
    const piece = (name: string): string => `# ${name}\n${paragraphs}\n`;
    const before = parsePieces(["a", "b", "c"].map(piece).join(""));
    const text = piece("new").repeat(20) + ["a", "b", "c"].map(piece).join("");
    const fresh = parsePieces(text).pieces.map(({ start, piece: { tooDeep } }) => [start, tooDeep]);
    const remembered = parsePieces(text, before.cache).pieces.map(({ start, piece: { tooDeep } }) => [
      start,
      tooDeep,
    ]);
    assert.deepEqual(remembered, fresh);
  });
});
