import assert from "node:assert/strict";
import type { Block } from "../../../src/core/markdown/block.ts";
import { mark } from "../../../src/core/markdown/inline.ts";
import type { Inline } from "../../../src/core/markdown/inline.ts";
import { parseBlocks } from "../../../src/core/markdown/parse.ts";

const names = Object.entries(mark);

/** A run as `source → text (marks)`, where the two differ. */
function plainInline({ text, runs, targets, start, end }: Inline, source: string): object {
  const parts = runs.map((run) => {
    const written = source.slice(run.start, run.end);
    const said = text.slice(run.at, run.at + run.length);
    const marks = names.filter(([, bit]) => (run.marks & bit) !== 0).map(([name]) => ` ${name}`);
    return (written === said ? said : `${written} → ${said}`) + marks.join("");
  });
  const leads = targets?.map(({ at, target }) => `${at}: ${target}`);
  return { source: source.slice(start, end), parts, ...(leads && { leads }) };
}

/** A block with its source in place of offsets. */
function plain(block: Block, source: string): object {
  const written = source.slice(block.start, block.end);
  switch (block.type) {
    case "heading":
      return { [`heading ${block.depth}`]: written, ...plainInline(block.inline, source) };
    case "paragraph":
      return { paragraph: written, ...plainInline(block.inline, source) };
    case "item": {
      const children = block.children.map((child) => plain(child, source));
      return { item: written, checked: block.checked, ...plainInline(block.inline, source), children };
    }
    case "list":
      return {
        [block.ordered ? "numbers" : "list"]: written,
        items: block.items.map((item) => plain(item, source)),
      };
    case "table": {
      const rows = block.rows.map(({ cells }) => cells.map((cell) => plainInline(cell, source)));
      return { table: written, rows };
    }
    case "code":
    case "html":
      return { [block.type]: written, value: block.value };
    case "quote":
      return { quote: written, children: block.children.map((child) => plain(child, source)) };
    case "other":
      return {
        other: written,
        ...(block.defines && { defines: block.defines }),
        children: block.children.map((child) => plain(child, source)),
      };
  }
}

function read(text: string): object[] {
  return parseBlocks(text).blocks.map((block) => plain(block, text));
}

