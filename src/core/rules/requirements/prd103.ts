import { facetSayer, requirementsToAsk, widelySaid } from "../../document/coverage.ts";
import { idKey, nextId } from "../../recognise/ids.ts";
import type { Fix } from "../../problem.ts";
import { facetEdit } from "../../writing/insert.ts";
import { place } from "../../writing/snippet.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { missingFacet, requirementOf, whichRequirement } from "./missing-facet.ts";

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
      const asking = requirementsToAsk(document, ({ id }, index) => says(index) || keys.has(idKey(id)));
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
  fixes: (finding, { document }) => {
    const requirement = requirementOf(finding, document);
    if (requirement === undefined) return [];
    const id = nextId(
      "E",
      document.definitions.map((one) => one.id),
    );
    const fixes: Fix[] = [];
    const said = [place("case"), ": ", place("what should happen")];
    const edgeCase = facetEdit(document, requirement, "edgeCases", {
      item: [`**${id}** `, ...said, "."],
      cell: said,
    });
    if (edgeCase !== undefined) {
      const filled = ["Two people do it at once", "the later one sees who was first"];
      fixes.push({
        title: `Add an edge case to ${requirement.id}`,
        kind: "guided",
        edits: [edgeCase],
        preferred: true,
        filled,
      });
    }
    const none = ["None, because ", place("reason"), "."];
    const without = facetEdit(document, requirement, "edgeCases", { line: none, cell: none });
    if (without !== undefined) {
      const filled = ["nothing is stored and nothing is sent"];
      fixes.push({
        title: `Say why ${requirement.id} has no edge cases`,
        kind: "guided",
        edits: [without],
        filled,
      });
    }
    return fixes;
  },
};

export const docs: RuleDocs = {
  summary: "R2 lists no edge cases: empty, huge, twice, late, offline?",
  rationale: `The usual case is agreed quickly; the others are decided by whoever meets them first, mostly in code and mostly
alone. Five questions find most of them: what if it is empty, huge, done twice, late, or offline?

Write one line for each case and what should happen. Where there truly is none, "None, because …" is an answer too: the
reason is what the next reader needs.`,
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
