import { cycleOf } from "../../facts/cycle.ts";
import { changesText, unaccounted } from "../../facts/split.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd503: Rule = {
  code: "PRD503",
  name: "split-changed",
  severity: "error",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: {
    pass: "local",
    *run({ document }) {
      const cycle = cycleOf(document);
      const changes = cycle === undefined ? [] : unaccounted(cycle);
      if (cycle === undefined || changes.length === 0) return;
      const { start, end } = cycle.splitRange;
      const message = `The split is not the one that was agreed (${changesText(changes)}), and no renegotiation says why. Who agreed to that, and because of what?`;
      yield { start, end, message };
    },
  },
};

export const docs: RuleDocs = {
  summary: "The split is not the one that was agreed, and no renegotiation says why.",
  rationale: `Neither side changes an agreed split alone. Each agreement says the split that it was given for, so a header that says another
one shows: somebody moved weeks from one side to the other, and the other side may learn of it when they are missing.

If both of you decided that, write who did, when and why; the fix has the numbers. If not, go back to what was agreed. Each renegotiation
says what it changed from, so they are followed in their order.`,
  examples: [
    {
      title: "Five per cent went from product to ops in August",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 55
health: 25
ops: 20
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
product: 55
health: 25
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.

## Renegotiations

- **N1** @lena and @mara, 2026-08-01: product 60 to 55, ops 15 to 20. Because the June outage needs two more weeks.
`,
    },
    {
      title: "Another change after the one that was renegotiated",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 50
health: 30
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.

## Renegotiations

- **N1** @lena and @mara, 2026-07-10: product 60 to 55, ops 15 to 20. Because the June outage needs two more weeks.
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 50
health: 30
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.

## Renegotiations

- **N1** @lena and @mara, 2026-07-10: product 60 to 55, ops 15 to 20. Because the June outage needs two more weeks.
- **N2** @lena and @mara, 2026-08-01: product 55 to 50, health 25 to 30. Because the database has to move before October.
`,
    },
  ],
};
