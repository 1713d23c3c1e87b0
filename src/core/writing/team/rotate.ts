import { normalizeHandle } from "../../config/people.ts";
import type { PrdDocument } from "../../document/model.ts";
import { pairColumns } from "../../facts/cycle.ts";
import { sectionNamed, tableIn } from "../../facts/cycle-sections.ts";
import type { FixEdit } from "../../problem.ts";
import { lineEndAt, lineEnding } from "../../text/lines.ts";
import { editOf } from "../said.ts";
import type { Said } from "../said.ts";
import type { SnippetPart } from "../snippet.ts";
import { addColumn, fillCell } from "../table-edits.ts";
import { newCycleSectionEdit } from "./cycle-section.ts";
import { oneLine } from "../../words/sentence.ts";

/** A row of the Pairs table. */
export interface NewPair {
  readonly item: string;
  readonly pm: string;
  readonly eng: string;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly hold?: Said | undefined;
}

type Column = keyof typeof pairColumns;
const heads: readonly (readonly [Column, string])[] = [
  ["item", "Item"],
  ["pm", "PM"],
  ["eng", "Engineer"],
  ["since", "Since"],
  ["hold", "Hold until"],
];

/**
 * Writes who works together from a day on. The rows of those who did so far stay where they are: that is how a document knows for how
 * long two have been together, and the new row of an item ends the one before.
 *
 * @returns nothing where no pair is given
 */
export function rotateEdits(document: PrdDocument, pairs: readonly NewPair[]): FixEdit[] {
  if (pairs.length === 0) return [];
  const { text } = document;
  const table = tableIn(sectionNamed(document, "Pairs"), pairColumns);
  if (table === undefined) {
    const rows = pairs.map((pair) =>
      cellsOf(
        pair,
        heads.map(([column]) => column),
      ),
    );
    return [newCycleSectionEdit(document, "Pairs", newTable(rows))];
  }
  const width = Math.max(...heads.map(([column]) => table.columns[column])) + 1;
  const order = Array.from(
    { length: width },
    (_, at) => heads.find(([column]) => table.columns[column] === at)?.[0],
  );
  const end = lineEndAt(text, table.end);
  const said = pairs.flatMap((pair) => [lineEnding(text), ...rowOf(cellsOf(pair, order))]);
  return [editOf({ start: end, end }, said)];
}

function cellsOf(
  { item, pm, eng, since, hold = [""] }: NewPair,
  order: readonly (Column | undefined)[],
): Said[] {
  const cells: Readonly<Record<Column, Said>> = {
    item: [oneLine(item).replaceAll("|", "\\|")],
    pm: [normalizeHandle(pm)],
    eng: [normalizeHandle(eng)],
    since: [since],
    hold,
  };
  return order.map((column) => (column === undefined ? [""] : cells[column]));
}

function rowOf(cells: readonly Said[]): Said {
  return ["| ", ...cells.flatMap((cell, at) => [at === 0 ? "" : " | ", ...cell]), " |"];
}

/** Plain cells are padded, so that the table can be read as text. */
function newTable(rows: readonly (readonly Said[])[]): Said {
  const width = (at: number): number =>
    Math.max(heads[at]?.[1].length ?? 0, ...rows.map((row) => plain(row[at]).length));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(width(at))).join(" | ")} |`;
  const rule = line(heads.map((_, at) => "-".repeat(width(at))));
  const said: SnippetPart[] = [line(heads.map(([, head]) => head)), "\n", rule];
  for (const row of rows)
    said.push("\n", ...rowOf(row.map((cell, at) => (isText(cell) ? [plain(cell).padEnd(width(at))] : cell))));
  return said;
}

function isText(cell: Said): boolean {
  return cell.every((part) => typeof part !== "object");
}

function plain(cell: Said | undefined): string {
  return (cell ?? []).map((part) => (typeof part === "object" ? part.placeholder : String(part))).join("");
}

/**
 * Writes until when a pair stays together, into the row of theirs that begins at an offset.
 *
 * @param row where the row begins, in UTF-16 units
 * @returns undefined where there is no such row
 */
export function holdEdit(document: PrdDocument, row: number, until: Said): FixEdit | undefined {
  const table = tableIn(sectionNamed(document, "Pairs"), pairColumns);
  const found = table?.rows.find(({ start }) => start === row);
  if (table === undefined || found === undefined) return undefined;
  const { hold } = found.cells;
  if (hold !== undefined) return fillCell(document.text, hold, until);
  if (table.columns.hold >= 0) return undefined;
  return addColumn(document.text, table, "Hold until", (start) => (start === row ? until : undefined));
}
