import { nextId } from "../document/ids.ts";
import type { OptionTable, PrdDocument } from "../document/model.ts";
import { lineEndAt, lineEnding } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import { endOfSection } from "./insert.ts";
import type { Fix, FixEdit } from "./rule.ts";
import { editOf } from "./said.ts";
import type { Said } from "./said.ts";
import { newSectionEdit } from "./section-edits.ts";
import { place } from "./snippet.ts";
import { addRow } from "./table-edits.ts";

/** More options than this are found faster by typing. */
const MOST_LINKS = 3;

/** Fixes for a phrase that stands for an option with a time and a trade-off: name one that is there, or add it. */
export function optionFixes({ end }: Range, document: PrdDocument): Fix[] {
  const { optionTables } = document;
  const ids = optionTables.flatMap(({ options }) => options.flatMap(({ id }) => id ?? []));
  const links = ids.slice(0, MOST_LINKS).map((id): Fix => ({
    title: `Say that this is about ${id}`,
    kind: "guided",
    edits: [linkAt(end, id)],
  }));
  const id = nextId(
    "F",
    document.definitions.map((one) => one.id),
  );
  const option = newOption(id, document);
  const add: Fix = {
    title: `Add it as option ${id}, with its time and trade-off`,
    kind: "guided",
    edits: [linkAt(end, id), option.edit],
    preferred: links.length === 0,
    filled: option.filled,
  };
  return [...links.map((link, index) => (index === 0 ? { ...link, preferred: true } : link)), add];
}

/** Names what a phrase is about, right behind it. */
export function linkAt(offset: number, id: string): FixEdit {
  return { start: offset, end: offset, newText: ` (see ${id})` };
}

function newOption(id: string, document: PrdDocument): { edit: FixEdit; filled: readonly string[] } {
  const table = document.optionTables.at(-1);
  return table === undefined
    ? { edit: newTable(id, document), filled: ["3w", "no range over 90 days"] }
    : newRow(id, document.text, table);
}

function newRow(id: string, text: string, table: OptionTable): { edit: FixEdit; filled: string[] } {
  const { option, time, tradeOff, chosen } = table.columns;
  // A table whose options have names gets a name too.
  const named = table.options.some((one) => one.id === undefined || one.name.text.trim() !== one.id);
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

function newTable(id: string, document: PrdDocument): FixEdit {
  const { text } = document;
  const rows: Said = [
    "| Option | Time | Trade-off | Chosen |\n| --- | --- | --- | --- |\n",
    ...[`| ${id} | `, place("time"), " | ", place("what it gives up"), " | |"],
  ];
  const section = document.sections.findLast(({ name }) => name === "Feasibility");
  if (section === undefined) return newSectionEdit(document, "Feasibility", rows);
  const offset = lineEndAt(text, endOfSection(text, section).offset);
  const edit = editOf({ start: offset, end: offset }, ["\n\n", ...rows]);
  return { ...edit, newText: edit.newText.replaceAll("\n", lineEnding(text)) };
}
