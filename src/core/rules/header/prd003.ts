import { headerKind } from "../../document/header.ts";
import type { Finding } from "../../problem.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";
import { prdHeaderFindings } from "./prd003/prd-header.ts";
import { teamHeaderFindings } from "./prd003/team-header.ts";

export const prd003: Rule = {
  code: "PRD003",
  name: "header-field",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  always: true,
  check: { pass: "local", run },
};

function run(context: RuleContext): Finding[] {
  switch (headerKind(context.document.header)) {
    case "prd":
      return prdHeaderFindings(context);
    case "cycle":
    case "retro":
      return teamHeaderFindings(context);
    default:
      return [];
  }
}

export const docs: RuleDocs = {
  summary: "`stauts` is not a field; did you mean `status`?",
  rationale: `A header that a tool misreads is worse than none: the PRD looks like a draft although everybody agreed, or
like nobody's although two people wrote their names.

A status that means one thing in other words (\`Agreed\`, \`approved\`, \`vereinbart\`) is read as what it means. One that cannot be read is an error at
every status, and no baseline hides it: where somebody signed, or moved the PRD on, everything is checked as if it were agreed until it is mended.

This rule asks about a field that is one slip away from a known one, about values that their field does not allow
(\`prd\`, \`status\`, \`pm\`, \`eng\`, \`paired\`, \`bucket\`, \`effort\`, \`launch\`; of a cycle its days, its capacity
and its three shares; the id of a cycle or a retro), and about what YAML itself does not allow, such as a handle without quotes. Fields that the format does not know are yours: they are kept and never asked about.`,
  examples: [
    {
      title: "Two letters changed places",
      bad: `---
prd: PRD-042
schema: prd/1
stauts: draft
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      status: "draft",
    },
    {
      title: "A handle without quotes",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: @lena
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
---
`,
    },
    {
      title: "A date and a duration that only people can read",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
effort: three weeks
launch: 15.9.2026
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
effort: 3w
launch: 2026-09-15
---
`,
      count: 2,
    },
    {
      title: "A language by its name",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
lang: German
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
lang: de
---
`,
    },
    {
      title: "A status of another tool",
      bad: `---
prd: PRD-042
schema: prd/1
status: approved
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: agreed
pm: "@lena"
eng: "@mara"
---
`,
    },
    {
      title: "A status that may mean two things",
      bad: `---
prd: PRD-042
schema: prd/1
status: completed
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: closed
pm: "@lena"
eng: "@mara"
---
`,
    },
    {
      title: "A list of statuses, of which one is right",
      bad: `---
prd: PRD-042
schema: prd/1
status: [draft, agreed]
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: agreed
pm: "@lena"
eng: "@mara"
---
`,
    },
    {
      title: "A header whose second line of dashes is missing",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"

# Filter exports by date
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
---

# Filter exports by date
`,
      status: "draft",
    },
    {
      title: "Somebody whom the team's file does not know",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@maar"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      config: `people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@mara": { name: Mara Lind, role: eng }
`,
    },
    {
      title: "A cycle that ends before it begins, in weeks that only people can read",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-09-30
to: 2026-07-01
capacity: 60 weeks
product: 60
health: a quarter
ops: 15
---
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---
`,
      count: 3,
    },
    {
      title: "A cycle without capacity and with two of three shares",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
product: 60
health: 25
---
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---
`,
      count: 2,
      // Whole, the split is there to be agreed.
      mayFollow: ["PRD502"],
    },
  ],
};
