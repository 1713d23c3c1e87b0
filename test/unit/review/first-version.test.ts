import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultConfig } from "../../../src/core/config/config.ts";
import type { Config } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { fixAll } from "../../../src/core/fix/fix-all.ts";
import { firstFacetTexts } from "../../../src/core/review/facet-text.ts";
import type { FacetTexts } from "../../../src/core/review/facet-text.ts";
import { changedSince, readFingerprint } from "../../../src/core/review/fingerprint.ts";
import type { Signed } from "../../../src/core/review/fingerprint.ts";
import { coverageOf } from "../../../src/core/review/signatures.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { signOffEdit } from "../../../src/core/writing/review/review-edits.ts";
import { fixtureFolder } from "../fixtures.ts";
import { parsed } from "./unchanged.ts";

/** Made by the code that made fingerprints of the first version; never written again. */
interface Vector {
  readonly about: string;
  readonly markdown: string;
  /** The team's names of sections. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly requirements: readonly (readonly [id: string, texts: FacetTexts, print: string])[];
}

const vectors = JSON.parse(readFileSync(join(fixtureFolder, "fingerprints-1.json"), "utf8")) as Vector[];

describe("fingerprints of the first version", () => {
  for (const { about, markdown, aliases, requirements } of vectors) {
    const config: Config =
      aliases === undefined
        ? defaultConfig
        : { ...defaultConfig, aliases: { ...defaultConfig.aliases, ...aliases } };
    it(`are verified as they were made: ${about}`, () => {
      const document = parseDocument(markdown, config);
      for (const id of new Set(requirements.map(([one]) => one))) {
        const then = requirements.filter(([one]) => one === id);
        const now = document.requirements.filter((one) => one.id === id);
        // What is no requirement any more has no sign-off that could go stale.
        if (now.length === 0) continue;
        assert.deepEqual(
          now.map((one) => firstFacetTexts(document, one, config)),
          then.map(([, texts]) => texts),
          id,
        );
        for (const [index, [, , print]] of then.entries()) {
          const one = now[index];
          assert.ok(one);
          assert.deepEqual(changedSince(readFingerprint(print) as Signed, document, one, config), [], id);
        }
      }
    });
  }

  it("change by the part whose words change, as they did", () => {
    const { markdown, requirements } = vectors[0] as Vector;
    const print = readFingerprint(requirements[0]?.[2] ?? "") as Signed;
    for (const [from, to, changed] of [
      ["calendar months", "quarters", ["w"]],
      ["300 ms", "400 ms", ["c"]],
      // The first version took a full stop and typographic quotes for what was signed.
      ["created between them.", "created between them", ["s"]],
      ['"we will email you"', "“we will email you”", ["a"]],
    ] as const) {
      assert.ok(markdown.includes(from));
      const document = parsed(markdown.replace(from, to));
      const [one] = document.requirements;
      assert.ok(one);
      assert.deepEqual(changedSince(print, document, one, defaultConfig), changed, to);
    }
  });

  it("read the words as today where the requirement was none then", () => {
    const document = parsed("## What it does\n\n- **FR-1** A clerk can print a label.\n");
    const [one] = document.requirements;
    assert.ok(one);
    assert.deepEqual(firstFacetTexts(document, one, defaultConfig), { s: "A clerk can print a label." });
  });

  const text = `---
prd: PRD-042
schema: prd/1
name: Labels
status: in-review
pm: "@lena"
eng: "@mara"
---

# Labels

## Requirements

### R1 · Print a label

A clerk can print a label.

Why: parcels leave at six.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`s\`
`;
  const sign = (document: PrdDocument, who: string): PrdDocument => {
    const [one] = document.requirements;
    assert.ok(one);
    return parsed(applyEdits(document.text, [signOffEdit(document, one, who, "2026-08-01")]));
  };
  // Made by the first version, for which "Why: …" was a sentence of the statement.
  const signed = text.replace("`s`", "`s71aaeea9`");

  it("stand beside those of today in one document; signing again writes one of today, and nothing else does", () => {
    const both = sign(parsed(signed), "@zoe");
    const states = (document: PrdDocument): unknown[] =>
      coverageOf(document, defaultConfig).flatMap(({ signatures }) =>
        signatures.map(({ who, changed, signOff }) => [who, changed, signOff.fingerprint?.slice(0, 3)]),
      );
    assert.deepEqual(states(both), [
      ["@mara", [], "s71"],
      ["@zoe", [], "2:s"],
    ]);
    const edited = parsed(both.text.replace("at six", "at seven"));
    assert.deepEqual(states(edited), [
      ["@mara", ["s"], "s71"],
      ["@zoe", ["w"], "2:s"],
    ]);
    assert.deepEqual(states(sign(edited, "@mara")), [
      ["@mara", [], "2:s"],
      ["@zoe", ["w"], "2:s"],
    ]);
    const fixed = fixAll(both.text, { config: defaultConfig, today: "2026-08-01" });
    assert.ok(fixed.text.includes("`s71aaeea9`"), fixed.text);
  });

  it("hold after edits elsewhere, read anew or from the text before", () => {
    let document = parsed(signed);
    for (const [from, to] of [
      ["# Labels", "# Labels and more"],
      ["## Requirements", "## Why\n\nParcels.\n\n## Requirements"],
      ["## Review", "## Questions\n\n- **Q1** Who?\n\n## Review"],
    ] as const) {
      document = parseDocument(document.text.replace(from, to), defaultConfig, document);
      assert.deepEqual(coverageOf(document, defaultConfig)[0]?.signatures[0]?.changed, []);
    }
    const stale = parseDocument(document.text.replace("A clerk", "A guest"), defaultConfig, document);
    assert.deepEqual(coverageOf(stale, defaultConfig)[0]?.signatures[0]?.changed, ["s"]);
  });
});
