import assert from "node:assert/strict";
import fc from "fast-check";
import { threeWay } from "../../../../src/collab/text/merge.ts";
import { cpuOf } from "../../cpu.ts";

const line = fc.constantFrom("- must ship\n", "- may wait, or not\n", "\n", "# Why\n", "text 世界\n", "end");
const document = fc.array(line, { maxLength: 8 }).map((lines) => lines.join(""));

describe("three-way merge", () => {
  it("joins changes of different lines, and of different words of one line", () => {
    assert.deepEqual(threeWay("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n"), { text: "A\nb\nC\n", lost: false });
    assert.deepEqual(
      threeWay("We ship it on Monday.\n", "We sell it on Monday.\n", "We ship it on Friday.\n"),
      { text: "We sell it on Friday.\n", lost: false },
    );
  });

  it("lets the shared text win where both changed the same words, and says that something is lost", () => {
    assert.deepEqual(threeWay("on Monday\n", "on Tuesday\n", "on Friday\n"), {
      text: "on Friday\n",
      lost: true,
    });
  });

  it("loses nothing where both did the same, or one side only deleted what the other changed", () => {
    assert.deepEqual(threeWay("a b\n", "a c b\n", "a c b\n"), { text: "a c b\n", lost: false });
    assert.deepEqual(threeWay("a old b\n", "a  b\n", "a new b\n"), { text: "a new b\n", lost: false });
    assert.deepEqual(threeWay("", "x", "x y"), { text: "x y", lost: false });
  });

  it("keeps the lines of both where both added some at one place", () => {
    assert.deepEqual(threeWay("- C1\n", "- C1\n- mine\n", "- C1\n- theirs\n"), {
      text: "- C1\n- theirs\n- mine\n",
      lost: false,
    });
    // What one of them had typed further is one line, not two.
    assert.deepEqual(threeWay("- C1\n", "- C1\n- so far\n", "- C1\n- so far so good\n"), {
      text: "- C1\n- so far so good\n",
      lost: false,
    });
  });

  it("is one side where the other is the base", () => {
    fc.assert(
      fc.property(document, document, (base, changed) => {
        assert.deepEqual(threeWay(base, changed, base), { text: changed, lost: false });
        assert.deepEqual(threeWay(base, base, changed), { text: changed, lost: false });
      }),
    );
  });

  it("has every word of mine in the text, unless it says lost", () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), document, (base, at, to, theirs) => {
        const offset = at % (base.length + 1);
        const mine = `${base.slice(0, offset)} myword ${base.slice(offset)}`;
        const cut = to % (base.length + 1);
        const { text, lost } = threeWay(base, mine, base.slice(0, cut) + theirs + base.slice(cut));
        assert.ok(lost || text.includes("myword"));
      }),
      { numRuns: 500 },
    );
  });

  it("stays quick with big texts that have little in common", () => {
    const text = (word: string): string => Array.from({ length: 40_000 }, (_, i) => `${word}${i}\n`).join("");
    const spent = cpuOf(() => assert.equal(threeWay(text("a"), text("b"), text("c")).lost, true));
    assert.ok(spent < 10_000, `${spent} ms of CPU`);
  });
});
