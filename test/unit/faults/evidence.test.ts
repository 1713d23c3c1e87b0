import assert from "node:assert/strict";
import type { FacetName } from "../../../src/core/format/section-names.ts";
import type { RuleCode } from "../../../src/core/problem.ts";
import { storiesAndNumbers } from "./documents.ts";
import { tried } from "./tried.ts";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly sees: Readonly<Record<string, readonly FacetName[]>>;
  /** What each of these rules points at. */
  readonly asks: Readonly<Partial<Record<RuleCode, readonly string[]>>>;
}

/** An answer that was there, and was asked for all the same. */
const cases: readonly Case[] = [
  {
    name: "a story's acceptance and the document's edge cases stand for numbered requirements",
    text: storiesAndNumbers,
    sees: { US1: ["why", "accept"], "FR-001": [], "FR-002": ["why", "constraints"], "FR-003": [] },
    asks: {
      PRD008: [],
      PRD101: ["FR-001", "FR-003"],
      PRD103: ["- What happens when the dock has no power? The bike keeps its own lock."],
      PRD105: [],
      PRD306: ["[NEEDS CLARIFICATION: which roles?]"],
      PRD404: [],
    },
  },
  {
    name: "a story's acceptance that names requirements stands for those",
    text: `# Docks

### User Story 1 - Lock a bike

A rider locks a bike.

**Acceptance Scenarios**:

1. **Given** a free dock, **When** the rider pushes the bike in, **Then** it is locked (FR-001).

## Requirements

- **FR-001**: System MUST lock one bike per dock.
- **FR-002**: System MUST keep a ride.
`,
    sees: { US1: ["accept"], "FR-001": [], "FR-002": [] },
    asks: { PRD105: ["FR-002"] },
  },
  {
    name: "acceptance criteria as the next item are about the one before",
    text: `# Docks

## User Stories

- **US-1** As a rider, I want to lock a bike so that it is there tomorrow.
- **Acceptance Criteria:**
  - the bike is locked
`,
    sees: { "US-1": ["why", "accept"] },
    asks: { PRD101: [], PRD105: [] },
  },
  {
    name: "sections of acceptance and edge cases with numbers, brackets and tails answer by name",
    text: `# Docks

## Requirements

- **R1** The dock locks a bike.

## 12. Acceptance Criteria (high level)

- R1: the bike cannot be pulled out.

## 10. Edge Cases & Error States

- R1: no power: the bike keeps its own lock.
`,
    sees: { R1: [] },
    asks: { PRD103: [], PRD105: [] },
  },
  {
    name: "a why in the sentence, or none where a bound says all",
    text: `# Docks

## Requirements

#### FUNC-01

A rider MUST be able to lock again.

Why: cheap locks open by themselves.

#### FUNC-02

Logs MUST be scrubbed of names to prevent leaks.

- **FR-3:** The queue MUST be visible so that riders can see what is free.
- **FR-4:** Unit test coverage MUST be at least 80 %.
- **FR-5:** A ride MUST be logged because reasons.
`,
    sees: {
      "FUNC-01": ["why"],
      "FUNC-02": ["why"],
      "FR-3": ["why"],
      "FR-4": ["constraints", "accept"],
      "FR-5": [],
    },
    asks: { PRD101: ["FR-5"], PRD105: ["FUNC-01", "FUNC-02", "FR-3", "FR-5"] },
  },
  {
    name: "a gherkin fence below a label",
    text: `# Docks

## Requirements

### R1 · Lock

The rider must lock.

- **Why:** gone by morning.

**Acceptance criteria**

\`\`\`gherkin
Scenario: lock
  Given a free dock
  When the bike is pushed in
  Then it is locked within 5 s
\`\`\`
`,
    sees: { R1: ["why", "constraints", "accept"] },
    asks: { PRD105: [] },
  },
  {
    name: "a label above nothing is still no answer",
    text: `# Docks

## Requirements

### R1 · Lock

The rider must lock.

**Acceptance criteria**
`,
    sees: { R1: [] },
    asks: { PRD105: ["Acceptance criteria"] },
  },
  {
    name: "the columns of a table",
    text: `# Docks

## Requirements

| ID | Title | Description | Rationale | Acceptance criteria | Edge cases | Priority |
|----|-------|-------------|-----------|---------------------|------------|----------|
| FR-1 | Lock | The rider must lock<br>each bike \\| cart | gone by morning | locked within 5 s | no power: own lock | P1 |
| FR-2 | | | | | | |
|  | Continued without id | text | | | | |
| **FR-3** | [Pay](x) | \`code\` | law | receipt in 3 s | none | P2 |
`,
    sees: {
      "FR-1": ["why", "edgeCases", "constraints", "accept"],
      "FR-2": [],
      "FR-3": ["why", "constraints", "accept"],
    },
    asks: { PRD007: [], PRD008: [], PRD101: ["FR-2"], PRD103: ["FR-2", "FR-3"], PRD105: ["FR-2"] },
  },
  {
    name: "EARS below an id of ours",
    text: `# Docks

## Requirements

### R1: Lock

**User Story:** As a rider, I want to lock a bike, so that nobody searches for it.

#### Acceptance Criteria

1. WHEN a bike is pushed in THEN the system SHALL lock it within 5 s
2. IF the dock has no power THEN the system SHALL show the next dock

#### Edge Cases

- Dock full: next dock
`,
    sees: { R1: ["why", "edgeCases", "constraints", "accept"] },
    asks: { PRD101: [], PRD103: [], PRD105: [] },
  },
  {
    name: "scenarios below an id of ours",
    text: `# Docks

## Requirements

### R1: Lock bikes

The service MUST lock bikes.

#### Scenario: ok
- **WHEN** a bike is there
- **THEN** it is locked

#### Scenario: missing
- **WHEN** no bike is there
- **THEN** nothing moves
`,
    sees: { R1: ["edgeCases", "accept"] },
    asks: { PRD103: [], PRD105: [] },
  },
  {
    name: "German labels",
    text: `# Docks

## Anforderungen

### R1 · Abschließen

Der Fahrer muss jedes Rad abschließen.

- **Warum:** Räder gehen verloren.
- **Sonderfälle:**
  - **E1** Kein Strom: eigenes Schloss.
- **Einschränkungen:** None seen, @mara 2026-07-01.
- **Abnahme:**
  - [ ] Ein Rad ist in 5 s zu.
`,
    sees: { R1: ["why", "edgeCases", "constraints", "accept"] },
    asks: { PRD101: [], PRD103: [], PRD105: [], PRD107: [] },
  },
];

