import assert from "node:assert/strict";
import { facetNames } from "../../../src/core/format/section-names.ts";
import { frequentWords } from "../../../src/core/lexicon/frequent-words.ts";
import { placeholders } from "../../../src/core/lexicon/placeholders.ts";
import { lexicons } from "../../../src/core/lexicon/all.ts";
import { languageCodes } from "../../../src/core/format/language-codes.ts";
import type { Lexicon } from "../../../src/core/lexicon/lexicon.ts";

/** As names are compared: without accents; hyphens are blanks. */
function folded(entry: string): string {
  return entry
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[-\u2010-\u2015\s]+/g, " ")
    .trim();
}

/** Each list of a lexicon under the name of its place: `parts.Why`, `steps.given`. */
function listsOf(value: object, path = ""): [string, readonly string[]][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, readonly string[]][] => {
    const name = path === "" ? key : `${path}.${key}`;
    if (Array.isArray(inner)) return [[name, inner as string[]]];
    return typeof inner === "object" && inner !== null ? listsOf(inner, name) : [];
  });
}

/** What an entry stands for in any language, and which languages say so. */
function meanings(listed: (lexicon: Lexicon) => readonly (readonly [string, readonly string[]])[]) {
  const found = new Map<string, Map<string, string[]>>();
  for (const lexicon of lexicons) {
    for (const [name, entries] of listed(lexicon)) {
      for (const entry of entries) {
        const names = found.get(folded(entry)) ?? new Map<string, string[]>();
        found.set(folded(entry), names);
        names.set(name, [...(names.get(name) ?? []), lexicon.code]);
      }
    }
  }
  return found;
}

function ambiguous(found: ReturnType<typeof meanings>): string[] {
  return [...found]
    .filter(([, names]) => names.size > 1)
    .map(
      ([entry, names]) =>
        `${entry}: ${[...names].map(([name, codes]) => `${name} (${codes.join(", ")})`).join(", ")}`,
    );
}

describe("the lexicon", () => {
  it("has each language once", () => {
    assert.deepEqual(lexicons.map(({ code }) => code).sort(), [...languageCodes].sort());
  });

  it("lets no heading stand for two parts, in whatever languages", () => {
    assert.deepEqual(ambiguous(meanings(({ parts }) => Object.entries(parts))), []);
  });

  it("lets no lead stand for two facets, in whatever languages", () => {
    assert.deepEqual(ambiguous(meanings(({ facets }) => Object.entries(facets))), []);
  });

  it("lets no column be an id and a requirement", () => {
    assert.deepEqual(ambiguous(meanings(({ columns }) => Object.entries(columns))), []);
  });

  for (const lexicon of lexicons) {
    describe(lexicon.code, () => {
      it("holds entries as they are compared, each once in its list", () => {
        for (const [name, entries] of listsOf(lexicon)) {
          for (const entry of entries) {
            assert.equal(entry, entry.toLowerCase().normalize("NFC"), name);
            assert.ok(!/^\s|\s$|\s\s|[-\u2010-\u2015]/.test(entry) && entry !== "", `${name}: "${entry}"`);
          }
          const all = entries.map(folded);
          assert.deepEqual(
            all.filter((entry, index) => all.indexOf(entry) !== index),
            [],
            name,
          );
        }
      });

      it("has a word for everything that is looked for", () => {
        for (const [name, entries] of listsOf(lexicon)) assert.notEqual(entries.length, 0, name);
        for (const name of facetNames) assert.ok((lexicon.facets[name]?.length ?? 0) > 0, name);
        for (const name of ["Why", "Requirements", "Acceptance", "Questions", "Out of scope"] as const) {
          assert.ok((lexicon.parts[name]?.length ?? 0) > 0, name);
        }
      });

      it("says what is not written yet", () => {
        assert.ok(placeholders[lexicon.code].length >= 4);
      });

      it("tells its language by many words", () => {
        assert.ok(frequentWords[lexicon.code].length >= 25);
      });
    });
  }
});
