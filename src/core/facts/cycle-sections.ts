import type { PrdDocument, Section } from "../document/model.ts";
import { passageOf } from "../document/passage.ts";
import type { Located, Passage } from "../document/passage.ts";
import { columnNamed } from "../recognise/table.ts";
import type { TableBlock, TableRow } from "../markdown/block.ts";
import type { Range } from "../text/range.ts";

/** The sections of a cycle that the format names beside Disagreements. */
export const cycleSections = ["Agreement", "Renegotiations", "Work", "Pairs", "Cadence"] as const;
export type CycleSection = (typeof cycleSections)[number];

/** The first section below the title whose heading is this name, whatever its case. */
export function sectionNamed(document: PrdDocument, name: string): Section | undefined {
  return document.sections.find(
    ({ depth, heading }) => depth > 1 && heading.text.trim().toLowerCase() === name.toLowerCase(),
  );
}

/** A row of a table below its header, with a cell for each column that was asked for. */
export interface Row<Column extends string> extends Range {
  readonly cells: Readonly<Record<Column, Passage | undefined>>;
}

/** A table of a section, with the columns that it has. */
export interface FoundTable<Column extends string> extends Range {
  readonly columns: Readonly<Record<Column, number>>;
  readonly rows: readonly Row<Column>[];
}

/**
 * The first table of a section that has the first of the columns.
 *
 * @param columns by name, how their header cell reads
 */
export function tableIn<Column extends string>(
  section: Section | undefined,
  columns: Readonly<Record<Column, RegExp>>,
): FoundTable<Column> | undefined {
  const names = Object.keys(columns) as Column[];
  const [first] = names;
  if (section === undefined || first === undefined) return undefined;
  const located = section.blocks.find(
    (one): one is Located<TableBlock> =>
      one.block.type === "table" && columnNamed(one.block, columns[first]) >= 0,
  );
  if (located === undefined) return undefined;
  const { block, placed } = located;
  const at = Object.fromEntries(names.map((name) => [name, columnNamed(block, columns[name])])) as Record<
    Column,
    number
  >;
  const rows = block.rows
    .slice(1)
    .filter(({ cells }) => cells.some(({ text }) => text.trim() !== ""))
    .map((row: TableRow): Row<Column> => {
      const cell = (name: Column): Passage | undefined => {
        const inline = at[name] < 0 ? undefined : row.cells[at[name]];
        return inline === undefined ? undefined : passageOf(inline, placed);
      };
      return {
        start: placed.start + row.start,
        end: placed.start + row.end,
        cells: Object.fromEntries(names.map((name) => [name, cell(name)])) as Record<
          Column,
          Passage | undefined
        >,
      };
    });
  return { start: placed.start + block.start, end: placed.start + block.end, columns: at, rows };
}
