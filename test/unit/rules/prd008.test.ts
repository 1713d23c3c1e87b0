import assert from "node:assert/strict";
import { checked, withHeader } from "./checked.ts";

const facets = `- **R1** Exports can be filtered.
  - **Why:** months.
  - **Edge cases:**
    - **E1** Twice: once.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.
`;
const prd = (body: string): string => withHeader("status: draft", `\n## Requirements\n\n${body}`);

describe("PRD008 dangling-id", () => {
  const asked = (text: string, team?: string): readonly string[] =>
    checked("PRD008", prd(text), team === undefined ? {} : { team }).places;
  const three = "- **R1** Print one.\n- **R2** Print two.\n- **R3** Print three.\n- **A1** no\n";

  it("points at each id that follows see, or stands in a list with one that exists", () => {
    assert.deepEqual(asked(`${facets}\nSee R4 and C8, like R1–R3; C1, C2 and C3 say more (R1, R9).\n`), [
      ...["R4", "C8", "R3", "C2", "C3", "R9"],
    ]);
  });

  it("takes what a cycle says of a PRD's ids for no ids of its own", () => {
    const said = (text: string): readonly string[] =>
      checked(
        "PRD008",
        `---\ncycle: 2026-Q3\nschema: cycle/1\n---\n\n## Disagreements\n\n- **D1** tier 1: one.\n\n${text}\n`,
      ).places;
    assert.deepEqual(said("See D7."), ["D7"]);
    assert.deepEqual(said("See D7 and D8 of PRD-042."), []);
    assert.deepEqual(said("See PRD-042, PRD-042's D7 and D8."), []);
  });

  it("points at what goes on where three end", () => {
    assert.deepEqual(asked(`${three}\nR4 and paper: R5 prints both, R6 and R77 are far.\n`), ["R4", "R5"]);
    assert.deepEqual(asked("- **R1** Print one.\n- **R2** Print two.\n\nLater comes R3.\n"), []);
  });

  for (const sentence of [
    "The clerk prints it on A4 or A5; a C4 envelope holds it.",
    "Pressing F5 twice prints one letter.",
    "A C4 model shows the S3 bucket and the R2 bucket.",
    "R2-D2 is a robot, and the Airbus A320 is none.",
    "P1 comes before P2; it runs on an M1.",
    "The Q3 report of Q7 says so.",
  ])
    it(`sees no id in: ${sentence}`, () => {
      const many = `### R1 · Print

- **Edge cases:**
  - **E1** Twice: once.
- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.

## Assumptions

- **A1** Printers are there.
- **A2** Paper is there.
- **A3** Ink is there.

## Feasibility

| Option | Time | Trade-off | Chosen |
| --- | --- | --- | --- |
| F1 | 1w | a | yes |
| F2 | 1w | b | |
| F3 | 1w | c | |
`;
      assert.deepEqual(asked(`${many}\n${sentence}\n`), []);
    });

  it("is content with an id that a row, an item or a bold paragraph begins with", () => {
    for (const opens of [
      "| R4 | a rule |\n| --- | --- |\n| R5 | another |",
      "- R4: a rule\n- **R5** another",
      "**R4: a rule**\n\n**R5** another",
      "### R4. A rule\n\n### R5: another",
    ])
      assert.deepEqual(asked(`${three}\n## Rules\n\n${opens}\n\nSee R4, R5 and R1.\n`), [], opens);
    assert.deepEqual(
      asked(`${three}\n## Rules\n\nR4 opens a sentence.\n\n| a | R5 |\n| --- | --- |\n| b | c |\n`),
      ["R4", "R5"],
    );
  });

  it("knows what the team says is none", () => {
    assert.deepEqual(asked(`${three}\nSee R4 and R5.\n`, "ids: { ignore: [R4] }\n"), ["R5"]);
  });

  it("leaves ids of other tools, quarters, code, links and brackets alone", () => {
    const text = prd(`${facets}\nOSAC-23, Q3, \`C9\`, [C9](x), [C8] and UTF-8 are no mentions.\n`);
    assert.deepEqual(checked("PRD008", text).messages, []);
  });

  it("is content with an id that a heading begins with", () => {
    const text = prd(`${facets}\nSee D-5.\n\n## Decisions\n\n### D-5. Failed states\n\n### D-6: other\n`);
    assert.deepEqual(checked("PRD008", text).messages, []);
  });

  it("offers the nearest numbers, then other letters with this number", () => {
    const text = prd(`- **R1** a\n- **R2** b\n- **R7** c\n- **NFR4** d\n\nSee R4.\n`);
    const titles = checked("PRD008", text)
      .fixes()
      .map(({ title }) => title);
    assert.deepEqual(titles, ["Change to R2 (b)", "Change to R1 (a)", "Change to R7 (c)", "Define R4"]);
  });

  const stubs: [string, string, RegExp][] = [
    ["E9", facets, /- \*\*E1\*\* Twice: once\.\n {4}- \*\*E9\*\* Start after end: swap them and say so\.\n/],
    ["C9", facets, /300 ms\.\n {4}- \*\*C9\*\* \(perf, @mara, 2026-08-01\): p95 under 300 ms\.\n/],
    ["R9", facets, /300 ms\.\n- \*\*R9\*\* Filter by customer\n/],
    ["A9", facets, /\n## Assumptions\n\n- \*\*A9\*\* Nobody exports more than 2 years at once\./],
    [
      "Q9",
      `${facets}\n## Questions\n`,
      /\n## Questions\n\n- \*\*Q9\*\* \(@lena, by 2026-09-01\): Whose time zone counts\?/,
    ],
    ["D9", facets, /\n## Disagreements\n\n- \*\*D9\*\* tier 1, @lena and @mara, 2026-08-01: queue/],
    ["C9", "- **R1** Exports can be filtered.\n", /\n {2}- \*\*Constraints:\*\*\n {4}- \*\*C9\*\* \(perf,/],
    [
      "C9",
      "### R1 · Filter\n\nExports can be filtered.\n",
      /\n\n- \*\*Constraints:\*\*\n {2}- \*\*C9\*\* \(perf,/,
    ],
    ["R9", "### R1 · Filter\n", /\n\n### R9 · Filter by customer\n/],
  ];
  for (const [id, body, expected] of stubs) {
    it(`writes ${id} where it belongs, for ${JSON.stringify(body.slice(0, 20))}…`, () => {
      const text = prd(body)
        .replace("Exports", `As see ${id}: exports`)
        .replace("· Filter\n", `· Filter\n\nSee ${id}.\n`);
      const after = checked("PRD008", text).after(`Define ${id}`);
      assert.match(after, expected);
      assert.deepEqual(checked("PRD008", after).messages, []);
    });
  }

  it("defines nothing where a row of a table or another tool would have to be written", () => {
    const rows = "| ID | Requirement |\n| --- | --- |\n| R1 | Filter, see R9 and C9 |\n";
    for (const index of [0, 1]) {
      assert.ok(
        checked("PRD008", prd(rows))
          .fixes(index)
          .every(({ title }) => title.startsWith("Change to")),
      );
    }
    assert.deepEqual(checked("PRD008", prd(`${facets}\nSee XY7.\n`)).fixes(), []);
  });
});
