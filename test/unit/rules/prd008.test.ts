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
  it("points at each mention, at both ends of a range too", () => {
    assert.deepEqual(checked("PRD008", prd(`${facets}\nAs R4 says, like C1 and R1–R3.\n`)).places, [
      "R4",
      "R3",
    ]);
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
    const text = prd(`- **R1** a\n- **R2** b\n- **R7** c\n- **NFR4** d\n\nAs R4 says.\n`);
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
