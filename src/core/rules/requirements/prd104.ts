import { isHollowOutcome } from "../../document/hollow.ts";
import type { EdgeCase } from "../../document/model.ts";
import { seldom } from "../../document/seldom.ts";
import { oneLine } from "../../words/sentence.ts";
import { shorten } from "../../words/shorten.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd104: Rule = {
  code: "PRD104",
  name: "edge-case-without-outcome",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  check: {
    pass: "local",
    *run({ document }) {
      const group = { ...requirementsOf(document), of: document.edgeCases.length };
      for (const [index, edgeCase] of seldom(document.edgeCases, isOpen)) {
        const { id, idRange, outcome } = edgeCase;
        const message =
          outcome !== undefined
            ? `${id} could say of every case that "${shorten(oneLine(outcome), 40)}". What do people see?`
            : `${id} names a case but not what should happen. What do people see?`;
        yield { start: idRange.start, end: idRange.end, message, data: index, member: { id, group } };
      }
    },
  },
  together: {
    say: ({ count, of, list }) =>
      `${count} of ${of} edge cases name a case but not what should happen (${list}). What do people see?`,
  },
};

/** It says of no outcome, or of one that could be any. */
function isOpen({ outcome, body }: EdgeCase): boolean {
  return outcome === undefined ? !saysOtherwise.test(body) : isHollowOutcome(outcome);
}

/** A dash, an arrow or a second sentence says what happens as well as a colon does. */
const saysOtherwise = /\s(?:[–—]|-{1,2}>?|=>|→)\s|[.!…]\s+\S/;

export const docs: RuleDocs = {
  summary: "E2 names a case but not what should happen.",
  rationale: `A case without an outcome is half of a decision. The engineer who builds it makes the other half up, and the tester
has nothing to compare it with.

Write what should happen behind a colon: "Start after end: swap them and say so."`,
  examples: [
    {
      title: "A case that ends too early",
      bad: `### R1 · Filter by date range

- **Edge cases:**
  - **E1** Start after end: swap them and say so.
  - **E2** The day on which the clocks change.
`,
      good: `### R1 · Filter by date range

- **Edge cases:**
  - **E1** Start after end: swap them and say so.
  - **E2** The day on which the clocks change: use the workspace time zone.
`,
    },
    {
      title: "What could be said of every case",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Edge cases:**
    - **E1** Big files: it works.
    - **E2** Start after end: swap them and say so.
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Edge cases:**
    - **E1** Big files: past 50 MB a link is sent instead.
    - **E2** Start after end: swap them and say so.
`,
    },
    {
      title: "A colon with nothing behind it, and a question",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Edge cases:**
    - **E1** 91 days:
    - **E2** What if the range starts in the future? Answered @lena 2026-07-02: see the mail.
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Edge cases:**
    - **E1** 91 days: the job is queued, and the page says so.
    - **E2** The range starts in the future: refuse it and name the first free day.
`,
      count: 2,
    },
  ],
};
