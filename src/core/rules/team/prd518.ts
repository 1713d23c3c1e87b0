import { cycleOf } from "../../facts/cycle.ts";
import { isOver } from "../../team/cycle-sides.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd518: Rule = {
  code: "PRD518",
  name: "nothing-given-up",
  severity: "information",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: {
    pass: "local",
    *run({ document, today }) {
      const cycle = cycleOf(document);
      const last = cycle?.agreements.at(-1);
      if (cycle === undefined || last === undefined || isOver(cycle, today)) return;
      if (cycle.gaveUp.some(({ what }) => what !== "")) return;
      const { start, end } = last;
      yield {
        start,
        end,
        message: "Nobody has written down what they gave up. What did each of you not get?",
      };
    },
  },
};

export const docs: RuleDocs = {
  summary: "Nobody has written down what they gave up.",
  rationale: `Planning a cycle is an uncomfortable conversation when it is a real one: both sides leave it with something that they did not
get. If nobody can say what that was, it was not talked about, and comes back as a surprise in the middle of the cycle.

A line each is enough, with a name and, if there is one, the day when it comes up again.`,
  examples: [
    {
      title: "A split that cost nobody anything",
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

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
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

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
- **Gave up** @mara: the queue rewrite; F2 of PRD-042 lives with the old one.
`,
    },
  ],
};
