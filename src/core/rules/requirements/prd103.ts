import { facetSayer, widelySaid } from "../../document/coverage.ts";
import { idKey } from "../../recognise/ids.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { requirementsAsked } from "./detail.ts";
import { missingFacet, whichRequirement } from "./missing-facet.ts";

export const prd103: Rule = {
  code: "PRD103",
  name: "missing-edge-cases",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  check: {
    pass: "local",
    *run({ document }) {
      const group = requirementsOf(document);
      const says = facetSayer(document, "edgeCases");
      const { keys, open } = widelySaid(document, "edgeCases");
      const asking = requirementsAsked(document, (one, index) => says(index) || keys.has(idKey(one.id)));
      if (open !== undefined && asking.length > 0) {
        yield whichRequirement(open, asking[0]?.requirement.id ?? "", "edge cases");
        return;
      }
      for (const asked of asking) {
        const { id } = asked.requirement;
        yield missingFacet(
          asked,
          "edgeCases",
          `${id} lists no edge cases: empty, huge, twice, late, offline?`,
          group,
        );
      }
    },
  },
  together: {
    say: ({ count, of, list, which }) =>
      `${count} of ${of} requirements say no edge case (${list}). ${which} would hurt most if guessed wrong?`,
  },
};

export const docs: RuleDocs = {
  summary: "R2 lists no edge cases: empty, huge, twice, late, offline?",
  rationale: `The usual case is agreed quickly; the others are decided by whoever meets them first, mostly in code and mostly
alone. Five questions find most of them: what if it is empty, huge, done twice, late, or offline?

Write one line for each case and what should happen. Where there truly is none, "None, because …" is an answer too: the
reason is what the next reader needs. What holds of everything is not
asked about: an id that begins with NFR or RNF, or a heading like Performance. Items that only say more of the heading or
item above them are asked about once, and not at all below an item or beside a story.`,
  examples: [
    {
      title: "A requirement with a heading of its own",
      bad: `### R1 · Filter by date range

An analyst can pick a start and an end date.

- **Why:** finance closes on calendar months.
- **Accept:**
  - [ ] 1 Mar to 31 Mar returns March only.
`,
      good: `### R1 · Filter by date range

An analyst can pick a start and an end date.

- **Why:** finance closes on calendar months.
- **Edge cases:**
  - **E1** Start after end: swap them and say so.
- **Accept:**
  - [ ] 1 Mar to 31 Mar returns March only.
`,
    },
    {
      title: "List items: a label that nothing follows, and none with its reason",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Edge cases:**
- **FR-2:** The page must show the time zone.
  - **Edge cases:** None
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Edge cases:**
    - **E1** The range is empty: an export with the header row only.
- **FR-2:** The page must show the time zone.
  - **Edge cases:** None, because every workspace has exactly one time zone.
`,
      count: 2,
    },
    {
      title: "A table with a column for it",
      bad: `| ID | Requirement | Edge cases |
| --- | --- | --- |
| R1 | An analyst can pick a start and an end date | start after end: swap them |
| R2 | The range is part of the file name | |
`,
      good: `| ID | Requirement | Edge cases |
| --- | --- | --- |
| R1 | An analyst can pick a start and an end date | start after end: swap them |
| R2 | The range is part of the file name | one day only: the name holds that day once |
`,
    },
    {
      title: "Facets as paragraphs",
      bad: `### R1 · Filter by date range

An analyst can pick a start and an end date.

**Why:** finance closes on calendar months.
`,
      good: `### R1 · Filter by date range

An analyst can pick a start and an end date.

**Why:** finance closes on calendar months.

**Edge cases:**

- **E1** Start after end: swap them and say so.
`,
    },
  ],
};
