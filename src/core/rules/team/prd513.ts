import type { Config } from "../../config/config.ts";
import { personByHandle, sameHandle } from "../../config/people.ts";
import type { Finding } from "../../problem.ts";
import { weekliesByPair } from "../../team/cadence.ts";
import type { MeetingIn } from "../../team/cadence.ts";
import { listed } from "../../words/listed.ts";
import type { WorkspaceIndex } from "../../workspace/workspace-index.ts";
import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";

/** How many weeklies in a row are no coincidence. */
const IN_A_ROW = 3;

export const prd513: Rule = {
  code: "PRD513",
  name: "weekly-runs-over",
  severity: "information",
  seam: "handoff",
  owner: "both",
  on: ["cycle"],
  check: {
    pass: "workspace",
    concerns: (path, index) => {
      const summary = index.get(path);
      return summary?.kind === "cycle" && summary.team?.cycle?.cadence.length !== 0;
    },
    run,
  },
};

function run({ config, today, path, index }: WorkspaceContext): Finding[] {
  const to = index.get(path)?.team?.cycle?.to;
  if (to !== undefined && to < today) return [];
  const findings: Finding[] = [];
  const { minutes } = config.cadence.weekly;
  for (const all of weekliesByPair(index).values()) {
    const last = all.findLastIndex(({ date }) => date <= today);
    const recent = all.slice(Math.max(0, last + 1 - IN_A_ROW), last + 1);
    const [first] = recent;
    const end = recent.at(-1);
    if (recent.length < IN_A_ROW || first === undefined || end?.path !== path) continue;
    if (!recent.every((meeting) => (meeting.minutes ?? 0) > minutes)) continue;
    if (end.who.some((one) => hasLeft(one, config, today))) continue;
    if (isTalkedAbout(first, index)) continue;
    const message = `The weekly of ${listed(first.who)} ran over ${minutes} minutes three times in a row. What is structural here?`;
    findings.push({ start: end.start, end: end.end, message, data: [...first.who] });
  }
  return findings;
}

function hasLeft(handle: string, config: Config, today: string): boolean {
  const left = personByHandle(config, handle)?.left;
  return left !== undefined && left <= today;
}

/** Since the first of these meetings the two have written a disagreement down, wherever it is. */
function isTalkedAbout({ who, date }: MeetingIn, index: WorkspaceIndex): boolean {
  for (const { team } of index.all())
    for (const { between, path } of team?.disagreements ?? []) {
      const opened = path[0]?.since;
      if (opened === undefined || opened < date) continue;
      if (who.every((one) => between.some((other) => sameHandle(one, other)))) return true;
    }
  return false;
}

export const docs: RuleDocs = {
  summary: "The weekly of @lena and @mara ran over 20 minutes three times in a row.",
  rationale: `A weekly of a pair is short: what blocks, what is unclear, what comes next. One that runs over now and then had a good
reason; one that always does has a question in it that a longer meeting will not answer, such as who decides, or what nobody has
planned for.

Find that question and write it down as a disagreement, which has an owner and goes up if the two cannot settle it. \`cadence.weekly.minutes\`
in \`seamwork.yaml\` says how many minutes it may take.`,
  examples: [
    {
      title: "Three in a row",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3

## Cadence

- 2026-07-06 weekly @lena @mara, 15 min
- 2026-07-13 weekly @lena @mara, 25 min
- 2026-07-20 weekly @lena @mara, 40 min: R4 again
- 2026-07-20 weekly @tom @ivo, 45 min
- 2026-07-27 weekly @mara @lena, 35 min: R4 again
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
---

# 2026-Q3

## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-08-01: who may change R4 while it is being built?

## Cadence

- 2026-07-06 weekly @lena @mara, 15 min
- 2026-07-13 weekly @lena @mara, 25 min
- 2026-07-20 weekly @lena @mara, 40 min: R4 again
- 2026-07-20 weekly @tom @ivo, 45 min
- 2026-07-27 weekly @mara @lena, 35 min: R4 again
`,
    },
  ],
};
