import assert from "node:assert/strict";
import { tried } from "./tried.ts";

/** Something written like an id that was taken for one, or an id that is defined and was not found. */
const cases: readonly {
  name: string;
  text: string;
  seen: readonly string[];
  dangling?: readonly string[];
}[] = [
  {
    name: "priorities and buckets in lists and tables below a requirement",
    text: `# Bike docks

## Functional Requirements

### FR-1: Import

- P0: import what exists
- P1: import what was lost

| Resource | Action |
| --- | --- |
| S3 photo bucket | import |
| S3 ride bucket | import |
| EC2 machine | leave |

## Scope

| Priority | Feature |
| --- | --- |
| P1 | look up a ride |
| P2 | print it |
`,
    seen: ["FR-1"],
  },
  {
    name: "priorities that lead a list of requirements",
    text: `# Bike docks

## Requirements

- P0: Riders can lock a bike
- P1: Riders can pay
- P1: Riders can see what is free
`,
    seen: ['"P0: Riders can lock a bike"', '"P1: Riders can pay"', '"P1: Riders can see what is free"'],
  },
  {
    name: "priorities as headings of requirements",
    text: `# Bike docks

## Requirements

### P0 (Must have)

- Riders can lock a bike

### P1: Should have

- Riders can pay

### P2

- Riders can see what is free
`,
    seen: ['"Riders can lock a bike"', '"Riders can pay"', '"Riders can see what is free"'],
  },
  {
    name: "a count of requirements that happens to begin with P",
    text: `# Bike docks

## Requirements

- **P1** Riders can lock a bike
- **P2** Riders can pay
- **P3** Riders can see what is free
`,
    seen: ["P1", "P2", "P3"],
  },
  {
    name: "a table of requirements whose ids have a column of any name",
    text: `# Bike docks

## Requirements

| Nr. | Was |
| --- | --- |
| S3 | Riders can lock a bike |
| S4 | Riders can pay |
`,
    seen: ["S3", "S4"],
  },
  {
    name: "a bold paragraph defines what its items are parts of",
    text: `# Bike docks

## Functional Requirements

**FR-1: Docking**

- FR-1.1: Lock one bike [Must]
- FR-1.2: Lock again [Must]

See FR-1 and FR-1.2.
`,
    seen: ["FR-1", "FR-1.1", "FR-1.2"],
  },
  {
    name: "a table of rules defines its ids",
    text: `# Bike docks

## Requirements

- **BR-001**: a bike belongs to one dock (see BR-037).

## Business rules

| ID | Rule |
| --- | --- |
| BR-037 | a ride ends after 30 days |
`,
    seen: ["BR-001", "BR-037"],
  },
  {
    name: "an id of a footnote, a fence, a link and a comment is not looked for, and one behind see is",
    text: `# Bike docks

## Requirements

### R1 · Lock

A rider can lock a bike.[^1] %%R98 was dropped%% <!-- R97 too -->

> [!NOTE]
> R1 depends on R55 here.

\`R96\`, [R95](https://bikes.example/R95)

[^1]: see R44
`,
    seen: ["R1"],
    dangling: ["R44"],
  },
];

describe("faults: ids that are none, and ids that are some", () => {
  for (const { name, text, seen, dangling = [] } of cases) {
    it(name, () => {
      const found = tried(text);
      assert.deepEqual(Object.keys(found.seen), seen);
      assert.deepEqual(found.places("PRD007"), []);
      assert.deepEqual(found.places("PRD008"), dangling);
    });
  }

  it("one id for two requirements is still a fault", () => {
    const { places } = tried(
      "## Requirements\n\n- **R1** Riders can lock.\n- **R1** Riders can pay.\n\n### FR-2 · A\n\nx\n\n### FR-2 · B\n\ny\n",
    );
    assert.deepEqual(places("PRD007"), ["R1", "FR-2"]);
  });

  it("a whole PRD full of names of paper, keys, chips, roads and robots", () => {
    const text = `# Letters

## Why

- **Problem:** the desk prints 40 letters a day on A4 paper, and presses F5 to reload.

## Requirements

### R1 · Print the letter

The desk must print the letter on A4 or A5; a C4 envelope holds it. The C4 model has a picture. E10 fuel, and an Airbus A320.

- **Why:** the R2 bucket at our host holds old letters, and R2-D2 is a robot; see the Q3 report of Q7.
- **Edge cases:**
  - **E1** F5 pressed twice: one letter. E2E tests cover it. E.164 numbers stay.
- **Constraints:**
  - **C1** (perf, @mara, 2026-07-01): p95 under 300 ms on an M1; A/B tests and A11y are out. Accepted @lena 2026-07-02.
- **Accept:**
  - [ ] \`A9\` in code and [A8](https://letters.example/A8) in a link, C++11, H264, D3 charts, K8s, N95 masks, S3.

## Assumptions

- **A1** Printers have A4. Tested @mara 2026-07-01: held.

## Feasibility

| Option | Time | Trade-off | Chosen |
| ------ | ---- | --------- | ------ |
| F1 | 2w | no A3 | yes |
| F2 | 5w | later | |

- **In the room:** @lena, @mara, 2026-07-01

## Questions

- **Q1** (@lena, by 2026-12-01): do D1 and N1 roads matter? Answered @lena 2026-07-02: no.
`;
    const { seen, codes } = tried(text);
    assert.deepEqual(Object.keys(seen), ["R1"]);
    assert.deepEqual(codes, ["PRD301"]);
  });
});
