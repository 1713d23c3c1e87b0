import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { saysFacet } from "../../../src/core/document/coverage.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { outline } from "../../../src/core/outline/outline.ts";
import { setsTarget } from "../../../src/core/recognise/measure.ts";

function parsed(text: string): PrdDocument {
  return parseDocument(text, defaultConfig);
}

function namesIn(text: string): string[] {
  return parsed(text).requirements.map(({ id }) => id);
}

function unplacedIn(text: string): readonly number[] {
  return outline(parsed(text), "notes.md", defaultConfig).unplaced;
}

describe("a bound that can be measured", () => {
  for (const text of [
    "La respuesta llega en menos de 3 días.",
    "A resposta chega em menos de 3 dias.",
    "La risposta arriva entro 3 giorni.",
    "Het antwoord komt binnen 3 dagen.",
    "La réponse arrive en moins de 3 jours.",
    "Die Antwort kommt innerhalb von 3 Tagen.",
    "Die Antwort kommt unter 1 Tag.",
    "The answer comes within 2 weeks.",
    "答复在 3 天内发出。",
    "回答は3日以内に届く。",
    "답변은 3일 이내에 온다.",
  ])
    it(text, () => assert.equal(setsTarget(text), true));

  for (const text of ["Odpověď přijde, at least 3 dni.", "3 días", "The desk opens in 3 towns.", "第3天"])
    it(`is none in: ${text}`, () => assert.equal(setsTarget(text), false));
});

describe("an edge case", () => {
  const saysEdge = (sentence: string): boolean => {
    const [one] = parsed(`# Trays\n\n## Requirements\n\n- **R1** ${sentence}\n`).requirements;
    assert.ok(one);
    return saysFacet(one, "edgeCases");
  };

  for (const [sentence, says] of [
    ["It must warn when the tray is empty.", true],
    ["It must warn when the tray is nearly empty.", false],
    ["It must warn when the tray is almost empty.", false],
    ["When two clerks print at once, both get their label.", true],
    ["When a clerk prints, the label comes at once.", false],
    ["When it rains, at most 5 clerks print at once.", false],
    ["When three clerks print at the same time, each has a queue.", true],
  ] as const)
    it(`${says ? "is" : "is none"} in: ${sentence}`, () => assert.equal(saysEdge(sentence), says));
});

describe("what is removed", () => {
  const text = `# Permits

## REMOVED Requirements

### Requirement: Paper permits

**Reason**: Wardens read plates.

- Wardens should accept paper until March.

## ADDED Requirements

### Requirement: Plates

The system SHALL read plates.
`;

  it("is no requirement, nor a section of requirements", () => {
    assert.deepEqual(namesIn(text), ['"Plates"']);
    assert.deepEqual(
      parsed(text)
        .sections.filter(({ within }) => within === "Requirements")
        .map(({ heading }) => heading.text),
      ["ADDED Requirements", "Requirement: Plates"],
    );
    assert.deepEqual(unplacedIn(text), []);
  });
});

describe("a title that says what kind of document this is", () => {
  for (const title of ["Feature Specification: Labels", "Requirements Document", "需求文件"])
    it(`holds no requirements itself: ${title}`, () => {
      const text = `# ${title}

**Input**: As a clerk I want labels

- Labels must be small.

## Words

- A label is what sticks to a parcel.

## Requirements

- FR-001: System MUST print.
`;
      assert.deepEqual(namesIn(text), ["FR-001"]);
      assert.equal(parsed(text).sections[0]?.within, undefined);
    });

  it("holds them where no other heading does", () => {
    assert.deepEqual(namesIn("# Requirements Document\n\n## Printing\n\n- Clerks print labels\n"), [
      '"Clerks print labels"',
    ]);
  });
});

