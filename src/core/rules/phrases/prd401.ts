import type { Rule, RuleDocs } from "../rule.ts";
import { phraseCheck } from "./phrase-rule.ts";

export const prd401: Rule = {
  code: "PRD401",
  name: "hard-without-option",
  severity: "warning",
  seam: "narrative",
  owner: "both",
  check: phraseCheck(
    "PRD401",
    ({ quote }) => `"${quote}": which option is that, how long does it take, and what would make it easy?`,
  ),
};

export const docs: RuleDocs = {
  summary: `"Engineering says it's hard": which option, how long, what would make it easy?`,
  rationale: `"Engineering says it's hard" ends a talk that has not begun. Product hears "we can't have this" and stops asking, and
nobody learns whether the difficulty is in the problem or in a choice that could be made again.

Hard is an option with a time and a trade-off. Name it where it is written down ("see F2"), or write it down: how long, what
it gives up, and what would make it easy. A sentence that names an option, a constraint or a duration is left alone.`,
  examples: [
    {
      title: "A summary in place of an option",
      bad: `## Why

Analysts want ranges of up to two years, but engineering says it's hard.

## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Why

Analysts want ranges of up to two years. That is option F2: three weeks, and the file comes by e-mail.

## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
    },
    {
      title: "Engineers say it too; no options yet",
      bad: `## Why

Time zones came up again. As we already said, this is not trivial.

## Requirements

### R1 · Filter by date range
`,
      good: `## Why

Time zones came up again: a day of the workspace covers up to three days of the storage (see C1).

## Requirements

### R1 · Filter by date range

- **Constraints:**
  - **C1** (data, @mara, 2026-07-30): rows carry the day of the server, not of the workspace.
`,
      mayFollow: ["PRD203", "PRD205", "PRD206"],
    },
  ],
};
