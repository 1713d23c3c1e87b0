import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { documentLinks } from "../../../src/core/workspace/links.ts";

const known = new Set(["PRD-042", "PRD-7", "RETRO-7", "2026-Q3", "H2"]);

/** What a text links to, as `words → document` or `words → document/item`. */
function links(text: string): string[] {
  return documentLinks(text, (id) => known.has(id)).map(
    ({ start, end, document, item }) =>
      `${text.slice(start, end)} → ${document}${item === undefined ? "" : `/${item.id}`}`,
  );
}

describe("links between documents", () => {
  it("takes no word without a digit for an id, whatever the team calls its documents", () => {
    const found = documentLinks("A draft of PRD-042 in two weeks", () => true);
    assert.deepEqual(
      found.map(({ document }) => document),
      ["PRD-042"],
    );
  });

  it("finds documents by their ids, and what is meant in them", () => {
    assert.deepEqual(links("2026-07-06 weekly, 15 min: D1 of PRD-042 opened"), [
      "D1 of PRD-042 → PRD-042/D1",
    ]);
    assert.deepEqual(links("See PRD-042 D1, PRD-7's R2.1 and E1 in PRD-7."), [
      "PRD-042 D1 → PRD-042/D1",
      "PRD-7's R2.1 → PRD-7/R2.1",
      "E1 in PRD-7 → PRD-7/E1",
    ]);
    assert.deepEqual(links("| PRD-042 | @lena |"), ["PRD-042 → PRD-042"]);
    assert.deepEqual(links("cycle: 2026-Q3\n"), ["2026-Q3 → 2026-Q3"]);
    assert.deepEqual(links("PRD-042, RETRO-7; PRD-7."), [
      "PRD-042 → PRD-042",
      "RETRO-7 → RETRO-7",
      "PRD-7 → PRD-7",
    ]);
    assert.deepEqual(links("**H2** N1"), ["H2 → H2"]);
  });

  it("takes neither another document nor the next line for what is meant", () => {
    assert.deepEqual(links("PRD-042 PRD-7"), ["PRD-042 → PRD-042", "PRD-7 → PRD-7"]);
    assert.deepEqual(links("PRD-7 of PRD-042"), ["PRD-7 → PRD-7", "PRD-042 → PRD-042"]);
    assert.deepEqual(links("PRD-042\nD1 is next"), ["PRD-042 → PRD-042"]);
    assert.deepEqual(links("PRD-042 D1a"), ["PRD-042 → PRD-042"]);
  });

  it("leaves paths, addresses, handles and longer words alone", () => {
    for (const text of [
      "prds/PRD-042-export.prd.md",
      "https://example.com/PRD-042",
      "PRD-042/notes",
      "XPRD-042",
      "PRD-0421",
      "@PRD-042",
      "PRD-999",
    ])
      assert.deepEqual(links(text), [], text);
  });

  it("are no mentions of what the document itself has", () => {
    const mentions = (text: string): string[] =>
      parseDocument(text, defaultConfig).mentions.map(
        ({ id, target }) => `${id} ${target === undefined ? "?" : "!"}`,
      );
    const own =
      "## Disagreements\n\n- **D1** tier 1, @a and @b, 2026-07-01: one.\n- **D2** tier 1, @a and @b, 2026-07-01: ";
    assert.deepEqual(mentions(`${own}as D1 and D7 of PRD-042 say.`), ["D1 !"]);
    assert.deepEqual(mentions(`${own}PRD-042 D1, 2026-Q3 D3, D9.`), ["D9 ?"]);
    assert.deepEqual(
      mentions("## Requirements\n\n- **FR-2** One.\n- **FR-3** As FR-2 of FR-3, see R9 of PRD-1."),
      ["FR-2 !", "FR-3 !"],
    );
  });

  it("gives ranges that hold what they name, whatever stands around", () => {
    const part = fc.constantFrom(
      "PRD-042",
      "D1",
      "of",
      "2026-Q3",
      "é",
      " ",
      "\n",
      ", ",
      "/",
      "'s",
      "|",
      "R2.",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join(" ");
        let last = -1;
        for (const { start, end, document, at, item } of documentLinks(text, (id) => known.has(id))) {
          assert.equal(text.slice(at.start, at.end), document);
          assert.ok(start <= at.start && at.end <= end && at.start > last);
          last = at.start;
          if (item === undefined) continue;
          assert.equal(text.slice(item.start, item.end), item.id);
          assert.ok(start <= item.start && item.end <= end);
        }
      }),
    );
  });
});
