import { holdsPrompt, promptsIn } from "../../create/prompts.ts";
import { facetSayer, widelySaid } from "../../document/coverage.ts";
import { idKey, namedKeys } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import { asRead } from "../../document/moved.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { requirementsAsked } from "./detail.ts";
import { missingFacet, whichRequirement } from "./missing-facet.ts";

export const prd107: Rule = {
  code: "PRD107",
  name: "no-constraints",
  severity: "warning",
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run({ document, status }) {
      let limited: ReadonlySet<string> | undefined;
      const says = facetSayer(document, "constraints");
      const { keys, open } = widelySaid(document, "constraints");
      const asked = requirementsAsked(document, (one, index) => {
        if (says(index) || keys.has(idKey(one.id))) return true;
        limited ??= requirementsLimited(document);
        return limited.has(idKey(one.id));
      });
      if (open !== undefined && limited?.size === 0 && asked.length > 0) {
        yield whichRequirement(open, asked[0]?.requirement.id ?? "", "limits");
        return;
      }
      const group = requirementsOf(document);
      // Nobody can say what limits a requirement of which the draft still holds the template's text.
      const prompts = status === "draft" && asked.length > 0 ? promptsIn(document) : [];
      for (const one of asked) {
        if (holdsPrompt(one.requirement, prompts)) continue;
        const message = `No engineer has said what limits ${one.requirement.id}. What does it cost, or break, or need?`;
        yield missingFacet(one, "constraints", message, group);
      }
    },
  },
  together: {
    say: ({ count, of, list, which }) =>
      `No engineer has said what limits ${count} of ${of} requirements (${list}). ${which} cost, break or need the most?`,
  },
};

/** Keys of the requirements that a constraint limits, wherever it stands. */
function requirementsLimited({ constraints, text }: PrdDocument): Set<string> {
  const limited = new Set<string>();
  for (const constraint of constraints) {
    const { limits, head } = asRead(constraint);
    for (const id of limits) limited.add(idKey(id));
    if (head === undefined || head.ids.length < 2) continue;
    // "R1–R3" limits R2 as well.
    const { start, end } = constraint.head ?? head;
    for (const key of namedKeys(head.ids, text.slice(start, end))) limited.add(key);
  }
  return limited;
}

export const docs: RuleDocs = {
  summary: "No engineer has said what limits R2.",
  rationale: `Engineers know limits that nobody asks them for: what the data does not hold, what an answer costs, what breaks at a
thousand rows. Said while the requirement is still words, a limit changes a sentence; said later, it changes a launch date.

An engineer adds what limits the requirement, with a kind, a name and a day, or says "None seen" with both. One constraint
can limit several requirements from a section of its own: "(security, @mara, 2026-07-20; R1, R3)". What is a limit
itself is not asked about (NFR-1, or what stands below a heading like Performance), and items that only say more of the
heading or item above them are asked about once, and not at all below an item or beside a story.`,
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
- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms up to 90 days; past that the job is queued. Accepted @lena 2026-07-21.
`,
    },
    {
      title: "List items: a bare None is nobody's word",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:** None
- **FR-2:** The page must show the time zone.
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:** None seen, @mara 2026-07-20
- **FR-2:** The page must show the time zone.
  - **Constraints:** None, because the name of the zone is on the page already.
`,
      count: 2,
    },
    {
      title: "A constraint of several requirements in a section of its own",
      bad: `## Requirements

- **R1** The export must hold only rows of the range.
- **R2** The page must show the time zone.

## Constraints

- **C1** (security, @mara, 2026-07-20; R1): links expire after 24 hours. Accepted @lena 2026-07-21.
`,
      good: `## Requirements

- **R1** The export must hold only rows of the range.
- **R2** The page must show the time zone.

## Constraints

- **C1** (security, @mara, 2026-07-20; R1, R2): links expire after 24 hours. Accepted @lena 2026-07-21.
`,
    },
    {
      title: "A table with a column for it",
      bad: `| ID | Requirement | Constraints |
| --- | --- | --- |
| R1 | The export holds only rows of the range | |
`,
      good: `| ID | Requirement | Constraints |
| --- | --- | --- |
| R1 | The export holds only rows of the range | None seen, @mara 2026-07-20 |
`,
    },
  ],
};
