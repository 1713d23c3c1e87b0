import assert from "node:assert/strict";
import fc from "fast-check";
import { adopt } from "../../../src/core/adopt/adopt.ts";
import type { AdoptOptions, Adoption } from "../../../src/core/adopt/adopt.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { parseHeader } from "../../../src/core/document/header.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { fixtureTexts } from "../fixtures.ts";
import { rounds } from "../../long.ts";

function adopted(text: string, options: Partial<AdoptOptions> = {}): Adoption & { text: string } {
  const adoption = adopt(text, { config: defaultConfig, path: "prds/notes.md", takenIds: [], ...options });
  return { ...adoption, text: applyEdits(text, adoption.edits) };
}

/** What holds for every adoption of every text. */
function assertHarmless(text: string, path = "notes.md"): void {
  const { edits, given, id, problem, text: after } = adopted(text, { path });
  for (const { start, end } of edits) assert.equal(start, end, "adopting only inserts");
  if (problem !== undefined) assert.deepEqual(edits, []);
  if (edits.length === 0) return;
  const document = parseDocument(after, defaultConfig);
  assert.equal(document.header.field("prd")?.values[0]?.text, id);
  assert.equal(document.header.errors.length, 0);
  const ids = document.definitions.map((definition) => definition.id);
  for (const one of given)
    assert.equal(ids.filter((other) => other === one).length, 1, `${one} is defined once`);
  assert.deepEqual(adopted(after, { path }).edits, []);
}