describe("faults: what counts as an answer", () => {
  for (const { name, text, sees, asks } of cases) {
    it(name, () => {
      const { seen, places } = tried(text);
      assert.deepEqual(seen, sees);
      for (const [code, wanted] of Object.entries(asks))
        assert.deepEqual(places(code as RuleCode), wanted, code);
    });
  }

  it("the outline has a section's line with the requirement that it names", () => {
    const { requirements, documentWide } = tried(cases[3]?.text ?? "").outline;
    const [one] = requirements;
    assert.deepEqual([one?.acceptance, one?.edgeCases], [[17], [21]]);
    assert.deepEqual([documentWide.acceptance, documentWide.edgeCases], [[], []]);
  });

  it("the readiness view says where what is not the requirement's own is said", () => {
    const stories = tried(storiesAndNumbers).matrix();
    assert.deepEqual(stories["FR-001"]?.[3], "said elsewhere");
    const whys = tried(cases[4]?.text ?? "").matrix();
    assert.deepEqual([whys["FR-4"]?.[0], whys["FR-5"]?.[0]], ["its bound says it", "not yet"]);
    const named = tried(cases[3]?.text ?? "").matrix();
    assert.deepEqual(named["R1"]?.slice(0, 4), ["not yet", "said elsewhere", "not yet", "1 line"]);
  });

  it("what is commented out, folded away or quoted", () => {
    const { seen, places } = tried(`# Docks

## Requirements

<!--
### R9 · commented out
- **Why:** x
-->

<details>
<summary>R1 hidden</summary>

### R1 · In details

The rider must lock.

- **Why:** gone by morning.

</details>

- [ ] **R2** A task is one and must be done

> ### R3 · quoted
> The rider must quote.

1. **R4** ordered: The rider must order.
2) **R5** other
`);
    assert.deepEqual(Object.keys(seen), ["R1", "R2", "R4", "R5"]);
    assert.deepEqual(seen["R1"], ["why"]);
    assert.deepEqual(places("PRD008"), []);
  });
});
