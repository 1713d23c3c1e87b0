import { idKeyOf } from "../../document/header.ts";
import type { Finding } from "../../problem.ts";
import type { WorkspaceIndex } from "../../workspace/workspace-index.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";

export const prd010: Rule = {
  code: "PRD010",
  name: "duplicate-prd-id",
  severity: "error",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: { pass: "workspace", concerns, run },
};

/** Most files that a message names. */
const MAX_NAMED = 3;

function concerns(path: string, index: WorkspaceIndex): boolean {
  const id = index.get(path)?.id;
  return id !== undefined && index.withId(id).length > 1;
}

function run({ document, path, index }: WorkspaceContext): Finding[] {
  const value = document.header.field(idKeyOf(document.header))?.values[0];
  if (value === undefined) return [];
  const others = index.withId(value.text).filter((other) => other !== path);
  if (others.length === 0) return [];
  const how =
    idKeyOf(document.header) === "prd"
      ? "; `seamwork renumber` gives one of them another, wherever it is named"
      : "";
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : "";
  const message = `${value.text} is also the id of ${others.slice(0, MAX_NAMED).join(", ")}${more}${how}. Which of them keeps it?`;
  return [{ start: value.start, end: value.end, message }];
}

export const docs: RuleDocs = {
  summary:
    "PRD-042 is also the id of prds/exports.prd.md; `seamwork renumber` gives one of the two another. Which of them keeps it?",
  rationale: `A PRD's id is how tickets, commits and other PRDs point at it. When two files have one id, a link means
either, and two teams believe that they agreed on the same thing. It happens when a PRD is copied as a start for the
next one, or when two people take the next number on the same day.

The one that others already refer to should keep the id. \`seamwork renumber FILE\` gives the other one the next free id: in its header, in its text, in its file's name, and where links of other documents lead to it. What may mean either it lists, for people to decide.`,
  examples: [
    {
      title: "A PRD that began as a copy",
      bad: `---
prd: PRD-042
schema: prd/1
name: Filter exports by customer
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-043
schema: prd/1
name: Filter exports by customer
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      others: {
        "prds/PRD-042-export-date-filter.prd.md": `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
---
`,
      },
    },
    {
      title: "Two cycles of one name",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-10-01
to: 2026-12-31
capacity: 60w
product: 60
health: 25
ops: 15
---
`,
      good: `---
cycle: 2026-Q4
schema: cycle/1
from: 2026-10-01
to: 2026-12-31
capacity: 60w
product: 60
health: 25
ops: 15
---
`,
      others: {
        "cycles/2026-Q3.md": `---
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
      },
    },
  ],
};
