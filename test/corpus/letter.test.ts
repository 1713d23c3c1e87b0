import assert from "node:assert/strict";
import { checkDocument } from "../../src/core/check/check.ts";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import type { PrdDocument } from "../../src/core/document/model.ts";
import type { Problem } from "../../src/core/problem.ts";
import { adopted, corpus } from "./corpus.ts";

/** Documents of which it is written down what adopting and checking them says; tested where the corpus has them. */
interface Adopted {
  readonly text: string;
  readonly id: string;
  readonly given: readonly string[];
  readonly document: PrdDocument;
  readonly problems: (code: string) => readonly Problem[];
}

const expectations: [string, string, (adopted: Adopted) => void][] = [
  [
    "osac-1110-storage-tier.md",
    "gets A1–A6 and a header",
    ({ id, given, text }) => {
      assert.equal(id, "OSAC-1110");
      assert.deepEqual(given, ["A1", "A2", "A3", "A4", "A5", "A6"]);
      assert.match(
        text,
        /^---\nprd: OSAC-1110\nschema: prd\/1\nname: StorageTier API\nstatus: draft\n---\n\n# StorageTier API\n/,
      );
    },
  ],
  [
    "osac-1110-storage-tier.md",
    "has no dangling id: OSAC-23 in its prose is none",
    ({ problems }) => assert.deepEqual(problems("PRD008"), []),
  ],
  [
    "osac-1110-storage-tier.md",
    "is asked once which requirement its acceptance lines check, on their heading",
    ({ problems, text }) => {
      const found = problems("PRD105");
      assert.equal(found.length, 1);
      assert.match(text.slice(found[0]?.start).split("\n", 1)[0] ?? "", /Acceptance Criteria$/);
    },
  ],
  [
    "osac-1567-secret-management.md",
    "gets ids on its nine stories, which all have their why, and on the one thing in scope that must be",
    ({ given, document, problems }) => {
      const stories = document.requirements.filter(({ title }) => title.startsWith("As a "));
      assert.equal(stories.length, 9);
      assert.equal(given.filter((id) => id.startsWith("R")).length, 10);
      assert.ok(stories.every(({ soThat }) => soThat !== undefined));
      const asked = problems("PRD101").map(({ start }) => start);
      assert.ok(stories.every(({ idRange }) => !asked.includes(idRange.start)));
    },
  ],
  [
    "product-requirements-assistant-sample.md",
    "gets ids for what its features and its scope list, and for nothing else",
    ({ given }) => {
      assert.ok(given.length > 0 && given.length <= 14, `${given.length}`);
      assert.ok(given.every((id) => id.startsWith("R")));
    },
  ],
  [
    "product-requirements-assistant-sample.md",
    "defines FR8 twice, and no other id",
    ({ problems, text }) => {
      const found = problems("PRD007");
      assert.ok(found.length > 0);
      assert.deepEqual([...new Set(found.map(({ start, end }) => text.slice(start, end)))], ["FR8"]);
    },
  ],
  [
    "product-requirements-assistant-sample.md",
    "holds no options under Alternatives Considered",
    ({ document, problems }) => {
      assert.deepEqual(document.optionTables, []);
      for (const code of ["PRD203", "PRD204", "PRD205"]) assert.deepEqual(problems(code), []);
    },
  ],
];

describe("to the letter", () => {
  const files = corpus();
  for (const [name, what, expect] of expectations) {
    const file = files.find((one) => one.name.endsWith(name));
    if (file === undefined) continue;
    it(`${name} ${what}`, () => {
      const { adoption, after: text } = adopted(file);
      const document = parseDocument(text, defaultConfig);
      for (const as of ["draft", "agreed"] as const) {
        const all = checkDocument(document, { config: defaultConfig, today: "2026-08-01", as });
        const problems = (code: string): Problem[] => all.filter((problem) => problem.code === code);
        expect({ text, id: adoption.id, given: adoption.given, document, problems });
      }
    });
  }
});
