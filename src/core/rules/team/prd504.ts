import { cycleOf } from "../../facts/cycle.ts";
import { buckets } from "../../facts/model.ts";
import type { Bucket, Cycle } from "../../facts/model.ts";
import { renegotiatedSplit } from "../../facts/split.ts";
import type { Finding } from "../../problem.ts";
import { isCycle, itemList, shortName, uncounted } from "../../team/cycle-plan.ts";
import { isOver } from "../../team/cycle-sides.ts";
import { plannedWork } from "../../team/planned.ts";
import type { Planned } from "../../team/planned.ts";
import { capital } from "../../words/sentence.ts";
import type { Rule, RuleContext, RuleDocs, WorkspaceContext } from "../rule.ts";

export const prd504: Rule = {
  code: "PRD504",
  name: "planned-unlike-agreed",
  severity: "warning",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: { pass: "workspace", concerns: isCycle, run },
};

/** Points of per cent that a bucket may have more than its share: what a single PRD more or less makes of it. */
const TOLERANCE = 10;

const work: Readonly<Record<Bucket, string>> = {
  product: "Product work",
  health: "Technical-health work",
  ops: "Operational work",
};

/** What the fixes need. */
export type Data =
  { readonly bucket: Bucket } | { readonly row: number; readonly lacks: "bucket" | "effort" };

function* run({ document, path, index, today }: WorkspaceContext): Generator<Finding> {
  const cycle = cycleOf(document);
  if (cycle === undefined || isOver(cycle, today)) return;
  const planned = plannedWork(cycle, path, index);
  yield* shareFindings(cycle, planned, { document, today });
  const rows = new Map(cycle.work.map((row) => [row.start, row]));
  for (const { name, bucket, days, start: row } of planned.items) {
    const range = row === undefined ? undefined : rows.get(row);
    if (range === undefined || row === undefined) continue;
    const { start, end } = range;
    const item = shortName(name);
    if (bucket === undefined) {
      const message = `${capital(item)} has no bucket, so its time counts nowhere. Is it product, health or ops?`;
      yield { start, end, message, data: { row, lacks: "bucket" } satisfies Data };
    }
    if (days === undefined) {
      const message = `${capital(item)} has no effort that can be read, so it counts as nothing. How long will it take?`;
      yield { start, end, message, data: { row, lacks: "effort" } satisfies Data };
    }
  }
}

function* shareFindings(
  cycle: Cycle,
  { shares, total, items, withoutEffort }: Planned,
  { document, today }: Pick<RuleContext, "document" | "today">,
): Generator<Finding> {
  const agreed = renegotiatedSplit(cycle);
  const split = agreed ?? cycle.split;
  const { from, capacity } = cycle;
  const hasBegun = from === undefined || from <= today;
  if (shares === undefined || split === undefined) return;
  if (!hasBegun && capacity !== undefined && total < capacity / 2) return;
  for (const bucket of buckets) {
    if (shares[bucket] - split[bucket] <= TOLERANCE) continue;
    const { start, end } = document.header.field(bucket) ?? cycle.splitRange;
    const own = items.filter((one) => one.bucket === bucket && one.days !== undefined);
    const against = `${split[bucket]}% ${agreed === undefined ? "in the header" : "agreed"}`;
    const message = `${work[bucket]} is ${shares[bucket]}% of what is planned, against ${against}${uncounted(withoutEffort)}. Most of it is ${itemList(own)}: what gives way?`;
    yield { start, end, message, data: { bucket } satisfies Data };
  }
}

export const docs: RuleDocs = {
  summary: "Product work is 78% of what is planned, against 60% agreed.",
  rationale: `A split is agreed in per cent and broken in weeks: one more feature, and then another. This rule adds up what is planned, from the
\`bucket\` and \`effort\` of the cycle's PRDs and from its Work table, and speaks when a bucket has over ten per cent more of it than was
agreed. Shares are rounded by largest remainder, so that they add up to 100.

It waits until the cycle has begun or half of its capacity is planned, since the first PRD of a plan is always all of it. A row without bucket
or effort counts nowhere, so it is asked about as well; parked PRDs do not count.`,
  examples: [
    {
      title: "A cycle of features",
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
| New onboarding   | product | 18w    | @mara |
| Upgrade Postgres | health  | 6w     | @mara |
| Watch the queue  | ops     | 5w     | @tom  |
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
| New onboarding   | product | 18w    | @mara |
| Upgrade Postgres | health  | 14w    | @mara |
| Watch the queue  | ops     | 8w     | @tom  |
`,
      others: {
        "prds/PRD-043.prd.md": `---
prd: PRD-043
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
bucket: product
cycle: 2026-Q3
effort: 20w
---
`,
      },
      mayFollow: ["PRD502"],
    },
    {
      title: "Rows that count nowhere",
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

# 2026-Q3

## Work

| Item             | Bucket | Effort | Who   |
| ---------------- | ------ | ------ | ----- |
| Upgrade Postgres |        | 4w     | @mara |
| Watch the queue  | ops    | later  |       |
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-10-01
to: 2026-12-31
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3

## Work

| Item             | Bucket | Effort | Who   |
| ---------------- | ------ | ------ | ----- |
| Upgrade Postgres | health | 4w     | @mara |
| Watch the queue  | ops    | 3w     |       |
`,
      count: 2,
    },
  ],
};
