import type { OptionTable } from "../../document/model.ts";
import { optionName } from "../../document/options.ts";
import type { Fix, FixEdit } from "../../problem.ts";
import { addColumn, fillCell } from "../../writing/table-edits.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document }) => {
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
