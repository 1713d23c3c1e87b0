import type { TableBlock, TableRow } from "../markdown/block.ts";
import type { Inline, Run } from "../markdown/inline.ts";
import { idPattern } from "./ids.ts";

const startsWithId = new RegExp(String.raw`^\s*${idPattern}(?![\p{L}\p{N}-])`, "u");

/** Rows below the header whose first cell begins with an id. */
export function rowsWithIds(table: TableBlock): TableRow[] {
  return table.rows.filter((row, index) => index > 0 && startsWithId.test(row.cells[0]?.text ?? ""));
}

/** Index of the first column whose header matches, -1 when there is none. */
export function columnNamed(table: TableBlock, name: RegExp): number {
  return table.rows[0]?.cells.findIndex((cell) => name.test(cell.text.trim())) ?? -1;
}

const joined = new WeakMap<TableRow, Inline>();

/** A row's cells as one text, a line each, so that a row reads like a list item. */
export function rowInline(row: TableRow): Inline {
  let inline = joined.get(row);
  if (inline === undefined) {
    const runs: Run[] = [];
    let text = "";
    let end = row.end;
    for (const cell of row.cells) {
      if (cell.text === "") continue;
      end = cell.end;
      if (text !== "") text += "\n";
      for (const run of cell.runs) runs.push({ ...run, at: run.at + text.length });
      text += cell.text;
    }
    inline = { text, runs, start: row.start, end };
    joined.set(row, inline);
  }
  return inline;
}
