import { everyKind } from "../rule.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { phraseCheck } from "./phrase-rule.ts";

export const prd407: Rule = {
  code: "PRD407",
  name: "story-about-others",
  severity: "information",
  seam: "narrative",
  owner: "both",
  on: everyKind,
  check: phraseCheck("PRD407", ({ quote }) => `"${quote}" tells a story. What happened, and when?`),
};

export const docs: RuleDocs = {
  summary: `"They never …" tells a story; what happened?`,
  rationale: `"They never answer" is how a wall between two functions is built: each story makes the next one easier to believe, and none
of them can be checked.

One event can be: which question, asked on which day, is still open? Select the sentence and tell that instead.`,
  examples: [
    {
      title: "A story about the other side",
      bad: `## Why

We build the limit ourselves. Engineering never gives us an estimate.
`,
      good: `## Why

We build the limit ourselves: the estimate that we asked for on 2026-07-06 is still open (see Q1).

## Questions

- **Q1** (@mara, by 2026-08-10): how long does a range of two years take?
`,
    },
    {
      title: "The other way round",
      bad: `## Retro

- **Due:** 2026-09-29
- Product always wants everything at once.
- Sales promises a date every quarter.
`,
      good: `## Retro

- **Due:** 2026-09-29
- R1 and R4 came in the same week, 2026-07-06, with one engineer on holiday.
- Sales promises a date every quarter.
`,
    },
  ],
};
