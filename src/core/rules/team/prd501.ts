import { cycleOf } from "../../facts/cycle.ts";
import { splitSum } from "../../facts/split.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd501: Rule = {
  code: "PRD501",
  name: "split-sum",
  severity: "error",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: {
    pass: "local",
    *run({ document }) {
      const cycle = cycleOf(document);
      const sum = cycle?.split === undefined ? 100 : splitSum(cycle.split);
      if (cycle === undefined || sum === 100) return;
      const { start, end } = cycle.splitRange;
      yield {
        start,
        end,
        message: `${cycle.id || "This split"} adds up to ${sum}%. Which share should change?`,
      };
    },
  },
};

export const docs: RuleDocs = {
  summary: "2026-Q3 adds up to 105%. Which share should change?",
  rationale: `Product, health and ops are shares of one capacity. Where they add up to more than 100, each side plans with time that the
other one counts on as well; where they add up to less, somebody will find the rest and fill it.

Decide together which share should change. If the split was agreed already, going back to that is the honest way, or a renegotiation.`,
  examples: [
    {
      title: "Five per cent are counted twice",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-08-03
to: 2026-10-30
capacity: 60w
product: 60
health: 25
ops: 20
---

# 2026-Q3
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-08-03
to: 2026-10-30
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3
`,
      today: "2026-07-01",
    },
    {
      title: "Others agreed to a split that adds up",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 50%
health: 25%
ops: 15%
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60%
health: 25%
ops: 15%
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
    },
  ],
};