describe("blocks made of remark's tree", () => {
  it("flatten marks, and know where each run stands", () => {
    assert.deepEqual(read("a *b **c*** ~~d~~ `e`\n"), [
      {
        paragraph: "a *b **c*** ~~d~~ `e`",
        source: "a *b **c*** ~~d~~ `e`",
        parts: ["a ", "b  emphasis", "c strong emphasis", " ", "d deleted", " ", "`e` → e code"],
      },
    ]);
  });

  it("keep escapes, references and line ends as they are said", () => {
    assert.deepEqual(read("\\*a &amp; b\\\nc  \n  d"), [
      {
        paragraph: "\\*a &amp; b\\\nc  \n  d",
        source: "\\*a &amp; b\\\nc  \n  d",
        parts: ["\\*a &amp; b → *a & b", "\\\n → \n", "c", "  \n → \n", "d"],
      },
    ]);
  });

  it("say behind links and pictures where they lead", () => {
    assert.deepEqual(read('[a *b*](c "d") ![e](f) [g] <https://h.i> www.j.k\n\n[G]: l "m"\n'), [
      {
        paragraph: '[a *b*](c "d") ![e](f) [g] <https://h.i> www.j.k',
        source: '[a *b*](c "d") ![e](f) [g] <https://h.i> www.j.k',
        parts: [
          "a  link",
          "b emphasis link",
          " ",
          "![e](f) → e image",
          " ",
          "g link",
          " ",
          "https://h.i link",
          " ",
          "www.j.k link",
        ],
        leads: ["3: c d", "5: f", "7: [g]", "19: https://h.i", "27: http://www.j.k"],
      },
      { other: '[G]: l "m"', defines: ["[g]", "l m"], children: [] },
    ]);
  });

  it("keep the words around an address in brackets", () => {
    assert.deepEqual(read("a [see https://x.org/a now] b"), [
      {
        paragraph: "a [see https://x.org/a now] b",
        source: "a [see https://x.org/a now] b",
        parts: ["a [see https://x.org/a now] b"],
      },
    ]);
  });

  it("join an item's own paragraphs, and keep what stands between them", () => {
    assert.deepEqual(read("- [x] a\n\n  > b\n\n  *c*\n- d\n"), [
      {
        list: "- [x] a\n\n  > b\n\n  *c*\n- d",
        items: [
          {
            item: "- [x] a\n\n  > b\n\n  *c*",
            checked: true,
            source: "a\n\n  > b\n\n  *c*",
            parts: ["a", "c emphasis"],
            children: [
              { paragraph: "a", source: "a", parts: ["a"] },
              { quote: "> b", children: [{ paragraph: "b", source: "b", parts: ["b"] }] },
              { paragraph: "*c*", source: "*c*", parts: ["c emphasis"] },
            ],
          },
          {
            item: "- d",
            checked: undefined,
            source: "d",
            parts: ["d"],
            children: [{ paragraph: "d", source: "d", parts: ["d"] }],
          },
        ],
      },
    ]);
    const [list] = parseBlocks("- a\n\n  b\n").blocks;
    assert.ok(list?.type === "list");
    assert.equal(list.items[0]?.inline.text, "a\nb");
  });

  it("read cells without their bars, and give an empty one its place", () => {
    const source = "| *a* | |\n|-|-|\n| b \\| `c\\|d` ||\n";
    const [table] = parseBlocks(source).blocks;
    assert.ok(table?.type === "table");
    assert.deepEqual(plain(table, source), {
      table: "| *a* | |\n|-|-|\n| b \\| `c\\|d` ||",
      rows: [
        [
          { source: "*a*", parts: ["a emphasis"] },
          { source: "", parts: [] },
        ],
        [
          { source: "b \\| `c\\|d`", parts: ["b \\|  → b | ", "`c\\|d` → c|d code"] },
          { source: "", parts: [] },
        ],
      ],
    });
    assert.equal(table.rows[0]?.cells[1]?.start, 8);
  });

  it("know headings, code, HTML, rules and footnotes, without the white space behind them", () => {
    assert.deepEqual(
      read("# a #\n\nb\n---\n\n```js\nc\n\n```\n\n<p>\nd\n\n***\n\ne[^f]\n\n[^f]: g\n\n    h\n"),
      [
        { "heading 1": "# a #", source: "# a #", parts: ["a"] },
        { "heading 2": "b\n---", source: "b\n---", parts: ["b"] },
        { code: "```js\nc\n\n```", value: "c" },
        { html: "<p>\nd", value: "<p>\nd" },
        { other: "***", children: [] },
        { paragraph: "e[^f]", source: "e[^f]", parts: ["e"] },
        {
          other: "[^f]: g\n\n    h",
          children: [
            { paragraph: "g", source: "g", parts: ["g"] },
            { paragraph: "h", source: "h", parts: ["h"] },
          ],
        },
      ],
    );
  });

  it("tell which labels a text defines, as they are written", () => {
    const { labels } = parseBlocks("> [A\\]\n> b]: c\n\n- [^N]: d\n");
    assert.deepEqual(labels, { links: ["A\\] b"], footnotes: ["N"] });
  });

  it("leave out what is only there to define labels, and count from behind it", () => {
    const definitions = "[a]: b\n\n";
    const text = "c [a]\n";
    const [paragraph, ...others] = parseBlocks(definitions + text, definitions.length).blocks;
    assert.deepEqual(others, []);
    assert.ok(paragraph?.type === "paragraph");
    assert.deepEqual(plain(paragraph, text), {
      paragraph: "c [a]",
      source: "c [a]",
      parts: ["c ", "a link"],
      leads: ["3: [a]"],
    });
  });
});
