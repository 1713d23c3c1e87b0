import type { Rule, RuleDocs } from "../rule.ts";
import { phraseCheck } from "./phrase-rule.ts";

export const prd405: Rule = {
  code: "PRD405",
  name: "verdict-without-price",
  severity: "information",
  seam: "narrative",
  owner: "engineering",
  check: phraseCheck("PRD405", ({ quote }) => `"${quote}" hides the price. What would it take?`),
};

export const docs: RuleDocs = {
  summary: `"Not feasible" hides the price. What would it take?`,
  rationale: `Little is impossible; much is too dear. "Not feasible" decides for product what the price is worth. "Eight weeks and a new
store" lets product decide.

Write the price down as an option, even one that nobody will choose. A sentence that says what it would take is left alone.`,
  examples: [
    {
      title: "A verdict on an option",
      bad: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days | yes    |
| F2     | 3w   | queue past 90 days    |        |

- **In the room:** @lena, @mara, 2026-07-22

Ranges of two years are not feasible.
`,
      good: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days | yes    |
| F2     | 3w   | queue past 90 days    |        |
| F3     | 8w   | a new columnar store  |        |

- **In the room:** @lena, @mara, 2026-07-22

Ranges of two years would need the store of F3.
`,
    },
    {
      title: "In the Why of a PRD without options",
      bad: `## Why

Live exports are out of the question. That can't be done with our stack.
`,
      good: `## Why

Live exports would take 8 weeks and a second store.
`,
      count: 2,
      mayFollow: ["PRD203", "PRD205", "PRD206"],
    },
  ],
};
