import type { OptionTable, PrdDocument } from "../document/model.ts";
import type { TableBlock } from "../markdown/block.ts";
import type { FixEdit } from "../problem.ts";
import { lineEndAt, lineEnding } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import { editOf, isPlain } from "./said.ts";
import type { Said } from "./said.ts";
import type { SnippetPart } from "./snippet.ts";

/**
 * Writes into a cell, over what stands there. Blanks that align the cell give way, so that its bar stays where it is
 * if it can.
 *
 * @param cell without bars and blanks; an empty one stands where its text would
 */
export function fillCell(text: string, { start, end }: Range, said: Said): FixEdit {
  let bar = end;
  while (text[bar] === " " || text[bar] === "\t") bar++;
  const before = text[start - 1] === "|" ? " " : "";
  if (text[bar] !== "|") return editOf({ start, end }, [before, ...said]);
  const whole = { start, end: bar };
  if (!isPlain(said)) return editOf(whole, [before, ...said, " "]);
  return { ...whole, newText: `${before}${said.join("").padEnd(bar - start - 1)} ` };
}

/** Adds a row below a table, with outer bars, which no table minds. */
export function addRow(text: string, table: Range, cells: readonly Said[]): FixEdit {
  const end = lineEndAt(text, table.end);
  const said: SnippetPart[] = [lineEnding(text), "| "];
  for (const [index, cell] of cells.entries()) said.push(index === 0 ? "" : " | ", ...cell);
  said.push(" |");
  return editOf({ start: end, end }, said);
}

/**
 * Adds a column at the right of a table.
 *
 * @param cellFor what the row says that begins at an offset; nothing leaves its cell empty
 */
export function addColumn(
  text: string,
  table: Range,
  header: string,
  cellFor: (start: number) => Said | undefined,
): FixEdit {
  const said: SnippetPart[] = [];
  let at = table.start;
  let line = 0;
  while (at < table.end) {
    const end = Math.min(lineEndAt(text, at), table.end);
    const written = text.slice(at, end).trimEnd();
    const first = at + (/^[ \t]*/.exec(written)?.[0].length ?? 0);
    const closed = written.endsWith("|") && !written.endsWith("\\|");
    const cell = line === 0 ? [header] : line === 1 ? ["-".repeat(header.length)] : (cellFor(first) ?? [""]);
    said.push(written, closed ? " " : " | ", ...cell, closed ? " |" : "");
    at = end;
    while (at < table.end && (text[at] === "\r" || text[at] === "\n")) said.push(text[at++] ?? "");
    line++;
  }
  return editOf({ start: table.start, end: table.end }, said);
}

/** Range of a table's first line, which names its columns. */
export function headerLine(text: string, { start }: OptionTable): Range {
  return { start, end: lineEndAt(text, start) };
}

/**
 * The cell of a row in the column with a name.
 *
 * @param row offset at which the row begins
 * @returns undefined where the row is in no table, or its table has no such column
 */
export function cellNamed({ pieces }: PrdDocument, row: number, name: RegExp): Range | undefined {
  const placed = pieces.find(({ start, piece }) => start <= row && row < start + piece.text.length);
  if (placed === undefined) return undefined;
  for (const block of placed.piece.blocks) {
    if (block.type !== "table" || !contains(block, row - placed.start)) continue;
    const column = block.rows[0]?.cells.findIndex(({ text }) => name.test(text.trim())) ?? -1;
    const cell = block.rows.find(({ start }) => start === row - placed.start)?.cells[column];
    return cell === undefined
      ? undefined
      : { start: placed.start + cell.start, end: placed.start + cell.end };
  }
  return undefined;
}

function contains({ start, end }: TableBlock, at: number): boolean {
  return start <= at && at < end;
}
