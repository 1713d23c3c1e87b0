import { cycleOf } from "../../facts/cycle.ts";
import type { Finding } from "../../problem.ts";
import { isCycle } from "../../team/cycle-plan.ts";
import { isOver } from "../../team/cycle-sides.ts";
import { cycleBefore } from "../../team/cycles.ts";
import { plannedWork } from "../../team/planned.ts";
import type { Planned } from "../../team/planned.ts";
import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";

export const prd505: Rule = {
  code: "PRD505",
  name: "no-health-work",
  severity: "warning",
  seam: "prioritisation",
  owner: "engineering",
  on: ["cycle"],
  check: { pass: "workspace", concerns: isCycle, run },
};

function* run({ document, path, index, today }: WorkspaceContext): Generator<Finding> {
  const cycle = cycleOf(document);
  if (cycle === undefined || isOver(cycle, today)) return;
  const before = cycleBefore(index, path);
  const now = plannedWork(cycle, path, index);
  if (before === undefined || hasHealth(now)) return;
  const then = plannedWork(before.cycle, before.path, index);
  if (then.items.length === 0 || hasHealth(then)) return;
  if (now.items.length === 0 && (cycle.from === undefined || cycle.from > today)) return;
  const { start, end } = document.header.field("health") ?? cycle.idRange;
  const message = `No technical-health work is planned for two cycles, ${before.cycle.id} and ${cycle.id}. Which debt slows you down most?`;
  yield { start, end, message };
}

/** Work of which nobody knows yet how long it takes is planned all the same. */
function hasHealth({ items }: Planned): boolean {
  return items.some(({ bucket }) => bucket === "health");
}

export const docs: RuleDocs = {
  summary: "No technical-health work planned for two cycles.",
  rationale: `Debt that has no place in two plans in a row has none in the third one either, until it erupts and takes the place of everything
else. A share that is agreed and never planned is the quiet way to that.

Write down one piece of it, with a name and a time. A cycle of which nothing is known, and one that is not planned yet, count as nothing said.`,
  examples: [
    {
      title: "Two cycles of features",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 80
health: 0
ops: 20
---

# 2026-Q3

## Work

| Item            | Bucket  | Effort | Who   |
| --------------- | ------- | ------ | ----- |
| New onboarding  | product | 20w    | @mara |
| Watch the queue | ops     | 5w     | @tom  |
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 80
health: 0
ops: 20
---

# 2026-Q3

## Work

| Item             | Bucket  | Effort | Who   |
| ---------------- | ------- | ------ | ----- |
| New onboarding   | product | 20w    | @mara |
| Watch the queue  | ops     | 5w     | @tom  |
| Upgrade Postgres | health  | 2w     | @mara |
`,
      others: {
        "cycles/2026-Q2.md": `---
cycle: 2026-Q2
schema: cycle/1
from: 2026-04-01
to: 2026-06-30
capacity: 60w
product: 80
health: 5
ops: 15
---

# 2026-Q2

## Work

| Item           | Bucket  | Effort | Who   |
| -------------- | ------- | ------ | ----- |
| Export filters | product | 40w    | @mara |
`,
      },
    },
  ],
};
