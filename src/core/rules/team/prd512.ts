import type { Config } from "../../config/config.ts";
import { sectionNamed } from "../../facts/cycle-sections.ts";
import type { Finding } from "../../problem.ts";
import { lastMeeting, managersDue } from "../../team/cadence.ts";
import { cycleOn } from "../../team/cycles.ts";
import { daysBetween } from "../../text/days.ts";
import { count } from "../../words/count.ts";
import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";

export const prd512: Rule = {
  code: "PRD512",
  name: "managers-have-not-met",
  severity: "information",
  seam: "narrative",
  owner: "managers",
  on: ["cycle"],
  check: {
    pass: "workspace",
    concerns: (path, index) => index.get(path)?.kind === "cycle",
    run,
  },
};

function run({ document, config, today, path, index }: WorkspaceContext): Finding[] {
  const current = cycleOn(index, today);
  const found = managersDue(index, config, today);
  if (current?.path !== path || found === undefined || found.due >= today) return [];
  // A line with a later day is a plan: they know when they meet next.
  const later = lastMeeting(index, { kind: "managers", until: "9999-12-31" });
  if (later !== undefined && later.date > today) return [];
  if (later === undefined && managersOf(config, today).length === 0) return [];
  const { from = today, id } = current.cycle;
  const days = daysBetween(found.last ?? from, today) ?? 0;
  const message =
    found.last === undefined
      ? `No managers' meeting is logged, and ${id} began ${count(days, "day")} ago. When did they meet, or when will they?`
      : `Managers last met ${count(days, "day")} ago. Have they met since, or when will they?`;
  const { start, end } = sectionNamed(document, "Cadence")?.heading ?? current.cycle.idRange;
  return [{ start, end, message }];
}

export function managersOf(config: Config, today: string): string[] {
  const found = new Set<string>();
  for (const { manager } of config.people.values()) {
    const left = manager === undefined ? undefined : config.people.get(manager)?.left;
    if (manager !== undefined && !(left !== undefined && left <= today)) found.add(manager);
  }
  return [...found];
}

export const docs: RuleDocs = {
  summary: "Managers last met 24 days ago.",
  rationale: `Each pair sees its own seam. That two teams promised the same engineer for August, only the managers can see, and only
when they meet: what they miss grows until it needs somebody above them.

Write the meeting into the cycle's log, or hold it. \`cadence.managers.every\` in \`seamwork.yaml\` says after how many days.
A team that names no managers and has never logged such a meeting is not asked.`,
  examples: [
    {
      title: "The last one is 24 days ago",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3

## Cadence

- 2026-07-08 managers @omar @ines, 45 min
- 2026-07-20 weekly @lena @mara, 15 min
- 2026-08-20 planning @lena @mara, 90 min
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3

## Cadence

- 2026-07-08 managers @omar @ines, 45 min
- 2026-07-20 weekly @lena @mara, 15 min
- 2026-07-22 managers @omar @ines, 30 min: who answers tickets in August
`,
    },
    {
      title: "None since the cycle began",
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

## Cadence

- 2026-07-24 managers @omar @ines, 45 min
`,
      config: `version: 1
people:
  "@lena": { name: Lena, role: pm, manager: "@omar" }
  "@mara": { name: Mara, role: eng, manager: "@ines" }
  "@omar": { name: Omar, role: manager }
  "@ines": { name: Ines, role: manager }
`,
    },
  ],
};
