import { headerLine } from "../../writing/table-edits.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd203: Rule = {
  code: "PRD203",
  name: "single-option",
  severity: "warning",
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run({ document }) {
      for (const [index, table] of document.optionTables.entries()) {
        if (table.options.length !== 1) continue;
        const message =
          "One option is a verdict, not a choice. What would a smaller, a later or a bought one cost?";
        yield { ...headerLine(document.text, table), message, data: index };
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "One option is a verdict, not a choice.",
  rationale: `With one option on the table, product can only say yes or no to engineering, and engineering hears it as doubt. A
second one — smaller, later, bought, by hand — turns the same talk into a choice: what do the two extra weeks buy?

"Do nothing" counts when its price is written down.`,
  examples: [
    {
      title: "A table with one row",
      bad: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 3w   | queue past 90 days    | yes    |
| F2     | 1w   | no range over 90 days |        |

- **In the room:** @lena, @mara, 2026-07-22
`,
    },
    {
      title: "Names in place of ids, in a table without outer pipes",
      bad: `## Alternatives Considered

Effort | Option | Trade-offs | Chosen
--- | --- | --- | ---
3w | A queue | the file comes by e-mail | yes

In the room were Lena and Mara.

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Alternatives Considered

Effort | Option | Trade-offs | Chosen
--- | --- | --- | ---
3w | A queue | the file comes by e-mail | yes
0d | Nothing | 212 tickets a quarter |

- **In the room:** @lena, @mara, 2026-07-22
`,
    },
  ],
};
