import type { Finding } from "../../problem.ts";
import { headerPlace } from "../../writing/header-edits.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd004: Rule = {
  code: "PRD004",
  name: "missing-feasibility",
  severity: "error",
  gentleInReview: true,
  seam: "handoff",
  owner: "both",
  check: { pass: "local", run },
};

function run({ document, status }: RuleContext): Finding[] {
  if (status === "draft" || status === "parked") return [];
  if (document.sections.some(({ name }) => name === "Feasibility")) return [];
  const { start, end } = document.header.field("status") ?? headerPlace(document);
  const message =
    "An agreed PRD needs `## Feasibility`. Which ways to build this were weighed, and what does each cost?";
  return [{ start, end, message }];
}

export const docs: RuleDocs = {
  summary: "An agreed PRD needs `## Feasibility`. Which ways to build this were weighed?",
  rationale: `Feasibility is where product learns the price and engineering learns the goal: the options that were on the
table, how long each takes, what each gives up, and which one was chosen. Without it a PRD records a wish, and the
trade-off is made later by whoever meets it first.

Two options are enough. A draft may still be without; the question comes with the review.`,
  examples: [
    {
      title: "Agreed without options",
      bad: `## Why

41% of export tickets ask for "only last month".

## Review
`,
      good: `## Why

41% of export tickets ask for "only last month".

## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22

## Review
`,
    },
    {
      title: "The options come last",
      bad: `## Problem Statement

41% of export tickets ask for "only last month".
`,
      good: `## Problem Statement

41% of export tickets ask for "only last month".

## Alternatives Considered

Nothing, and a nightly mail; both leave the tickets as they are.
`,
    },
  ],
};
