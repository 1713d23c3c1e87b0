import type { OptionTable } from "../../document/model.ts";
import { optionName } from "../../document/options.ts";
import type { Fix, FixEdit } from "../../problem.ts";
import { listed } from "../../words/listed.ts";
import { addColumn, fillCell, headerLine } from "../../writing/table-edits.ts";
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
  fixes: ({ data }, { document }) => {
    const table = typeof data === "number" ? document.optionTables[data] : undefined;
    if (table === undefined) return [];
    const several = table.options.some(({ chosen }) => chosen);
    const fixes: Fix[] = [];
    for (const [index, option] of table.options.entries()) {
      if (several && !option.chosen) continue;
      const edits = choose(document.text, table, index);
      if (edits !== undefined)
        fixes.push({ title: `Choose ${optionName(option, index)}`, kind: "guided", edits });
    }
    return fixes;
  },
};

/** @returns undefined for a row that is too short to have the cell */
function choose(
  text: string,
  { options, columns, start, end }: OptionTable,
  index: number,
): FixEdit[] | undefined {
  const wanted = options[index];
  if (wanted === undefined) return undefined;
  if (columns.chosen < 0) {
    return [addColumn(text, { start, end }, "Chosen", (row) => (row === wanted.start ? ["yes"] : undefined))];
  }
  const edits: FixEdit[] = [];
  for (const option of options) {
    const cell = option.chosenCell;
    if (option === wanted && !option.chosen) {
      if (cell === undefined) return undefined;
      edits.push(fillCell(text, cell, ["yes"]));
    } else if (option !== wanted && option.chosen && cell !== undefined) {
      edits.push(fillCell(text, cell, [""]));
    }
  }
  return edits;
}

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
