import type { Config } from "../../config/config.ts";
import type { Finding } from "../../problem.ts";
import { isRotationDue, pairKey, pairsOver, placeOf } from "../../team/pairs.ts";
import type { Pair } from "../../team/pairs.ts";
import type { WorkspaceIndex } from "../../workspace/workspace-index.ts";
import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";

export const prd507: Rule = {
  code: "PRD507",
  name: "rotation-due",
  severity: "information",
  seam: "narrative",
  owner: "both",
  on: ["prd", "cycle"],
  check: { pass: "workspace", concerns, run },
};

function concerns(path: string, index: WorkspaceIndex): boolean {
  const summary = index.get(path);
  if (summary?.kind === "cycle") return true;
  return summary?.kind === "prd" && (summary.team === undefined || summary.team.paired !== undefined);
}

/** Findings by path; every document asks, and they are the same for all while the pairs are. */
const found = new WeakMap<readonly Pair[], ReadonlyMap<string, readonly Finding[]>>();

function run({ config, today, path, index }: WorkspaceContext): readonly Finding[] {
  const pairs = pairsOver(index, config, today);
  let byPath = found.get(pairs);
  if (byPath === undefined) found.set(pairs, (byPath = findingsByPath(pairs, config, today, index)));
  return byPath.get(path) ?? [];
}

function findingsByPath(
  pairs: readonly Pair[],
  config: Config,
  today: string,
  index: WorkspaceIndex,
): Map<string, Finding[]> {
  const byPath = new Map<string, Finding[]>();
  for (const pair of pairs) {
    const at = isRotationDue(pair, config) ? placeOf(pair, index, today) : undefined;
    if (at === undefined) continue;
    const message = `${pair.pm} and ${pair.eng} have paired for ${pair.days} days. Who works together next, or until when do these two stay together?`;
    const finding = { start: at.start, end: at.end, message, data: pairKey(pair) };
    byPath.set(at.path, [...(byPath.get(at.path) ?? []), finding]);
  }
  return byPath;
}

export const docs: RuleDocs = {
  summary: "@lena and @mara have paired for 104 days.",
  rationale: `A pair that stays together for good gets fast, and becomes the only two people who know why something is as it is. A change
every quarter or so costs some weeks of getting to know each other, and lets each side learn how the other one works.

Rotate, or write into the Pairs table until when the two stay together: in the middle of something urgent, that is the better
answer. The days count from the first one without a gap, over all cycles and PRDs; holidays are no gap. \`cadence.rotation.every\`
in \`seamwork.yaml\` says after how many days to ask.`,
  examples: [
    {
      title: "Since the cycle before",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3

## Pairs

| Item    | PM    | Engineer | Since      | Hold until |
| ------- | ----- | -------- | ---------- | ---------- |
| PRD-042 | @lena | @mara    | 2026-04-06 |            |
| PRD-043 | @tom  | @ivo     | 2026-07-06 |            |
| PRD-044 | @kim  | @ada     | 2026-04-06 | 2026-08-31 |
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3

## Pairs

| Item    | PM    | Engineer | Since      | Hold until |
| ------- | ----- | -------- | ---------- | ---------- |
| PRD-042 | @lena | @mara    | 2026-04-06 | 2026-10-31 |
| PRD-043 | @tom  | @ivo     | 2026-07-06 |            |
| PRD-044 | @kim  | @ada     | 2026-04-06 | 2026-08-31 |
`,
    },
    {
      title: "Together in a PRD that the cycle's table does not name",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3

## Pairs

| Item    | PM    | Engineer | Since      | Hold until |
| ------- | ----- | -------- | ---------- | ---------- |
| PRD-042 | @lena | @ivo     | 2026-07-20 |            |
`,
      others: {
        "prds/PRD-043.prd.md": `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: building
pm: "@lena"
eng: "@mara"
paired: 2026-04-06
---

# Filter exports by date
`,
      },
      config: `version: 1
people:
  "@lena": { name: Lena, role: pm }
  "@mara": { name: Mara, role: eng }
  "@ivo": { name: Ivo, role: eng }
`,
    },
    {
      title: "A team without cycles",
      bad: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: building
pm: "@lena"
eng: "@mara"
paired: 2026-04-06
---

# Filter exports by date
`,
      good: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: building
pm: "@lena"
eng: "@ivo"
paired: 2026-07-20
---

# Filter exports by date
`,
      config: `version: 1
people:
  "@lena": { name: Lena, role: pm }
  "@mara": { name: Mara, role: eng }
  "@ivo": { name: Ivo, role: eng }
`,
    },
  ],
};
