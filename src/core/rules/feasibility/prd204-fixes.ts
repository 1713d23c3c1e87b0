import type { Finding, Fix } from "../../problem.ts";
import { place } from "../../writing/snippet.ts";
import { addColumn } from "../../writing/table-edits.ts";
import type { Fixes } from "../rule.ts";
import { names } from "./prd204.ts";
import type { columns } from "./prd204.ts";

export const fixes: Fixes = (finding, { document }) => {
  const { table: index, column, row } = (finding as Finding & { data: Place }).data;
  const table = document.optionTables[index];
  if (table === undefined) return [];
  const fix: Pick<Fix, "kind" | "preferred"> = { kind: "guided", preferred: true };
  if (row === undefined) {
    const starts = new Set(table.options.map(({ start }) => start));
    const edit = addColumn(document.text, table, labels[column], (start) =>
      starts.has(start) ? [place(names[column])] : undefined,
    );
    return [
      {
        ...fix,
        title: `Add a column for the ${names[column]}`,
        edits: [edit],
        filled: table.options.map(() => filledBy[column]),
      },
    ];
  }
  const cell = table.options[row]?.[column];
  if (cell === undefined) return [];
  const title = `Go to the ${names[column]}`;
  return [
    { ...fix, title, edits: [], select: { start: cell.start, end: cell.end }, filled: [filledBy[column]] },
  ];
};

const labels = { time: "Time", tradeOff: "Trade-off" };

const filledBy = { time: "2w", tradeOff: "no range over 90 days" };

/** Which cell a finding is about; no row where the whole column is missing. */
interface Place {
  readonly table: number;
  readonly column: (typeof columns)[number];
  readonly row?: number;
}