describe("Gherkin", () => {
  const fence = (gherkin: string): string => `# Shed\n\n## Behaviour\n\n\`\`\`gherkin\n${gherkin}\`\`\`\n`;

  it("is a requirement for each feature of a fence, whose place is the fence's", () => {
    const text = fence(`Feature: Open the door
  As a cyclist, I want to open it, so that I need no key

  Scenario: A card
    Given a card
    When it is shown
    Then the door opens

Feature: Count
  Scenario: No bikes
    Given no bikes
    When the shed is empty
    Then it says 0
`);
    const { requirements } = parsed(text);
    assert.deepEqual(
      requirements.map(({ id }) => id),
      ['"Open the door"', '"Count"'],
    );
    const [door, count] = requirements;
    assert.ok(door && count);
    assert.equal(text.slice(door.titleRange.start, door.titleRange.end), "Open the door");
    assert.equal(text.slice(door.start, door.end).split("\n").at(-1)?.trim(), "Then the door opens");
    assert.deepEqual(
      [saysFacet(door, "why"), saysFacet(door, "accept"), saysFacet(door, "edgeCases")],
      [true, true, false],
    );
    assert.equal(saysFacet(count, "edgeCases"), true);
  });

  it("counts scenario outlines, and reads on behind tags, backgrounds and rules", () => {
    const { requirements } = parsed(
      fence(`@door
Feature: Open the door

  Background:
    Given a shed

  Rule: One card, one door

  Scenario Outline: A card
    Given a <card>
    When it is shown
    Then the door opens
`),
    );
    assert.deepEqual(
      requirements.map(({ id, evidence }) => [id, evidence.accept?.length]),
      [['"Open the door"', 1]],
    );
  });

  it("is acceptance, and no requirement, below a requirement", () => {
    const text = `# Shed\n\n## Requirements\n\n### R1 · Doors\n\n\`\`\`gherkin\nFeature: Open\n  Scenario: A card\n    Given a card\n    When shown\n    Then it opens\n\`\`\`\n`;
    assert.deepEqual(namesIn(text), ["R1"]);
  });

  it("is a requirement as a heading or a paragraph only where a scenario or story follows", () => {
    const story =
      "  As a cyclist\n  I want to open it\n\n  Scenario: A card\n    Given a card\n    When shown\n    Then it opens\n";
    assert.deepEqual(namesIn(`# Shed\n\n## Behaviour\n\nFeature: Open the door\n${story}`), [
      '"Open the door"',
    ]);
    assert.deepEqual(namesIn("# Shed\n\n## Behaviour\n\nFeature: the door is green\n"), []);
    assert.deepEqual(
      namesIn(
        "# Shed\n\n## Feature: Open\n\n### Scenario: A card\n\n- Given a card\n- When shown\n- Then open\n",
      ),
      ['"Open"'],
    );
    assert.deepEqual(namesIn("# Shed\n\n## Feature: Open\n\nWe paint it green.\n"), []);
  });
});

describe("a table in HTML", () => {
  const table = (rows: string): string => `# Shed\n\n## Requirements\n\n<table>\n${rows}\n</table>\n`;
  const header = "<tr><th>ID</th><th>Requirement</th><th>Why</th></tr>";

  it("is a table of requirements, with its cells at their places", () => {
    const text = table(
      `${header}\n<tr>\n  <td> <b>FR-1</b> </td>\n  <td>Doors &amp; locks<br>open by card</td>\n  <td></td>\n</tr>`,
    );
    const [door, ...others] = parsed(text).requirements;
    assert.ok(door);
    assert.deepEqual(others, []);
    assert.deepEqual([door.id, door.form, door.title], ["FR-1", "row", "Doors & locks\nopen by card"]);
    assert.equal(text.slice(door.idRange.start, door.idRange.end), "FR-1");
    assert.equal(text.slice(door.titleRange.start, door.titleRange.end), "Doors &amp; locks<br>open by card");
    const why = door.facets.why;
    assert.equal(why?.empty, true);
    assert.equal(text.slice(0, why.start).endsWith("<td>"), true);
    assert.equal(text.slice(why.end).startsWith("</td>"), true);
  });

  for (const [name, rows] of [
    ["cells span others", `${header}<tr><td rowspan="2">FR-1</td><td>Doors</td><td></td></tr>`],
    ["a table stands in it", `${header}<tr><td>FR-1</td><td><table></table></td><td></td></tr>`],
  ] as const)
    it(`is named in the outline as unplaced where ${name}`, () => {
      assert.deepEqual(namesIn(table(rows)), []);
      assert.deepEqual(unplacedIn(table(rows)), [5]);
    });

  it("that is about something else holds no requirement", () => {
    const text =
      "# Shed\n\n## Hours\n\n<table><tr><th>Day</th><th>Hours</th></tr><tr><td>Mon</td><td>9</td></tr></table>\n";
    assert.deepEqual(namesIn(text), []);
  });

  it("never throws, and keeps all places within the text", () => {
    const bit = fc.constantFrom(
      ...[
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<th>",
        "<b>",
        "</b>",
        "<br>",
        "&amp;",
        "&",
      ],
      ...["FR-1", " a b ", "\n", "<!--", "-->", "<td", "colspan=2", "Requirement"],
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
        const text = `## Requirements\n\n<table>${bits.join("")}`;
        for (const { start, end, idRange } of parsed(text).requirements)
          assert.ok(0 <= start && start <= idRange.start && idRange.end <= end && end <= text.length);
      }),
    );
  });
});
