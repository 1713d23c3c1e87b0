import type { RetroAction } from "../../facts/model.ts";
import { retroOf } from "../../facts/retro.ts";
import { daysBetween, isDay } from "../../text/days.ts";
import { count } from "../../words/count.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd517: Rule = {
  code: "PRD517",
  name: "action-overdue",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  on: ["prd", "retro"],
  check: {
    pass: "local",
    *run({ document, today }) {
      for (const [index, action] of (retroOf(document)?.actions ?? []).entries()) {
        if (!isLate(action, today)) continue;
        const { id, by = today, who } = action;
        const days = daysBetween(by, today) ?? 0;
        const { start, end } = action.byRange ?? action.idRange;
        const whom = who[0] === undefined ? "" : ` (${who[0]})`;
        const message = `${id}${whom} was due ${count(days, "day")} ago. Is it done, or what is the new day?`;
        yield { start, end, message, data: index };
      }
    },
  },
};

function isLate({ by, done }: RetroAction, today: string): boolean {
  return done === undefined && by !== undefined && isDay(by) && by < today;
}

export const docs: RuleDocs = {
  summary: "K1 was due 8 days ago.",
  rationale: `What a retro decides is a promise that one side makes to the other. When its day passes in silence, the next retro is
believed a little less.

Say that it is done ("Done 2026-08-01."), or give it a new day.`,
  examples: [
    {
      title: "Two days that have passed, and one action that is done",
      bad: `## Retro

- **Held:** 2026-07-10 @lena, @mara
- **Built it well together?** R4 came after sign-off.
- **K1** (handoff, @mara, by 2026-07-24): alarm on queue age
- **K2** (narrative, @lena, by 2026-07-31): tell support before the next launch.
- **K3** (handoff, @lena, by 2026-07-20): no requirement after sign-off. Done 2026-07-18.
- **K4** (handoff, @mara, by 2026-08-01): a page about the queue.
`,
      good: `## Retro

- **Held:** 2026-07-10 @lena, @mara
- **Built it well together?** R4 came after sign-off.
- **K1** (handoff, @mara, by 2026-07-24): alarm on queue age. Done 2026-08-01.
- **K2** (narrative, @lena, by 2026-08-15): tell support before the next launch.
- **K3** (handoff, @lena, by 2026-07-20): no requirement after sign-off. Done 2026-07-18.
- **K4** (handoff, @mara, by 2026-08-01): a page about the queue.
`,
      count: 2,
    },
    {
      title: "The retro of an outage",
      bad: `---
retro: RETRO-7
schema: retro/1
name: The June outage
---

# The June outage

- **K1** (prioritisation, by 2026-07-24): two weeks of ops in the next cycle.
`,
      good: `---
retro: RETRO-7
schema: retro/1
name: The June outage
---

# The June outage

- **K1** (prioritisation, by 2026-07-24): two weeks of ops in the next cycle. Done 2026-07-20.
`,
    },
  ],
};
