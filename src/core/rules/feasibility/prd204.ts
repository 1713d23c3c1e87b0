import { optionName, saysNothing } from "../../document/options.ts";
import { headerLine } from "../../writing/table-edits.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const columns = ["time", "tradeOff"] as const;
export const names = { time: "time", tradeOff: "trade-off" };
const asks = { time: "How long would it take?", tradeOff: "What does it give up?" };

export const prd204: Rule = {
  code: "PRD204",
  name: "option-without-price",
  severity: "warning",
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run({ document }) {
      for (const [index, table] of document.optionTables.entries()) {
        for (const column of columns) {
          if (table.columns[column] >= 0 || table.options.length === 0) continue;
          const message = `These options have no column for their ${names[column]}. ${asks[column]}`;
          yield { ...headerLine(document.text, table), message, data: { table: index, column } };
        }
        for (const [row, option] of table.options.entries()) {
          for (const column of columns) {
            if (table.columns[column] < 0 || !saysNothing(option[column])) continue;
            const cell = option[column];
            const { start, end } = cell ?? option;
            const message = `${optionName(option, row)} has no ${names[column]}. ${asks[column]}`;
            yield { start, end, message, data: { table: index, column, row } };
          }
        }
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "F2 has no time or no trade-off.",
  rationale: `An option without a time cannot be weighed against a launch date, and one without a trade-off always wins: it seems to
cost nothing.

A rough time is enough ("2w"), and so are a few words about what the option gives up. Every option gives something up.`,
  examples: [
    {
      title: "Empty cells",
      bad: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     |      | queue past 90 days    | yes    |
| F3     | 8w   | ?                     |        |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |
| F3     | 8w   | new columnar store    |        |

- **In the room:** @lena, @mara, 2026-07-22
`,
      count: 2,
    },
    {
      title: "A table that has no column for it",
      bad: `## Options

| Option        | Time | Chosen |
| ------------- | ---- | ------ |
| F1 · A queue  | 3w   | yes    |
| F2 · No range | 1w   |        |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Options

| Option        | Time | Chosen | Trade-off             |
| ------------- | ---- | ------ | --------------------- |
| F1 · A queue  | 3w   | yes    | queue past 90 days    |
| F2 · No range | 1w   |        | no range over 90 days |

- **In the room:** @lena, @mara, 2026-07-22
`,
    },
  ],
};
