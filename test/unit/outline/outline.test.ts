import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { Outline } from "../../../src/core/outline/model.ts";
import { outline } from "../../../src/core/outline/outline.ts";
import { outlineLines, outlinePage } from "../../../src/core/outline/render.ts";
import { exampleWorkspaceTexts, fixtureTexts } from "../fixtures.ts";

function outlined(text: string, path = "notes.md"): Outline {
  return outline(parseDocument(text, defaultConfig), path, defaultConfig);
}

const labels = `# Labels

## Why

Clerks write labels by hand.

## Requirements

What clerks need:

### R1 · Print a label

As a clerk, I want to print a label, so that
parcels leave the house.

**Edge cases:**

- **E1** The printer is offline: the label waits.
- **E2** Two clerks print
  the same label: both get it.

**Constraints:** at most 40 labels a minute

**Accept:**

- [ ] The label is out within a minute.

### R2 · Reprint it

A torn label can be printed again.

Labels are small.

## Acceptance criteria

- A day's parcels can be labelled.
- R2 was tried with a torn label.
`;

describe("the outline", () => {
  it("has a requirement's place, and the first line of each thing that it says", () => {
    const [first, second] = outlined(labels).requirements;
    assert.deepEqual(first, {
      id: "R1",
      title: "Print a label",
      line: 11,
      endLine: 26,
      parent: undefined,
      form: "heading",
      why: [13],
      edgeCases: [18, 19],
      constraints: [22],
      acceptance: [26],
      signedOff: false,
    });
    assert.deepEqual([second?.id, second?.line, second?.why, second?.acceptance], ["R2", 28, [], [37]]);
  });

  it("has what stands for the whole document, and not what names a requirement", () => {
    assert.deepEqual(outlined(labels).documentWide, {
      why: [5],
      edgeCases: [],
      constraints: [],
      acceptance: [36],
    });
  });

  it("has the headings that are no requirement, with what they mean", () => {
    assert.deepEqual(
      outlined(labels).sections.map(({ heading, name, line }) => [line, heading, name]),
      [
        [1, "Labels", undefined],
        [3, "Why", "Why"],
        [7, "Requirements", "Requirements"],
        [34, "Acceptance criteria", "Acceptance"],
      ],
    );
  });

  it("names the lines under Requirements that it has no place for; what introduces a list is an aside", () => {
    const text = "# X\n\n## Requirements\n\nBelow:\n\n- **R1** One\n  - more\n\nRed.\n\n> Blue.\n";
    assert.deepEqual(outlined(text).unplaced, [10, 12]);
    assert.deepEqual(outlined(labels).unplaced, []);
    assert.deepEqual(outlined(`# X\n\n${"> ".repeat(2_000)}deep\n`).unplaced, [1]);
  });

  it("leaves aside a word about the document, and lines about requirements that are defined elsewhere", () => {
    const text = `# X

## Requirements

**Priority:** P0 (critical)

- **R1** One

| Requirement | Phase |
| --- | --- |
| R1 | two |

### Epics

Epic: that all of this is done by the end of next year.
`;
    assert.deepEqual(outlined(text).unplaced, [15]);
  });

  it("counts lines in CRLF, in lone carriage returns and behind emoji", () => {
    const lines = ({ requirements }: Outline): unknown[] =>
      requirements.map(({ line, endLine, why, edgeCases, acceptance }) => [
        ...[line, endLine, why, edgeCases, acceptance],
      ]);
    const expected = lines(outlined(labels));
    assert.equal(expected.length, 2);
    assert.deepEqual(lines(outlined(labels.replaceAll("\n", "\r\n"))), expected);
    assert.deepEqual(lines(outlined(labels.replaceAll("\n", "\r"))), expected);
    assert.deepEqual(lines(outlined(labels.replace("Clerks", "🖨️👩‍💼 Clerks"))), expected);
  });

  it("says what a file is", () => {
    assert.equal(outlined(labels).kind, "other");
    assert.equal(outlined(labels, "prds/labels.md").kind, "candidate");
    assert.equal(outlined(`---\nprd: PRD-1\n---\n${labels}`).kind, "prd");
    assert.equal(outlined("---\nretro: RETRO-1\n---\n").kind, "retro");
  });

  it("names the styles that requirements are written in, a few in one document too", () => {
    const dialects = (text: string): unknown => outlined(`# X\n\n## Requirements\n\n${text}\n`).dialects;
    assert.deepEqual(dialects("- **R1** Print"), ["native"]);
    assert.deepEqual(dialects("- **FR-001**: System MUST print"), ["numbered"]);
    assert.deepEqual(dialects("| Requirement | Why |\n| --- | --- |\n| Print a label | parcels |"), [
      "tables",
    ]);
    assert.deepEqual(
      dialects(
        "### Requirement 1: Print\n\n**User Story:** As a clerk, I want to print, so that parcels leave.\n\n1. WHEN a clerk prints, THE Printer SHALL print.",
      ),
      ["kiro", "stories"],
    );
    assert.deepEqual(
      dialects("### Requirement: Print\n\nThe system SHALL print.\n\n### Fax\n\n- Clerks can send a fax"),
      ["openspec", "plain"],
    );
    assert.deepEqual(outlined("# Diary\n").dialects, []);
  });

  it("knows which requirements somebody has signed as they are now", () => {
    const [name, text] = exampleWorkspaceTexts().find(([path]) => path.includes("PRD-092")) ?? ["", ""];
    const signed = outlined(text, name).requirements.filter(({ signedOff }) => signedOff);
    assert.ok(signed.length > 0);
    const { title } = signed[0] as (typeof signed)[number];
    const changed = outlined(text.replace(title, `${title} quickly`), name).requirements;
    assert.equal(changed.filter(({ signedOff }) => signedOff).length, signed.length - 1);
  });

  it("tells the language by the header, else by the text, else English", () => {
    const german =
      "Die Etiketten werden mit der Hand geschrieben, und das ist nicht gut für die Pakete. ".repeat(4);
    assert.equal(outlined("# X\n").language, "en");
    assert.equal(outlined(`# X\n\n${german}`).language, "de");
    assert.equal(outlined(`---\nlang: fr-CA\n---\n# X\n\n${german}`).language, "fr");
    assert.equal(outlined(`---\nlang: xx\n---\n# X\n\n${german}`).language, "de");
  });

  it("never throws, and points only to lines that are there", () => {
    for (const [name, text] of [...fixtureTexts(), ...exampleWorkspaceTexts(), ["empty", ""] as const]) {
      const count = text.split(/\r\n|\n|\r/).length;
      const { sections, requirements, documentWide, unplaced } = outlined(text, name);
      const lines = [
        ...sections.map(({ line }) => line),
        ...requirements.flatMap(({ line, endLine, ...one }) => [
          line,
          endLine,
          ...one.why,
          ...one.acceptance,
        ]),
        ...Object.values(documentWide).flat(),
        ...unplaced,
      ];
      for (const line of lines) assert.ok(line >= 1 && line <= count, `${name}: ${line}`);
      for (const { line, endLine } of requirements) assert.ok(line <= endLine, name);
    }
  });
});

