import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import type { CheckOptions } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { fixAll } from "../../../src/core/fix/fix-all.ts";
import type { FixedText } from "../../../src/core/fix/fix-all.ts";
import type { RuleCode } from "../../../src/core/problem.ts";
import type { Fixes, Rule } from "../../../src/core/rules/rule.ts";
import { documentedRules as rules } from "../../../src/core/rules/documented.ts";
import { exampleDay, exampleDocument } from "../../../src/core/rules/example.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { fixtureTexts } from "../fixtures.ts";

const options: CheckOptions = { config: defaultConfig, today: exampleDay };

/**
 * What holds for every text: nothing safe is left, a second run does nothing, and the edits tell the whole change. Nothing
 * is written where a merge conflict is open.
 */
function assertFixed(text: string, how: CheckOptions): FixedText {
  const first = fixAll(text, how);
  assert.equal(applyEdits(text, first.edits), first.text);
  const second = fixAll(first.text, how);
  if (first.refused !== undefined) {
    assert.deepEqual(first, { text, edits: [], applied: [], refused: second.refused });
    return first;
  }
  assert.deepEqual(second, { text: first.text, edits: [], applied: [] });
  assert.equal(first.edits.length === 0, first.applied.length === 0);
  const document = parseDocument(first.text, how.config);
  const left = checkDocument(document, how).filter(({ fixable }) => fixable);
  // No field can be added to a header that YAML cannot read.
  if (document.header.field("prd") !== undefined && document.header.errors.length === 0)
    assert.deepEqual(left, []);
  return first;
}

function assertSameOnAllLineEnds(text: string, how: CheckOptions): void {
  const unix = text.replaceAll("\r\n", "\n");
  const plain = assertFixed(unix, how);
  const windows = assertFixed(unix.replaceAll("\n", "\r\n"), how);
  assert.equal(windows.text, plain.text.replaceAll("\n", "\r\n"));
  assert.deepEqual(windows.applied, plain.applied);
}

describe("fixing all", () => {
  for (const [name, text] of fixtureTexts()) {
    it(`${name}: once is as good as twice`, () => {
      assertFixed(text, options);
      assertFixed(text, { ...options, as: "agreed" });
    });
  }

  for (const rule of rules) {
    it(`${rule.code}'s examples: once is as good as twice, with either line end`, () => {
      for (const example of rule.examples) {
        const config =
          example.config === undefined ? defaultConfig : parseConfig(example.config, "seamwork.yaml").config;
        const how = { config, today: example.today ?? exampleDay, as: example.status ?? "agreed" } as const;
        assertSameOnAllLineEnds(exampleDocument(example.bad), how);
        assertSameOnAllLineEnds(exampleDocument(example.good), how);
      }
    });
  }

  it("says which rules were fixed how often, and keeps tabs and every other byte", () => {
    const text =
      '---\r\nprd: PRD-1\r\nstauts: draft\r\npm: @lena\r\neng: "@mara"\r\n---\r\n\r\n-\ta\t\r\n\r\n\r\n* b';
    const { text: after, edits, applied } = fixAll(text, options);
    assert.ok(after.endsWith("---\r\n\r\n-\ta\t\r\n\r\n\r\n* b"));
    assert.match(after, /^---\r\nprd: PRD-1\r\n/);
    assert.match(after, /\r\nstatus: draft\r\n/);
    assert.match(after, /\r\npm: "@lena"\r\n/);
    assert.ok(edits.every(({ end }) => end < text.indexOf("-\ta")));
    assert.deepEqual(
      applied.map(({ code }) => code),
      applied.map(({ code }) => code).sort(),
    );
    assert.ok(applied.some(({ code, count }) => code === "PRD003" && count === 2));
  });

  it("takes back what does not help, such as a field put into a list that is never closed", () => {
    const text = new Map(fixtureTexts()).get("frontmatter-duplicate-keys.md") ?? "";
    assert.equal(fixAll(text, options).text.split("status:").length, text.split("status:").length);
  });

  it("lets a fix wait whose other half touches what one before it changes", () => {
    const text = "---\nprd: PRD-1\nschema: prd/1\n---\n\nteh cat and teh dog\n";
    const [first, second] = [text.indexOf("teh"), text.lastIndexOf("teh")];
    const spelling = (code: RuleCode, places: readonly number[], word: string): Rule => ({
      code,
      name: "spelling",
      severity: "warning",
      seam: "narrative",
      owner: "product",
      check: {
        pass: "local",
        *run({ document }) {
          const start = places.at(-1) ?? 0;
          if (document.text.startsWith("teh", start))
            yield { start, end: start + 3, message: `${word}?`, fixable: true };
        },
      },
    });
    const writing =
      (places: readonly number[], word: string): Fixes =>
      ({ start, end }, { document }) => [
        {
          title: `Write ${word}`,
          kind: "safe",
          edits: places
            .filter((at) => document.text.startsWith("teh", at))
            .map((at) => ({ start: at, end: at + (end - start), newText: word })),
        },
      ];
    const both = [spelling("PRD003", [first], "the"), spelling("PRD005", [first, second], "The")];
    const by = { PRD003: writing([first], "the"), PRD005: writing([first, second], "The") };
    const { text: after, applied } = fixAll(text, { ...options, rules: both }, by);
    assert.ok(after.endsWith("\nthe cat and The dog\n"), after);
    assert.deepEqual(
      applied.map(({ code }) => code),
      ["PRD003", "PRD005"],
    );
  });

  it("adopts nothing", () => {
    assert.deepEqual(fixAll("# A note\n", options), { text: "# A note\n", edits: [], applied: [] });
  });
});
