import { facetSayer, requirementsToAsk, widelySaid } from "../../document/coverage.ts";
import { idKey } from "../../recognise/ids.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { missingFacet, whichRequirement } from "./missing-facet.ts";

export const prd105: Rule = {
  code: "PRD105",
  name: "missing-acceptance",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  check: {
    pass: "local",
    *run({ document }) {
      const says = facetSayer(document, "accept");
      const { keys, named, open } = widelySaid(document, "accept");
      const asked = requirementsToAsk(document, ({ id }, index) => says(index) || keys.has(idKey(id)));
      const [first] = document.acceptanceLines;
      if (first === undefined && open !== undefined && asked.length > 0)
        yield whichRequirement(open, asked[0]?.requirement.id ?? "", "measures");
      else if (named || first === undefined) {
        const group = requirementsOf(document);
        for (const one of asked) {
          const { id } = one.requirement;
          const message = `${id} cannot be checked: no acceptance line. What does a tester do, and what do they see?`;
          yield missingFacet(one, "accept", message, group);
        }
      } else if (asked.length > 0) {
        const { start, end } = first.section.heading;
        const id = asked[0]?.requirement.id ?? "";
        const message = `Which requirement does each of these lines check? A line that begins with an id, like "${id}:", says so.`;
        yield { start, end, message };
      }
    },
  },
  together: {
    say: ({ count, of, list, which }) =>
      `${count} of ${of} requirements cannot be checked: no acceptance line (${list}). ${which} would a tester ask about first?`,
  },
};

export const docs: RuleDocs = {
  summary: "R2 cannot be checked: no acceptance line.",
  rationale: `"Done" means something else to everybody until one line says what a tester does and what they see. The line is also
the shortest way to find out, before anything is built, that two people understood a requirement differently.

A section of acceptance criteria for the whole document works as well, once its lines say which requirement they check:
begin a line with the id, like "R2: …".`,
  examples: [
    {
      title: "A requirement with a heading of its own",
      bad: `### R1 · Filter by date range

An analyst can pick a start and an end date.

- **Why:** finance closes on calendar months.
`,
      good: `### R1 · Filter by date range

An analyst can pick a start and an end date.

- **Why:** finance closes on calendar months.
- **Accept:**
  - [ ] 1 Mar to 31 Mar returns March only.
`,
    },
    {
      title: "List items",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Accept:** 1 Mar to 31 Mar returns March only.
- **FR-2:** The page must show the time zone.
  - **Done when:**
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Accept:** 1 Mar to 31 Mar returns March only.
- **FR-2:** The page must show the time zone.
  - **Done when:**
    - [ ] A workspace in Lima shows "America/Lima".
`,
    },
    {
      title: "A word that is no check",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Accept:**
    - [ ] ok
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Accept:**
    - [ ] 1 Mar to 31 Mar returns March only.
`,
    },
    {
      title: "One section for all requirements, whose lines name none",
      bad: `## Requirements

- **FR-1:** The export must hold only rows of the range.
- **FR-2:** The page must show the time zone.

## Acceptance Criteria

- [ ] 1 Mar to 31 Mar returns March only.
- [ ] A workspace in Lima shows "America/Lima".
`,
      good: `## Requirements

- **FR-1:** The export must hold only rows of the range.
- **FR-2:** The page must show the time zone.

## Acceptance Criteria

- [ ] FR-1: 1 Mar to 31 Mar returns March only.
- [ ] FR-2: A workspace in Lima shows "America/Lima".
`,
      mayFollow: ["PRD105"],
    },
    {
      title: "One section that leaves a requirement out",
      bad: `## Requirements

- **FR-1:** The export must hold only rows of the range.
- **FR-2:** The page must show the time zone.
- **FR-3:** The file must carry the range in its name.
- **FR-4:** An export must be made once only when the button is pressed twice.

## Acceptance Criteria

- [ ] FR-1–FR-3: 1 Mar to 31 Mar in Lima returns March of Lima as export-2026-03.csv.
`,
      good: `## Requirements

- **FR-1:** The export must hold only rows of the range.
- **FR-2:** The page must show the time zone.
- **FR-3:** The file must carry the range in its name.
- **FR-4:** An export must be made once only when the button is pressed twice.

## Acceptance Criteria

- [ ] FR-1–FR-3: 1 Mar to 31 Mar in Lima returns March of Lima as export-2026-03.csv.
- [ ] FR-4: two presses within a second leave one file.
`,
    },
    {
      title: "A table with a column for it",
      bad: `| ID | Requirement | Acceptance |
| --- | --- | --- |
| R1 | The export holds only rows of the range | |
`,
      good: `| ID | Requirement | Acceptance |
| --- | --- | --- |
| R1 | The export holds only rows of the range | 1 Mar to 31 Mar returns March only |
`,
    },
  ],
};
