import type { OptionTable, PrdDocument } from "../document/model.ts";
import type { FixEdit } from "../problem.ts";
import { lineEndAt, lineEnding } from "../text/lines.ts";
import { endOfSection } from "./insert.ts";
import { editOf } from "./said.ts";
import type { Said } from "./said.ts";
import { newSectionEdit } from "./section-edits.ts";
import { place } from "./snippet.ts";
import { addRow } from "./table-edits.ts";

/** An option with places for its time and trade-off, and how documentation fills them. */
export interface NewOption {
  readonly edit: FixEdit;
  readonly filled: readonly string[];
}

/**
 * Adds an option to the last table of options, in the columns that it has; the table and its section are made where
 * they are missing.
 *
 * @param named whether a table without options gets a place for the option's name, too; others are followed
 */
export function newOption(id: string, document: PrdDocument, named = false): NewOption {
  const table = document.optionTables.at(-1);
  return table === undefined ? newTable(id, document, named) : newRow(id, document.text, table, named);
}

function newRow(id: string, text: string, table: OptionTable, whenEmpty: boolean): NewOption {
  const { option, time, tradeOff, chosen } = table.columns;
  // A table whose options have names gets a name too.
  const named =
    table.options.length === 0
      ? whenEmpty
      : table.options.some((one) => one.id === undefined || one.name.text.trim() !== one.id);
  const cells: Said[] = [];
  const filled: string[] = [];
  // Places are numbered from left to right, whatever the order of the columns is.
  for (let column = 0; column <= Math.max(option, time, tradeOff, chosen); column++) {
    if (column === option && named) {
      cells.push([`${id} · `, place("what would be built")]);
      filled.push("Queue");
    } else if (column === option) cells.push([id]);
    else if (column === time) {
      cells.push([place("time")]);
      filled.push("3w");
    } else if (column === tradeOff) {
      cells.push([place("what it gives up")]);
      filled.push("no range over 90 days");
    } else cells.push([""]);
  }
  return { edit: addRow(text, table, cells), filled };
}

function newTable(id: string, document: PrdDocument, named: boolean): NewOption {
  const { text } = document;
  const name: Said = named ? [`${id} · `, place("what would be built")] : [id];
  const rows: Said = [
    "| Option | Time | Trade-off | Chosen |\n| --- | --- | --- | --- |\n",
    ...["| ", ...name, " | ", place("time"), " | ", place("what it gives up"), " | |"],
  ];
  const filled = [...(named ? ["Queue"] : []), "3w", "no range over 90 days"];
  const section = document.sections.findLast(({ name: one }) => one === "Feasibility");
  if (section === undefined) return { edit: newSectionEdit(document, "Feasibility", rows), filled };
  const offset = lineEndAt(text, endOfSection(text, section).offset);
  const edit = editOf({ start: offset, end: offset }, ["\n\n", ...rows]);
  return { edit: { ...edit, newText: edit.newText.replaceAll("\n", lineEnding(text)) }, filled };
}
