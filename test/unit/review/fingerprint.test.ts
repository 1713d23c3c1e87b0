import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { facetTexts } from "../../../src/core/review/facet-text.ts";
import type { FacetTexts } from "../../../src/core/review/facet-text.ts";
import {
  changedParts,
  fingerprintOf,
  readFingerprint,
  writeFingerprint,
} from "../../../src/core/review/fingerprint.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { frontmatterEnd, isUnclosed } from "../../../src/core/markdown/frontmatter.ts";
import { coverageOf } from "../../../src/core/review/signatures.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { signOffEdits } from "../../../src/core/writing/review/review-edits.ts";
import { exampleWorkspaceTexts, fixtureFolder, fixtureTexts } from "../fixtures.ts";
import { assertOnlyItsPart, fingerprints, otherWays, parsed, typographic, wordsIn } from "./unchanged.ts";
import { rounds } from "../../long.ts";

interface Vector {
  readonly about: string;
  readonly markdown: string;
  /** By requirement. */
  readonly texts: Readonly<Record<string, FacetTexts>>;
  readonly fingerprints: Readonly<Record<string, string>>;
}

const vectors = JSON.parse(readFileSync(join(fixtureFolder, "fingerprints.json"), "utf8")) as Vector[];
const texts = [...fixtureTexts(), ...exampleWorkspaceTexts()];

