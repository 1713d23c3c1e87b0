import assert from "node:assert/strict";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import type { RuleCode } from "../../../src/core/problem.ts";
import { checked } from "./checked.ts";

/** What stands under Requirements after the first fix (or the one that is named) for the first problem. */
function after(code: RuleCode, excerpt: string, title?: string): string {
  const text = checked(code, exampleDocument(excerpt), { as: "agreed" }).after(title);
  return text.slice(text.indexOf("## ")).replace("## Requirements\n\n", "");
}

describe("a fix puts a facet where a person would", () => {
  it("behind the only paragraph of a heading", () => {
    assert.equal(
      after("PRD105", "### R1 · Filter\n\nAn analyst can pick a day.\n\n## Assumptions\n"),
      `### R1 · Filter

An analyst can pick a day.

- **Accept:**
  - [ ] pressing the button twice leaves one file.

## Assumptions
`,
    );
  });

  it("behind a heading that nothing follows, and at the end of a text without a last line end", () => {
    assert.match(
      after("PRD105", "### R1 · Filter"),
      /### R1 · Filter\n\n- \*\*Accept:\*\*\n {2}- \[ \] pressing/,
    );
  });

  it("before the facets that usually come later", () => {
    const excerpt =
      "* **R1** Filter\n  * **Edge cases:** None, because days are days.\n  * **Accept:** it works.\n";
    assert.equal(
      after("PRD107", excerpt, "None seen"),
      "* **R1** Filter\n  * **Edge cases:** None, because days are days.\n  * **Constraints:** None seen, @mara 2026-08-01\n  * **Accept:** it works.\n",
    );
  });

  it("nested by tabs where the document nests by tabs", () => {
    const excerpt = "- **R1** Filter\n\t- **Why:** months.\n\t- **Accept:**\n\t\t- [ ] it works.\n";
    assert.equal(
      after("PRD103", excerpt),
      "- **R1** Filter\n\t- **Why:** months.\n\t- **Edge cases:**\n\t\t- **E1** Two people do it at once: the later one sees who was first.\n\t- **Accept:**\n\t\t- [ ] it works.\n",
    );
  });

  it("before the first facet that is a heading", () => {
    const excerpt = "### R1 · Filter\n\nAn analyst can.\n\n#### Acceptance Criteria\n\n- [ ] it works.\n";
    assert.equal(
      after("PRD101", excerpt),
      "### R1 · Filter\n\nAn analyst can.\n\n- **Why:** every second call to support ends with somebody doing this by hand\n\n#### Acceptance Criteria\n\n- [ ] it works.\n",
    );
  });

  it("under the heading that names the facet and says nothing", () => {
    const excerpt = "### R1 · Filter\n\nAn analyst can.\n\n#### Rationale\n\n#### Edge cases\n";
    assert.match(after("PRD101", excerpt), /#### Rationale\n\nevery second call/);
    assert.match(after("PRD103", excerpt), /#### Edge cases\n\n- \*\*E1\*\* Two people/);
  });

  it("in place of a TBD, on the line or in the list", () => {
    assert.match(
      after("PRD103", "- **R1** Filter\n  - **Edge cases:** TBD\n"),
      /Edge cases:\*\*\n {4}- \*\*E1\*\* Two/,
    );
    const listed = after("PRD103", "- **R1** Filter\n  - **Edge cases:**\n    - TBD\n");
    assert.match(listed, /Edge cases:\*\*\n {4}- \*\*E1\*\* Two/);
    assert.doesNotMatch(listed, /TBD/);
  });

  it("with the next id of the document, in its style", () => {
    const excerpt = "- **R1** Filter\n  - **Edge cases:**\n    - **E7** a: b\n- **R2** Sort\n";
    assert.match(after("PRD103", excerpt), /- \*\*R2\*\* Sort\n {2}- \*\*Edge cases:\*\*\n {4}- \*\*E8\*\*/);
  });

  it("nowhere, for a row whose table has no column for it", () => {
    const excerpt = "| ID | Requirement |\n| --- | --- |\n| R1 | Filter |\n";
    for (const code of ["PRD101", "PRD103", "PRD105", "PRD107"] as const) {
      const { problems, fixes } = checked(code, exampleDocument(excerpt), { as: "agreed" });
      assert.equal(problems.length, 1, code);
      assert.deepEqual(fixes(), [], code);
    }
  });

  it("into the cell, with its bar where it was", () => {
    const row = "| R1 | Filter |             |";
    const excerpt = `| ID | Requirement | Constraints |\n| -- | ----------- | ----------- |\n${row}\n`;
    assert.match(
      after("PRD107", excerpt, "None seen"),
      /\| R1 \| Filter \| None seen, @mara 2026-08-01 \|\n/,
    );
  });
});

describe("a fix adds to a section", () => {
  const constraint = "- **R1** Filter\n  - **Constraints:**\n    - **C1** (perf, @mara, 2026-07-01): 2 s.\n";

  it("behind its last item", () => {
    const excerpt = `${constraint}\n## Disagreements\n\n1. **D1** tier 1, @lena and @mara, 2026-07-02: why? Resolved 2026-07-03: so.\n\n## Review\n`;
    assert.match(
      after("PRD110", excerpt, "Open"),
      /2 s\. See D2\.\n[^]*Resolved 2026-07-03: so\.\n- \*\*D2\*\* tier 1 \(trade-off\), @lena and @mara, 2026-08-01: is 90/,
    );
  });

  it("that is not there yet, in its usual place", () => {
    assert.match(
      after("PRD110", `${constraint}\n## Review\n\nNobody yet.\n`, "Open"),
      /See D1\.\n\n## Disagreements\n\n- \*\*D1\*\* [^\n]+\n\n## Review\n/,
    );
  });
});
