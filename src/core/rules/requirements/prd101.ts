import { facetSayer, isBound, requirementsToAsk } from "../../document/coverage.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { missingFacet } from "./missing-facet.ts";

export const prd101: Rule = {
  code: "PRD101",
  name: "missing-why",
  severity: "warning",
  seam: "handoff",
  owner: "product",
  check: {
    pass: "local",
    *run({ document }) {
      const group = requirementsOf(document);
      const says = facetSayer(document, "why");
      for (const asked of requirementsToAsk(document, (one, index) => says(index) || isBound(one))) {
        const { id } = asked.requirement;
        yield missingFacet(
          asked,
          "why",
          `${id} has no Why; whoever meets a case it does not list must guess.`,
          group,
        );
      }
    },
  },
  together: {
    say: ({ count, of, list, which }) =>
      `${count} of ${of} requirements have no Why (${list}). ${which} would cost most if guessed wrong?`,
  },
};

export const docs: RuleDocs = {
  summary: "R2 has no Why; whoever meets a case it does not list must guess.",
  rationale: `A requirement says what to build; its why says what it is for. No list of cases is ever complete, and the
engineer who meets the next one decides alone, late in the day, by what the why says. Without one they guess.

Say who needs it and what breaks without it, with a number where there is one. In a user story the "so that …" clause
is the why already.`,
  examples: [
    {
      title: "A requirement with a heading of its own",
      bad: `### R2 · Send the export by e-mail

An analyst can have the export sent to an address.

- **Edge cases:**
  - **E1** The address bounces: the export stays on the page, and the page says so.
`,
      good: `### R2 · Send the export by e-mail

An analyst can have the export sent to an address.

- **Why:** 60 of 212 exports are opened by somebody who has no account.
- **Edge cases:**
  - **E1** The address bounces: the export stays on the page, and the page says so.
`,
    },
    {
      title: "A list item; a Why that is there and says nothing",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Why:** TBD
- **FR-2:** The file must carry the range in its name.
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Why:** finance closes on calendar months, so a rolling 30 days is wrong for them.
- **FR-2:** The file must carry the range in its name.
  - **Why:** four files called export.csv in one folder have been booked twice.
`,
      count: 2,
    },
    {
      title: "A table with a column for it",
      bad: `| ID | Requirement | Rationale |
| --- | --- | --- |
| R1 | An analyst can pick a start and an end date | finance closes on calendar months |
| R2 | The range is part of the file name | |
`,
      good: `| ID | Requirement | Rationale |
| --- | --- | --- |
| R1 | An analyst can pick a start and an end date | finance closes on calendar months |
| R2 | The range is part of the file name | files of two months have been mixed up |
`,
    },
    {
      title: "A user story",
      bad: `- **US-1** As an analyst, I want to name an export.
`,
      good: `- **US-1** As an analyst, I want to name an export so that I find last month's again.
`,
    },
  ],
};
