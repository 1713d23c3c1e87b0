import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { nextStatus, statuses } from "../../../src/core/format/status.ts";
import type { Status } from "../../../src/core/format/status.ts";
import { blockersOf, otherStatuses } from "../../../src/core/readiness/gate.ts";
import { moveAnywayEdits, statusEdits } from "../../../src/core/writing/review/review-edits.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

const options = { config: defaultConfig, today: "2026-08-01" };

function prd(lines: string, body: string): string {
  return `---\nprd: PRD-042\nschema: prd/1\nname: Exports\n${lines}pm: "@lena"\neng: "@mara"\n---\n\n# Exports\n\n${body}\n`;
}

function blockers(status: string, body: string, to: Status): string[] {
  const document = parseDocument(prd(`status: ${status}\n`, body), defaultConfig);
  const problems = checkDocument(document, { ...options, rules: allRules, as: to });
  return blockersOf(document, problems, to, options).map(({ id, code }) =>
    [id, code].filter(Boolean).join(" "),
  );
}

const open = `## Requirements

- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-31): 300 ms.

## Assumptions

- **A1** Nobody exports more than 2 years.

## Questions

- **Q1** (@lena, by 2026-08-20): do weekends count?`;

describe("the gate of a status", () => {
  it("agreed wants every error, constraint and assumption settled, and no question", () => {
    assert.deepEqual(blockers("in-review", open, "agreed"), ["PRD004", "PRD301", "C1 PRD110", "A1 PRD201"]);
  });

  it("agreed wants nothing disputed, nothing due and nothing of the template", () => {
    const disputed = `## Requirements

- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): 300 ms. Countered @lena 2026-07-21: why? See D1.
    - **C2** (perf, @mara, 2026-07-20): 2 s. Countered @lena 2026-07-21: why so long?

## Questions

- **Q1** (@lena, by 2026-08-20): do weekends count?
- **Q2** (@lena, by 2026-08-01): do holidays count?
- **Q3** (@lena): and nights?
- **Q4** (@lena, by 2026-07-32): and noons?

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, 2026-07-22: a queue, or a limit?`;
    const left = (body: string) =>
      blockers("in-review", body, "agreed").filter((one) => !/PRD(?:004|301)/.test(one));
    assert.deepEqual(left(disputed), ["C2 PRD110", "Q2 PRD306", "Q3 PRD306", "Q4 PRD306", "D1 PRD509"]);
    const settled = disputed
      .replace(/a limit\?$/, "a limit? Resolved 2026-07-30: a queue.")
      .replace("why so long?", "why so long? Accepted @mara 2026-07-22.")
      .replace(/\n- \*\*Q[234]\*\*[^\n]*/g, "");
    assert.deepEqual(left(settled), []);
    assert.ok(blockers("parked", disputed, "building").includes("D1 PRD509"), "parked is no way around it");
  });

  it("what says that it is agreed is an error while it is disputed, until somebody says why it can wait", () => {
    const errors = (body: string, status = "agreed"): string[] => {
      const document = parseDocument(prd(`status: ${status}\n`, body), defaultConfig);
      return checkDocument(document, { ...options, rules: allRules }).flatMap(({ code, severity }) =>
        severity === "error" && /PRD(?:110|509)/.test(code) ? [code] : [],
      );
    };
    const body = `## Constraints

- **C1** (perf, @mara, 2026-07-31): 300 ms. Countered @lena 2026-07-31: why?

## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-31: a queue, or a limit?`;
    assert.deepEqual(errors(body), ["PRD110", "PRD509"]);
    assert.deepEqual(errors(body, "building"), []);
    const moved = `${body}\n\n## Review\n\n- **Moved to agreed** @lena 2026-08-01`;
    assert.deepEqual(errors(`${moved}: the season begins.`), []);
    assert.deepEqual(errors(moved), ["PRD110", "PRD509"], "without a reason");
  });

  it("other statuses want their errors settled", () => {
    assert.deepEqual(blockers("draft", open, "in-review"), []);
    assert.deepEqual(blockers("agreed", open, "building"), ["PRD004", "PRD301"]);
    assert.deepEqual(blockers("in-review", open, "parked"), []);
    assert.deepEqual(blockers("launched", open, "closed"), []);
  });

  it("leads on by one step, back by any, and aside", () => {
    assert.deepEqual(otherStatuses("draft"), ["parked"]);
    assert.deepEqual(otherStatuses("building"), ["agreed", "in-review", "draft", "parked"]);
    assert.deepEqual(otherStatuses("closed"), [
      "launched",
      "building",
      "agreed",
      "in-review",
      "draft",
      "parked",
    ]);
    assert.deepEqual(otherStatuses("parked"), statuses.slice(0, -1));
    for (const from of statuses) {
      const next = nextStatus(from);
      assert.ok(next === undefined || from === "parked" || !otherStatuses(from).includes(next));
    }
  });
});

describe("the status is written", () => {
  const written = (text: string): string =>
    applyEdits(text, statusEdits(parseDocument(text, defaultConfig), "agreed"));

  it("over the one that is there, its comment kept", () => {
    const text = prd('status: "in-review" # since May\n', "");
    assert.equal(written(text), text.replace('"in-review"', "agreed"));
  });

  it("in a line of its own where there is none, or an empty one", () => {
    assert.equal(written(prd("", "")), prd("status: agreed\n", ""));
    assert.equal(written(prd("status:\n", "")), prd("status: agreed\n", ""));
    assert.equal(
      written(prd("", "").replaceAll("\n", "\r\n")),
      prd("status: agreed\n", "").replaceAll("\n", "\r\n"),
    );
  });

  it("with a reason for any status that something stands in the way of", () => {
    const document = parseDocument(prd("status: agreed\n", open), defaultConfig);
    const text = applyEdits(
      document.text,
      moveAnywayEdits(document, "building", "lena", "2026-08-01", " it\nburns "),
    );
    assert.match(text, /\nstatus: building\n/);
    assert.ok(text.endsWith("\n## Review\n\n- **Moved to building** @lena 2026-08-01: it burns.\n"), text);
  });

  it("nowhere in a document without a header", () => {
    assert.deepEqual(statusEdits(parseDocument("# Notes\n", defaultConfig), "agreed"), []);
  });
});
