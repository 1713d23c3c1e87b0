import { cycleOf } from "../../facts/cycle.ts";
import type { Cycle } from "../../facts/model.ts";
import type { Finding } from "../../problem.ts";
import { isCycle, itemList, uncounted } from "../../team/cycle-plan.ts";
import { isOver } from "../../team/cycle-sides.ts";
import { cyclesIn } from "../../team/cycles.ts";
import { plannedWork } from "../../team/planned.ts";

import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";
import { weeksOf } from "../../words/days.ts";

export const prd514: Rule = {
  code: "PRD514",
  name: "more-than-capacity",
  severity: "warning",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: { pass: "workspace", concerns: isCycle, run },
};

function* run({ document, path, index, today }: WorkspaceContext): Generator<Finding> {
  const cycle = cycleOf(document);
  if (cycle === undefined || isOver(cycle, today)) return;
  const { capacity } = cycle;
  const { items, total, withoutEffort } = plannedWork(cycle, path, index);
  if (capacity !== undefined && total > capacity) {
    const { start, end } = cycle.capacityRange ?? cycle.idRange;
    const message = `${weeksOf(total)} planned, ${weeksOf(capacity).split(" ")[0]} there${uncounted(withoutEffort)}. The longest are ${itemList(items.filter(({ days }) => days !== undefined))}: what waits?`;
    yield { start, end, message };
  }
  const said = new Set<string>();
  for (const { path: other, cycle: earlier } of cyclesIn(index)) {
    if (other === path) return;
    if (!overlap(earlier, cycle) || earlier.id === cycle.id) continue;
    const { start, end } = document.header.field("from")?.values[0] ?? cycle.idRange;
    const message = `${cycle.id} begins on ${cycle.from}, and ${earlier.id} goes on until ${earlier.to}, so those days are planned twice. Which of the two days should change?`;
    // Several files may have the id of the earlier one, which PRD010 asks about.
    if (said.has(message)) continue;
    said.add(message);
    yield { start, end, message, data: earlier.to };
  }
}

/** The first day of the one that begins later lies in the other. */
function overlap(earlier: Cycle, later: Cycle): boolean {
  return (
    earlier.from !== undefined &&
    earlier.to !== undefined &&
    later.from !== undefined &&
    earlier.from <= later.from &&
    later.from <= earlier.to &&
    (later.to === undefined || later.from <= later.to)
  );
}

export const docs: RuleDocs = {
  summary: "71 weeks planned, 60 there.",
  rationale: `More is planned than there is time for, which everybody sees in the last week and nobody decides before. What does not fit is then
chosen by who is loudest, and technical health never is.

Let something wait, or say that there is more time. Days that lie in two cycles are the same mistake: their time is planned twice, so this rule
asks about them too, in the later cycle.`,
  examples: [
    {
      title: "Eleven weeks too many",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3

## Work

| Item             | Bucket  | Effort | Who   |
| ---------------- | ------- | ------ | ----- |
| New onboarding   | product | 40w    | @mara |
| Upgrade Postgres | health  | 4m     | @mara |
| Watch the queue  | ops     | 15w    | @tom  |
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

# 2026-Q3

## Work

| Item             | Bucket  | Effort | Who   |
| ---------------- | ------- | ------ | ----- |
| New onboarding   | product | 35w    | @mara |
| Upgrade Postgres | health  | 3m     | @mara |
| Watch the queue  | ops     | 10w    | @tom  |
`,
    },
    {
      title: "Two weeks that two cycles count on",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-13
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3
`,
      others: {
        "cycles/2026-Q2.md": `---
cycle: 2026-Q2
schema: cycle/1
from: 2026-04-06
to: 2026-07-12
capacity: 70w
product: 60
health: 25
ops: 15
---

# 2026-Q2
`,
      },
    },
  ],
};