describe("the outline for people", () => {
  const shown = (text: string): string[] =>
    outlineLines(outlined(text)).map(({ depth, words, about = "" }) =>
      `${"  ".repeat(depth)}${words} | ${about}`.replace(/ \| $/, ""),
    );

  it("indents, says what each requirement has and lacks, and closes with what was not placed", () => {
    assert.deepEqual(shown(`${labels}\n## User Stories\n\nTo be written down.\n`), [
      "Markdown that is no PRD: 2 requirements.",
      "Labels",
      "  Why",
      "  Requirements",
      "    R1 Print a label | line 11, why, 2 edge cases, 1 constraint, 1 acceptance line",
      "    R2 Reprint it | line 28, 1 acceptance line, no why, edge case or constraint",
      "  Acceptance criteria | Acceptance",
      "  User Stories | Requirements",
      "For the whole document: why and 1 acceptance line.",
      "1 line that may hold a requirement was taken for none, nor for a part of one: 41.",
    ]);
  });

  it("puts children below their parents", () => {
    const text = "# X\n\n## Requirements\n\n- **FR-6** Tiers\n- **FR-6.1** By API\n- **FR-7** Fees\n";
    assert.deepEqual(
      shown(text)
        .filter((line) => line.includes("FR-"))
        .map((line) => line.replace(/ \|.*/, "")),
      ["    FR-6 Tiers", "      FR-6.1 By API", "    FR-7 Fees"],
    );
  });

  it("says when there is nothing to place, and names a dozen lines at most", () => {
    assert.match(shown("# Diary\n").at(-1) ?? "", /^No heading was taken for Requirements/);
    assert.match(shown("# Diary\n")[0] ?? "", /no requirement was seen/);
    const many = `# X\n\n## Requirements\n\n${"Blue.\n\n".repeat(20)}`;
    assert.match(shown(many).at(-1) ?? "", /^20 lines .*: 5, 7, .*, 27 and 8 more\.$/);
  });
});

describe("the outline as a page", () => {
  it("says what it is of, and knows the line behind each bullet", () => {
    const { text, places } = outlinePage(outlined(labels), "labels.md");
    const lines = text.split("\n");
    assert.deepEqual(lines.slice(0, 5), [
      "# What Seamwork sees in labels.md",
      "",
      "Markdown that is no PRD: 2 requirements.",
      "",
      "- Labels",
    ]);
    assert.deepEqual(lines.slice(-5), [
      "",
      "For the whole document: why and 1 acceptance line.",
      "",
      "Everything under Requirements was placed.",
      "",
    ]);
    const source = labels.split("\n");
    for (const [line, place] of places) {
      const words = (lines[line] ?? "").replace(/^ *- (?:R\d )?/, "").split(" · ")[0] ?? "";
      assert.ok(source[place]?.includes(words), `${lines[line]}: ${source[place]}`);
    }
    assert.equal(places.size, 6);
  });
});
