import assert from "node:assert/strict";
import type { FacetName } from "../../../src/core/format/section-names.ts";
import { tried } from "./tried.ts";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly sees: Readonly<Record<string, readonly FacetName[]>>;
  /** Lines that adopting writes anew; none where nothing gets an id. */
  readonly adopted?: readonly string[];
}

/** A requirement that was not seen, or something seen that is none. */
const cases: readonly Case[] = [
  {
    name: "the steps of a scenario are no requirements, and get no id",
    text: `# Bike docks

## Requirements

### Requirement: Docking

The system SHALL lock a bike that is pushed into a dock.

#### Scenario: Dock without power

- **WHEN** the dock has no power
- **THEN** the bike keeps its own lock
- **AND** the rider sees where the next dock is

## ADDED Requirements

### Requirement: Undocking

The system SHALL release a bike on request.
`,
    sees: { '"Docking"': ["edgeCases", "accept"], '"Undocking"': [] },
    adopted: [],
  },
  {
    name: "ids as other people write them are the only ones",
    text: `# Bike docks

## Functional Requirements

- **FR-DCK-03:** Bikes are released one at a time.
- NFR-OPS-02: Positions are forgotten at night.
- **[FEAT-007] Return:** A rider can return a bike anywhere.
- FR-B1: Billing is asynchronous.
`,
    sees: { "FR-DCK-03": [], "NFR-OPS-02": [], "FEAT-007": [], "FR-B1": [] },
    adopted: [],
  },
  {
    name: "entities, components, fields and a bold title alone are none",
    text: `# Bike docks

## Requirements

| ID | Requirement |
| --- | --- |
| FR-01 | A rider can lock a bike |

### Key Entities

- **Bike**: id, dockId, lockedAt
- **Dock**: id, place

### Dock map

- Component: \`DockMap.tsx\`
- Map title

### Ride list

- **Component:** \`RideList.tsx\`
- **List title**
`,
    sees: { "FR-01": [] },
    adopted: [],
  },
  {
    name: "fields behind a requirement's item do not hide the next one",
    text: `# Bike docks

## Requirements

- Lock a bike that is pushed into a dock
- Priority: high
- Release it on request
`,
    sees: { '"Lock a bike that is pushed into a dock"': [], '"Release it on request"': [] },
  },
  {
    name: "Kiro's numbers and criteria",
    text: `# Requirements Document

## Requirements

### Requirement 1: Docking

**User Story:** As a rider, I want to lock my bike, so that it is there tomorrow.

#### Acceptance Criteria

1. WHEN a rider pushes the bike in, THE Dock SHALL lock it quickly.
2. IF the dock has no power, THEN THE Dock SHALL show the next one.
`,
    sees: { R1: ["why", "edgeCases", "accept"] },
    adopted: [],
  },
  {
    name: "a numbered story below its epic",
    text: `# Epics

## Epic 1: Docking

### Story 1.1: Lock a bike

As a **rider**, I want **to lock my bike**, so that **it is there tomorrow**.

#### Acceptance Criteria

1. Locking is fast and smooth.
`,
    sees: { "S1.1": ["why", "accept"] },
    adopted: [],
  },
  {
    name: "sections in German, Portuguese and Chinese",
    text: `# Fahrräder

## 2. Funktionale Anforderungen (FA)

### FR-1: Anschließen

Das Dock muss jedes Rad erkennen.

**Begründung:** Räder ohne Schloss sind am Morgen fort.

**Abnahmekriterien:**

- Ein Rad ohne Etikett wird abgelehnt.

## Requisitos funcionais

- **RF-01:** O sistema deve avisar o ciclista.

## 功能需求

- **FR-02:** 车桩必须上锁。
`,
    sees: { "FR-1": ["why", "edgeCases", "accept"], "RF-01": [], "FR-02": [] },
    adopted: [],
  },
  {
    name: "assumptions in an ordered list get ids, and requirements and questions beside them none of theirs",
    text: `# Bike docks

## Technical Assumptions

1. The network carries the morning.

## Assumptions

1. Every dock has power.

## Key assumptions and dependencies

- The city keeps the price.

## Open Questions (to settle)

- Who pays for power?
`,
    sees: {},
    adopted: [
      "1. **A1** The network carries the morning.",
      "1. **A2** Every dock has power.",
      "- **A3** The city keeps the price.",
    ],
  },
];

describe("faults: what is a requirement", () => {
  for (const { name, text, sees, adopted } of cases) {
    it(name, () => {
      const { seen, adopted: after } = tried(text);
      assert.deepEqual(seen, sees);
      if (adopted === undefined) return;
      const before = new Set(text.split("\n"));
      assert.deepEqual(
        after()
          .split("\n")
          .filter((line) => !before.has(line)),
        adopted,
      );
    });
  }

  it("a list of questions without ids is asked about once", () => {
    const { messages } = tried(cases.at(-1)?.text ?? "");
    assert.deepEqual(messages("PRD306"), [
      "One question here has no id, so nobody can own it. Who finds it out, and by when?",
    ]);
  });
});

/** In an agreed PRD each of these is a requirement or an error; "no problems" is never said of it. */
const unrecognised: Readonly<Record<string, { readonly below: string; readonly seen: readonly string[] }>> = {
  "ids with an area": {
    below: "- **FR-DOCK-003**: The rider must sign in.\n- **REQ_002**: The rider must pay.\n",
    seen: ["FR-DOCK-003", "REQ_002"],
  },
  "ids in brackets": {
    below: "- [R7] The rider must lock.\n- **[R8]** The rider must pay.\n",
    seen: ["R7", "R8"],
  },
  "a heading with a sentence": {
    below: "### Lock a bike\n\nThe rider must lock.\n",
    seen: ['"The rider must lock."'],
  },
  "Kiro's heading without a title": {
    below:
      "### Requirement 1\n\n**User Story:** As a rider, I want to lock, so that nobody searches.\n\n#### Acceptance Criteria\n\n1. WHEN locked THEN the system SHALL say so\n",
    seen: ["R1"],
  },
  "a numbered list": {
    below: "1. The rider must lock each bike.\n2. The mechanic must see the list.\n",
    seen: ['"The rider must lock each bike."', '"The mechanic must see the list."'],
  },
  bullets: {
    below: "- The rider must lock each bike.\n- The mechanic must see the list.\n",
    seen: ['"The rider must lock each bike."', '"The mechanic must see the list."'],
  },
  "a table in HTML without a header": {
    below: "<table><tr><td>R1</td><td>Lock</td></tr></table>\n",
    seen: [],
  },
  nothing: { below: "", seen: [] },
};

describe("faults: what was not recognised is said", () => {
  for (const [name, { below, seen }] of Object.entries(unrecognised)) {
    it(name, () => {
      const text = `# Bikes\n\n## Why\n\n- **Problem:** 40 bikes a week are gone.\n\n## Requirements\n\n${below}\n`;
      const found = tried(text, { status: "agreed" });
      assert.deepEqual(Object.keys(found.seen), seen);
      assert.equal(found.codes.includes("PRD013"), seen.length === 0);
      assert.ok(found.codes.length > 0, "never without a word");
    });
  }
});