describe("fingerprints", () => {
  describe("are what docs/format.md says they are", () => {
    for (const { about, markdown, texts: expected, fingerprints: written } of vectors) {
      it(about, () => {
        const document = parsed(markdown);
        const normalised = document.requirements.map((one) => [one.id, facetTexts(document, one)]);
        assert.deepEqual(Object.fromEntries(normalised), expected);
        const prints = document.requirements.map((one) => [
          one.id,
          writeFingerprint(fingerprintOf(document, one)),
        ]);
        assert.deepEqual(Object.fromEntries(prints), written);
      });

      it(`${about}: SHA-256 by another implementation`, () => {
        for (const [id, print] of Object.entries(written)) {
          const parts = Object.entries(expected[id] ?? {}).map(
            ([part, text]) => part + createHash("sha256").update(text, "utf8").digest("hex").slice(0, 8),
          );
          assert.equal(print.slice(0, 2), "2:");
          assert.deepEqual(new Set(print.slice(2).split(" ")), new Set(parts));
        }
      });
    }
  });

  describe("stay the same in another way of writing the same", () => {
    for (const [name, text] of texts) {
      // A header of ours that is never closed is text to whoever rewrites it.
      if (isUnclosed(text.slice(0, frontmatterEnd(text)))) continue;
      for (const [way, rewrite] of otherWays) {
        it(`${way}: ${name}`, async () => {
          assert.deepEqual(fingerprints(await rewrite(text)), fingerprints(text));
        });
      }
    }
  });

  it("change by every word and number, and only in the part that it belongs to", () => {
    let count = 0;
    for (const [, text] of texts) {
      const document = parsed(text);
      for (const word of wordsIn(document)) {
        assertOnlyItsPart(document, word);
        count++;
      }
    }
    assert.ok(count > 500, `${count} words`);
  });

  it("of generated PRDs change by every word, and only in the part that it belongs to", () => {
    fc.assert(
      fc.property(
        fc.array(requirement, { minLength: 1, maxLength: 4 }),
        style,
        fc.nat(),
        (requirements, how, pick) => {
          const text = written(requirements, how);
          const document = parsed(text);
          assert.equal(document.requirements.length, requirements.length);
          const words = wordsIn(document);
          const word = words[pick % words.length];
          if (word !== undefined) assertOnlyItsPart(document, word);
        },
      ),
      { numRuns: rounds(75, 300) },
    );
  });

  it("of generated PRDs hold against typography and a full stop at every end, and against no other word", () => {
    fc.assert(
      fc.property(
        fc.array(requirement, { minLength: 1, maxLength: 3 }),
        style,
        fc.nat(),
        (requirements, how, pick) => {
          const document = parsed(
            written(requirements, how).replaceAll("the ", 'it\'s "so" - the ').replace("# A PRD", "# A"),
          );
          const text = applyEdits(
            document.text,
            signOffEdits(document, document.requirements, "@mara", "2026-07-24"),
          );
          const isFresh = (some: string): boolean[] =>
            coverageOf(parsed(some), defaultConfig).map(
              ({ signatures }) => signatures[0]?.changed?.length === 0,
            );
          const all = document.requirements.map(() => true);
          assert.deepEqual(isFresh(text), all);
          const other = text
            .split(/(?<=\n)/)
            .map((line) => typographic(line).replace(/(?<![#*].*)(?<=[a-z0-9])(?=\r?\n$)/, "."))
            .map((line) =>
              /^\s*[-*+] [^*]*[a-z0-9](?=\r?\n$)/.test(line) ? line.replace(/(?=\r?\n$)/, ".") : line,
            )
            .join("");
          assert.notEqual(other, text);
          assert.deepEqual(isFresh(other), all, other);
          const words = [...other.matchAll(/\bthe (\w+)/g)];
          const word = words[pick % words.length] as RegExpExecArray;
          const at = word.index + 4;
          const changed = `${other.slice(0, at)}q${other.slice(at)}`;
          assert.equal(isFresh(changed).filter((fresh) => !fresh).length, 1, changed);
        },
      ),
      { numRuns: rounds(75, 300) },
    );
  });

  it("of generated PRDs are the same in every style, and wherever a requirement stands", () => {
    fc.assert(
      fc.property(
        fc.array(requirement, { minLength: 2, maxLength: 4 }),
        style,
        style,
        (requirements, one, other) => {
          const numbered = requirements.map((each, index) => ({ ...each, id: index + 1 }));
          const before = fingerprints(written(numbered, one));
          const after = fingerprints(written([...numbered].reverse(), other));
          assert.deepEqual(after.reverse(), before);
        },
      ),
      { numRuns: rounds(75, 300) },
    );
  });

  it("do not change by what is said about a limit, only by the limit", () => {
    const text =
      "# A\n\n## Requirements\n\n### R1 · Export\n\n- **Constraints:**\n  - **C1** (perf, @mara, 2026-07-20): 300 ms\n";
    const before = fingerprints(text);
    for (const [from, to] of [
      ["300 ms", "300 ms. Accepted @lena 2026-07-21."],
      ["300 ms", "300 ms. Countered @lena 2026-07-21: is 500 enough? Accepted @mara 2026-07-22"],
      ["@mara, 2026-07-20", "@zoe, 2026-08-01"],
      ["C1", "C9"],
    ] as const) {
      assert.deepEqual(fingerprints(text.replace(from, to)), before, to);
    }
    for (const [from, to] of [
      ["300", "400"],
      ["perf", "scale"],
    ] as const) {
      assert.notDeepEqual(fingerprints(text.replace(from, to)), before, to);
    }
  });

  it("are read as they are written, and nothing else is read", () => {
    const print = { s: "1a2b3c4d", c: "00000000" };
    assert.equal(writeFingerprint(print), "2:s1a2b3c4d c00000000");
    assert.deepEqual(readFingerprint("2:s1a2b3c4d c00000000"), { version: 2, print });
    assert.deepEqual(readFingerprint(" 2: S1A2B3C4D   c00000000 "), { version: 2, print });
    assert.deepEqual(readFingerprint(" s1a2b3c4d   c00000000 "), { version: 1, print });
    for (const text of [
      "",
      "2:",
      "s1a2b3c4",
      "x1a2b3c4d",
      "s1a2b3c4d and more",
      "3:s1a2b3c4d",
      "s1a2b3c4d 2:w1a2b3c4d",
    ]) {
      assert.equal(readFingerprint(text), undefined, text);
    }
    assert.deepEqual(changedParts(print, { s: "1a2b3c4d", w: "11111111" }), ["w", "c"]);
  });
});

const word = fc.stringMatching(/^[a-z]{4,9}$/);
const sentence = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.nat(999).map(String) }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((words) => `the ${words.join(" ")}`);
const some = fc.array(sentence, { maxLength: 3 });
const requirement = fc.record({
  id: fc.constant<number>(0),
  title: sentence,
  statement: sentence,
  why: some,
  edgeCases: some,
  constraints: some,
  accept: some,
});
const style = fc.record({
  form: fc.constantFrom("heading", "item"),
  bullet: fc.constantFrom("-", "*", "+"),
  strong: fc.constantFrom("**", "__"),
  end: fc.constantFrom("\n", "\r\n"),
});
type Generated = typeof requirement extends fc.Arbitrary<infer T> ? T : never;
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

/** A PRD with these requirements; those without a number get one. */
function written(requirements: readonly Generated[], { form, bullet, strong, end }: Style): string {
  const lines = ["# A PRD", "", "## Requirements", ""];
  const bold = (text: string): string => strong + text + strong;
  let number = 0;
  for (const [index, one] of requirements.entries()) {
    const indent = form === "item" ? "  " : "";
    const id = one.id || index + 1;
    if (form === "item")
      lines.push(`${bullet} ${bold(`R${id}`)} ${one.title}`, "", `${indent}${one.statement}`, "");
    else lines.push(`### R${id} · ${one.title}`, "", one.statement, "");
    const facet = (label: string, items: readonly string[], lead: () => string): void => {
      if (items.length === 0) return;
      lines.push(`${indent}${bullet} ${bold(`${label}:`)}`);
      for (const item of items) lines.push(`${indent}  ${bullet} ${lead()}${item}`);
    };
    facet("Why", one.why, () => "");
    facet("Edge cases", one.edgeCases, () => `${bold(`E${++number}`)} `);
    facet("Constraints", one.constraints, () => `${bold(`C${++number}`)} (perf, @mara, 2026-07-20): `);
    facet("Accept", one.accept, () => "[ ] ");
    lines.push("");
  }
  return lines.join(end);
}