describe("adopting", () => {
  it("gives a header, and leaves pm and eng to people where nobody is known", () => {
    const { text, id, name, advice } = adopted("# Filter exports by date\n\n## Why\n\nMonths.\n");
    assert.equal(
      text,
      "---\nprd: PRD-001\nschema: prd/1\nname: Filter exports by date\nstatus: draft\n---\n\n# Filter exports by date\n\n## Why\n\nMonths.\n",
    );
    assert.deepEqual([id, name], ["PRD-001", "Filter exports by date"]);
    assert.match(advice.join("\n"), /Add `pm` and `eng` to the header/);
  });

  describe("fills in the product manager", () => {
    const { config } = parseConfig(
      `version: 1
people:
  "@nadia": { name: Nadia Farouk, role: pm, email: nadia@example.com }
  "@tomas": { name: Tomas Vesely, role: pm }
  "@jonas": { name: Jonas Bach, role: eng }
  "@ruth": { name: Ruth Abara, role: manager }
  "@ann": { name: Ann Left, role: pm, left: 2026-01-01 }
`,
      "seamwork.yaml",
    );
    const pmOf = (text: string, me?: string): string | undefined => {
      const { text: after, advice } = adopted(text, { config, me });
      const pm = parseHeader(after).people("pm")[0];
      if (pm !== undefined) assert.match(advice.join("\n"), new RegExp(`the header says \`pm: "${pm}"\``));
      return pm;
    };
    const cases: [string, string, string | undefined, string | undefined][] = [
      [
        "from the author of another tool's header",
        "---\nauthor: Nadia Farouk\n---\n# T\n",
        undefined,
        "@nadia",
      ],
      ["from a row", "# T\n\n| Field | Value |\n|---|---|\n| Author | Nadia Farouk |\n", undefined, "@nadia"],
      [
        "from the head of a table",
        "# T\n\n| Owner | @nadia |\n|---|---|\n| Date | today |\n",
        undefined,
        "@nadia",
      ],
      ["from a line", "# T\n\n**Owner:** nadia@example.com\n", undefined, "@nadia"],
      [
        "from a list, by a first name",
        "# T\n\n- **PM:** Tomas\n- **Date:** 2026-07-01\n",
        undefined,
        "@tomas",
      ],
      [
        "from two authors, the one whose work it is",
        "# T\n\nAuthors: Jonas Bach, Nadia Farouk\n",
        "@tomas",
        "@nadia",
      ],
      ["from the first of two", "# T\n\nAuthors: Tomas Vesely and Nadia Farouk\n", undefined, "@tomas"],
      ["with whom the document calls so, whatever their role", "# T\n\nPM: Ruth Abara\n", undefined, "@ruth"],
      ["from who adopts it", "# T\n", "@nadia", "@nadia"],
      [
        "from who adopts it, where the author is an engineer",
        "# T\n\nAuthor: Jonas Bach\n",
        "@tomas",
        "@tomas",
      ],
      ["not with an engineer who adopts it", "# T\n", "@jonas", undefined],
      ["not with somebody whom the team does not know", "# T\n", "@ivo", undefined],
      [
        "not with who adopts it where the author is a stranger",
        "# T\n\nAuthor: Ivo Ray\n",
        "@nadia",
        undefined,
      ],
      ["not with somebody who left", "# T\n\nAuthor: Ann Left\n", undefined, undefined],
      ["not from a part of a word", "# T\n\nAuthor: Annabel Tomasson\n", undefined, undefined],
      ["not from further down", "# T\n\n## Risks\n\n- Owner: Nadia Farouk\n", undefined, undefined],
    ];
    for (const [name, text, me, expected] of cases) {
      it(name, () => assert.equal(pmOf(text, me), expected));
    }

    it("never over what a header says", () => {
      const { text } = adopted("---\npm: Somebody Else\n---\n# T\n\nAuthor: Nadia Farouk\n", { config });
      assert.doesNotMatch(text, /@nadia/);
    });
  });

  describe("takes the id", () => {
    const ids: [string, string, string, readonly string[]][] = [
      ["from the file's name", "specs/osac-1110-storage-tier.md", "OSAC-1110", []],
      ["from a file that is named like a new PRD", "PRD-7-exports.prd.md", "PRD-7", []],
      ["from Windows paths", "specs\\ops-3.md", "OPS-3", []],
      ["never from a quarter or a date", "q3-2026-plans.md", "PRD-001", []],
      ["never from a date behind a word", "notes-2026-07-01.md", "PRD-001", []],
      ["never from a word with a number", "living-architecture-phase-11.md", "PRD-001", []],
      ["that is next, as wide as the others", "a.md", "PRD-043", ["PRD-7", "PRD-042", "OSAC-1110"]],
      ["that is next, without zeros where nobody writes them", "a.md", "PRD-10", ["PRD-9", "prd-8"]],
      ["that is next when the file's own is taken", "osac-1110-storage-tier.md", "PRD-001", ["OSAC-1110"]],
    ];
    for (const [name, path, expected, takenIds] of ids) {
      it(name, () => {
        assert.equal(adopted("# Exports\n", { path, takenIds }).id, expected);
      });
    }

    it("from the heading, and does not say it twice", () => {
      const { id, name } = adopted("# OPS-12: One status page\n");
      assert.deepEqual([id, name], ["OPS-12", "One status page"]);
    });

    it("and says so when another document has it", () => {
      assert.match(
        adopted("# OPS-12: One status page\n", { takenIds: ["OPS-12"] }).advice.join("\n"),
        /^OPS-12 is the id of another/,
      );
    });
  });

  it("quotes names as YAML needs", () => {
    for (const name of [
      "PRD: exports",
      "@lena's list",
      "true",
      "42",
      "- a",
      "C# # comment",
      '"quoted" text',
      "{a}",
      "it's",
      "名前",
      "a \\ b",
    ]) {
      const { text } = adopted(`# ${name.replace(/^- /, "\\- ")}\n`);
      const header = parseHeader(text);
      assert.deepEqual(header.errors, [], text);
      assert.equal(header.field("name")?.values[0]?.text, name);
    }
  });

  it("names a document without heading after its file", () => {
    assert.equal(adopted("Prose.\n", { path: "osac-11-storage-tier.prd.md" }).name, "Storage tier");
    assert.equal(adopted("Prose.\n", { path: "osac-11.md" }).name, "OSAC-11");
  });

  it("adds only the fields that a header lacks, and keeps every byte of the others", () => {
    const text =
      "---\r\n# of another tool\r\ntitle:   Exports\r\nstatus: draft\r\ntags: [a,  b]\r\n---\r\n\r\nProse.\r\n";
    const { text: after, advice } = adopted(text);
    assert.equal(after, text.replace("---\r\n", "---\r\nprd: PRD-001\r\nschema: prd/1\r\n"));
    assert.ok(!advice.some((sentence) => sentence.includes("status")));
  });

  it("gives a PRD ids for what has none, and nothing else", () => {
    const { text, id, advice, already } = adopted("---\nprd: PRD-9\n---\n\n## Assumptions\n\n- New.\n");
    assert.deepEqual([id, advice, already], ["PRD-9", [], true]);
    assert.equal(text, "---\nprd: PRD-9\n---\n\n## Assumptions\n\n- **A1** New.\n");
    assert.deepEqual(adopted(text).edits, []);
  });

  const broken: [string, string, RegExp][] = [
    ["never ends", "---\ntitle: a\n\n# Title\n", /never ends/],
    ["is no YAML", "---\n{ a: b\n---\n", /cannot be read/],
    ["is no list of fields", "---\njust words\n---\n", /cannot be read/],
    ["cannot take fields", "---\n{ a: b }\n---\n", /cannot take further fields/],
    ["is that of a cycle", "---\ncycle: 2026-Q3\nschema: cycle/1\n---\n", /is a cycle/],
  ];
  for (const [name, text, problem] of broken) {
    it(`leaves a header alone that ${name}`, () => {
      const { edits, problem: said } = adopted(text);
      assert.deepEqual(edits, []);
      assert.match(said ?? "", problem);
    });
  }

  /** Ids that the bullets of a section get; the text must come out with nothing else changed. */
  function givenIn(body: string): readonly string[] {
    return adopted(`# T\n\n${body}\n`).given;
  }

  describe("numbers", () => {
    it("requirements and assumptions at the top level", () => {
      const { text } = adopted(
        "# T\n\n## User Stories\n\n### Admin\n\n* As an admin, I want *x*.\n  * Nested.\n\n## Assumptions\n\n-\tNobody does.\n",
      );
      assert.match(text, /\* \*\*R1\*\* As an admin, I want \*x\*\.\n {2}\* Nested\./);
      assert.match(text, /-\t\*\*A1\*\* Nobody does\./);
    });

    it("ordered lists", () => {
      assert.deepEqual(givenIn("## Requirements\n\n1. Print it.\n2. Keep it."), ["R1", "R2"]);
    });

    it("task boxes behind the box", () => {
      assert.match(
        adopted("## Requirements\n\n- [ ] Show a list.\n").text,
        /- \[ \] \*\*R1\*\* Show a list\./,
      );
    });

    it("bullets with a label of their own, and those that introduce others", () => {
      assert.deepEqual(
        givenIn("## Requirements\n\n- **Review:** shows all values.\n- Must have:\n  - a list"),
        ["R1", "R2"],
      );
    });

    it("on from ids that are there, or that the prose speaks of", () => {
      assert.deepEqual(givenIn("## Requirements\n\n- **R4** Four.\n- Five."), ["R5"]);
      assert.deepEqual(givenIn("## Requirements\n\n- **R-4** Four.\n- Five."), ["R-5"]);
      assert.deepEqual(givenIn("## Why\n\nIn the old plan (R7).\n\n## Requirements\n\n- Five."), ["R8"]);
      assert.deepEqual(givenIn("## Requirements\n\n- **FR-4** Four.\n- Five. [Clarify: R3.Q1] `R9`"), ["R1"]);
    });
  });

  describe("does not number", () => {
    const cases: [string, string][] = [
      ["bullets with an id", "## Requirements\n\n- **FR-1:** One.\n- US-2: Two.\n- **R3 Three**"],
      [
        "ids in brackets, code and links",
        "## Requirements\n\n- (R6) Six.\n- [R7] Seven.\n- `R8` Eight.\n- [R9](#x) Nine.",
      ],
      [
        "bullets under a heading with an id",
        "## Requirements\n\n### R1 · One\n\n- detail\n\n#### Notes\n\n- more",
      ],
      [
        "facets",
        "## Requirements\n\n- **Why:** because.\n- Edge cases: none.\n\n**Acceptance criteria**\n\n- [ ] one",
      ],
      [
        "facets under a heading without id",
        "## Requirements\n\n### Filter\n\n- **Why:** because.\n- A detail.",
      ],
      ["acceptance sections in requirements", "## Requirements\n\n### Acceptance Criteria\n\n- [ ] one"],
      [
        "what is out of scope",
        "## Requirements\n\n### 3.3 Out of Scope\n\n- Rotation.\n\n### More\n\n**Notes:**\n\n- A note.",
      ],
      ["bullets that say nothing", "## Assumptions\n\n- None.\n- N/A\n- Not applicable for this release.\n-"],
      ["quotes and code", "## Requirements\n\n> - quoted\n\n```\n- code\n```\n\n-     code in an item"],
      ["other sections", "## Goals\n\n- A goal.\n\n## Dependencies\n\n- **OSAC-11** is needed."],
    ];
    for (const [name, body] of cases) {
      it(name, () => {
        assert.deepEqual(givenIn(body), []);
      });
    }
  });

  describe("tells people", () => {
    const table =
      "# T\n\n| Field | Value |\n|---|---|\n| Author(s) | Mara Lind |\n| Jira | https://x.example/OPS-1 |\n| Date | 2026-06-22 |\n| Status | In review |\n";

    it("what stands in a header table", () => {
      const said = adopted(table).advice.join("\n");
      assert.match(said, /“Author\(s\): Mara Lind”/);
      assert.match(said, /“Jira: https:\/\/x\.example\/OPS-1” stays where it is/);
      assert.match(said, /`paired: 2026-06-22`/);
      assert.match(said, /“Status: In review”: the header says `draft`; is it `in-review`\?/);
    });

    it("who an author is", () => {
      const { config } = parseConfig(
        'version: 1\npeople:\n  "@mara": { name: Mara Lind, role: eng }\n',
        "seamwork.yaml",
      );
      const said = adopted(table, { config }).advice.join("\n");
      assert.match(said, /Mara Lind is @mara \(eng\) in seamwork\.yaml; add `eng: "@mara"`/);
      assert.match(said, /Add `pm` to the header/);
    });

    it("that an engineer whom the document names is somebody else to the team", () => {
      const { config } = parseConfig(
        'version: 1\npeople:\n  "@tomas": { name: Tomas Vesely, role: pm }\n',
        "seamwork.yaml",
      );
      const said = adopted("# T\n\n**Tech lead:** Tomas Vesely\n", { config }).advice.join("\n");
      assert.match(said, /Tomas Vesely is @tomas \(pm\) in seamwork\.yaml; add `pm: "@tomas"`/);
    });

    it("how a day is written, where the document's own is none", () => {
      const said = adopted("# T\n\n**Date:** March 2026\n").advice.join("\n");
      assert.match(said, /“Date: March 2026”: if the pair began then, `paired: YYYY-MM-DD` says so\./);
    });

    it("what stands in lines and in the header of another tool", () => {
      const said = adopted(
        "---\ntracking-link:\n  - https://x.example/1\n---\n# T\n\n**Status:** Approved\n**Owner:** Ivo\n",
      ).advice.join("\n");
      assert.match(said, /“tracking-link: https:\/\/x\.example\/1”/);
      assert.match(said, /“Status: Approved”: .* is it `agreed`\?/);
      assert.match(said, /“Owner: Ivo”/);
    });

    it("nothing about tables further down", () => {
      assert.doesNotMatch(
        adopted("# T\n\n## Risks\n\n| Owner | Ivo |\n|---|---|\n| Status | Open |\n").advice.join("\n"),
        /Ivo|Open/,
      );
    });

    it("where ids are hidden", () => {
      assert.match(adopted("## Requirements\n\n- (R6) Six.\n").advice.join("\n"), /“R6” stands in brackets/);
    });

    it("which heading may be the requirements", () => {
      assert.match(adopted("# T\n\n## User story map\n").advice.join("\n"), /is it “User story map”\?/);
    });
  });

  describe("never changes prose", () => {
    for (const [name, text] of fixtureTexts()) {
      it(name, () => {
        assertHarmless(text, name);
        // The same text without its header is a candidate.
        assertHarmless(text.slice(parseHeader(text).end), name);
      });
    }

    it("in random texts", () => {
      const part = fc.constantFrom(
        ...[
          "# T\n",
          "# OPS-1: T\n",
          "## Requirements\n",
          "## 3. Assumptions\n",
          "### R1 · a\n",
          "### b\n",
          "## Notes\n",
          "---\n",
          "prd: x\n",
        ],
        ...[
          "- a\n",
          "* b: c\n",
          "- **R1** d\n",
          "- [ ] e\n",
          "  - f\n",
          "1. g\n",
          "-\th\n",
          "- **Why:** i\n",
          "- `j`\n",
          "- [k](l) m\n",
          "- n\no\n",
        ],
        ...[
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          "    ",
          "\t",
          "> ",
          "```\n",
          "<!-- ",
          "-->",
          "| a | b |\n|---|---|\n",
          "**Notes:**\n",
          "R4 and A2\n",
          "q\n===\n",
        ],
        ...[
          "- -\n",
          "- # x\n",
          "- > x\n",
          "- *a\n",
          "- **a\n",
          "- a **\n",
          "- : x\n",
          "- <b>x</b>\n",
          "- 😀 x\n",
          "- [^1]: x\n",
          "- [a]: x\n",
          "\0",
          "\u2028",
          "-     x\n",
        ],
      );
      fc.assert(
        fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
          assertHarmless(parts.join(""));
        }),
        { numRuns: rounds(250, 1000) },
      );
    });

    it("of any kind", () => {
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 200 }), (title) => {
          assertHarmless(`# ${title}\n`);
          assertHarmless(title);
        }),
        { numRuns: rounds(125, 500) },
      );
    });
  });
});
