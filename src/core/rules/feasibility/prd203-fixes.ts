import { nextId } from "../../recognise/ids.ts";
import type { Said } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import { addRow } from "../../writing/table-edits.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document }) => {
  const table = typeof data === "number" ? document.optionTables[data] : undefined;
  const [only] = table?.options ?? [];
  if (table === undefined || only === undefined) return [];
  const { option, time, tradeOff, chosen } = table.columns;
  const named = only.id === undefined || only.name.text.trim() !== only.id;
  const cells: Said[] = [];
  for (let column = 0; column <= Math.max(option, time, tradeOff, chosen); column++) cells.push([""]);
  const filled: string[] = [];
  const id =
    only.id === undefined
      ? ""
      : nextId(
          only.id.replace(/[\d.-].*$/, ""),
          document.definitions.map((one) => one.id),
        );
  if (named) cells[option] = [id === "" ? "" : `${id} · `, place("a smaller, a later or a bought one")];
  else cells[option] = [id];
  if (time >= 0) cells[time] = [place("time")];
  if (tradeOff >= 0) cells[tradeOff] = [place("what it gives up")];
  // Places are numbered from left to right, whatever the order of the columns is.
  for (const [column] of cells.entries()) {
    if (column === option && named) filled.push("A smaller one");
    else if (column === time) filled.push("1w");
    else if (column === tradeOff) filled.push("no range over 90 days");
  }
  const edits = [addRow(document.text, table, cells)];
  return [{ title: "Add a second option", kind: "guided", edits, preferred: true, filled }];
};
