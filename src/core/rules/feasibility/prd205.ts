import { optionName } from "../../document/options.ts";
import { listed } from "../../words/listed.ts";
import { headerLine } from "../../writing/table-edits.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd205: Rule = {
  code: "PRD205",
  name: "no-option-chosen",
  severity: "error",
  gentleInReview: true,
  seam: "prioritisation",
  owner: "both",
  check: {
    pass: "local",
    *run({ document }) {
      for (const [index, table] of document.optionTables.entries()) {
        const chosen = table.options.filter((option) => option.chosen);
        if (chosen.length === 1 || table.options.length === 0) continue;
        const [first, second] = chosen;
        if (first === undefined || second === undefined) {
          const message = "No option is chosen. Which one is it?";
          yield { ...headerLine(document.text, table), message, data: index };
        } else {
          const names = chosen.map((option) => optionName(option, table.options.indexOf(option)));
          const message = `${listed(names)} are ${names.length === 2 ? "both" : "all"} chosen. Which one is it?`;
          const { start, end } = second.chosenCell ?? second;
          yield { start, end, message, data: index };
        }
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "No option is chosen (or two are).",
  rationale: `Options without a choice leave the pair with two different plans, each sure that theirs is the one. So do two choices in
one table.

Mark one option with "yes" in the column Chosen. Two steps that are both wanted are an option of their own, with its own time.`,
  examples: [
    {
      title: "Nobody has chosen",
      bad: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | no     |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
    },
    {
      title: "Two are chosen",
      bad: `## Options

| Option        | Time | Trade-off             | Chosen |
| ------------- | ---- | --------------------- | ------ |
| F1 · No range | 1w   | no range over 90 days | yes    |
| F2 · A queue  | 3w   | queue past 90 days    | yes    |
| F3 · A store  | 8w   | new columnar store    |        |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Options

| Option        | Time | Trade-off             | Chosen |
| ------------- | ---- | --------------------- | ------ |
| F1 · No range | 1w   | no range over 90 days |        |
| F2 · A queue  | 3w   | queue past 90 days    | yes    |
| F3 · A store  | 8w   | new columnar store    |        |

- **In the room:** @lena, @mara, 2026-07-22
`,
      // The option that is left may take another time than the header says.
      mayFollow: ["PRD207"],
    },
    {
      title: "A table that has no column for it",
      bad: `## Options

| Option   | Time | Trade-off             |
| -------- | ---- | --------------------- |
| No range | 1w   | no range over 90 days |
| A queue  | 3w   | queue past 90 days    |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `## Options

| Option   | Time | Trade-off             | Chosen |
| -------- | ---- | --------------------- | ------ |
| No range | 1w   | no range over 90 days |        |
| A queue  | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
    },
  ],
};
