import { everyKind } from "../rule.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { phraseCheck } from "./phrase-rule.ts";

export const prd404: Rule = {
  code: "PRD404",
  name: "placeholder",
  severity: "warning",
  seam: "handoff",
  owner: "product",
  on: everyKind,
  check: phraseCheck(
    "PRD404",
    ({ quote }) => `"${quote}" has no owner or date. Who finds out, and by when?`,
    // A question asks for its owner and date itself (PRD306).
    ({ start }, { document }) => !document.questions.some((one) => one.start <= start && start < one.end),
  ),
  together: {
    say: ({ count, list, where }) =>
      `${count} places ${where} have no owner or date (${list}). Who finds out, and by when?`,
  },
};

export const docs: RuleDocs = {
  summary: `"TBD" has no owner or date.`,
  rationale: `A "TBD" belongs to nobody, and no day makes it late. It is decided all the same, in code, by whoever gets there first.

As a question it has an owner and a date, and its answer stays in the document. A sentence that names who and by when, or
refers to a question, is left alone; so is a task box.`,
  examples: [
    {
      title: "A TBD becomes a question",
      bad: `### R1 · Filter by date range

The longest range is TBD.
`,
      good: `### R1 · Filter by date range

The longest range is open (see Q1).

## Questions

- **Q1** (@lena, by 2026-08-20): What is the longest range that anybody needs?
`,
    },
    {
      title: "The same in other words",
      bad: `## Why

- **Problem:** analysts need ranges. How many of them is still to be determined.
- **Success:** we'll figure out the number later.
- TODO: rates.
- **Not doing:** saved ranges (TBD by @lena, 2026-08-10).

## Questions

- **Q1** (@mara, by 2026-08-10): is the limit of 90 days still to be confirmed?
`,
      good: `## Why

- **Problem:** 212 analysts need ranges.
- **Success:** 350 tickets a quarter, down from 517.
- Rates are a question (see Q2).
- **Not doing:** saved ranges (TBD by @lena, 2026-08-10).

## Questions

- **Q1** (@mara, by 2026-08-10): is the limit of 90 days still to be confirmed?
- **Q2** (@lena, by 2026-08-20): what are the rates?
`,
      count: 3,
    },
  ],
};
