import { everyKind } from "../rule.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { phraseCheck } from "./phrase-rule.ts";

export const prd402: Rule = {
  code: "PRD402",
  name: "change-without-reason",
  severity: "warning",
  seam: "narrative",
  owner: "both",
  on: everyKind,
  check: phraseCheck(
    "PRD402",
    ({ quote }) => `"${quote}": what changed, on which day, and what was learned?`,
  ),
};

export const docs: RuleDocs = {
  summary: `"Product keeps changing": what was learned, and when?`,
  rationale: `"Product keeps changing the requirements" says that somebody does not know what they want. Often somebody has learned
something, and nobody has written down what.

Say which requirement changed, on which day, and what was learned: an interview, a number, a law. If nothing was learned,
that is worth saying too, in the retro.`,
  examples: [
    {
      title: "A habit in place of a reason",
      bad: `## Why

The requirements keep changing, so the old export stays beside the new one.

## Requirements

### R1 · Filter by date range
`,
      good: `## Why

R1 changed on 2026-07-20: five of seven analysts close on calendar months. The old export stays beside the new one until then.

## Requirements

### R1 · Filter by date range
`,
    },
    {
      title: "In a list, without requirements to name",
      bad: `## Why

- **Problem:** analysts ask for other ranges.
- Product has once again changed its priorities.
`,
      good: `## Why

- **Problem:** analysts ask for other ranges.
- Reports come before exports since 2026-07-20: we learned that two customers leave without them.
`,
    },
  ],
};
