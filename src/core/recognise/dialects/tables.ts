import { lexicons } from "../../lexicon/all.ts";
import type { TableBlock } from "../../markdown/block.ts";
import type { Dialect, DialectDocs } from "../dialect.ts";
import { fold } from "../fold.ts";

/** Rows are gathered with their table (document/requirement-tables.ts), which asks here what its columns are. */
export const tables: Dialect = {};

const requirementColumns = new Set(lexicons.flatMap(({ columns }) => columns.requirement.map(fold)));

const columns = new WeakMap<TableBlock, number>();

/** Index of the column that says what is required, -1 where there is none; the first one that is named so. */
export function requirementColumn(table: TableBlock): number {
  let column = columns.get(table);
  if (column === undefined) {
    column = table.rows[0]?.cells.findIndex(({ text }) => requirementColumns.has(fold(text))) ?? -1;
    columns.set(table, column);
  }
  return column;
}

const idColumns = new Set(lexicons.flatMap(({ columns }) => columns.id.map(fold)));

/** Whether the first column may hold ids by its header; one without a name may. */
export function beginsWithIds({ rows }: TableBlock): boolean {
  const header = fold(rows[0]?.cells[0]?.text ?? "");
  return header === "" || idColumns.has(header) || requirementColumns.has(header);
}

export const docs: DialectDocs = {
  name: "Tables",
  description:
    "A row below a header with a column for requirements, features or descriptions, with or without a column for ids. Other columns are its facets by their names. A plain table in HTML, as exporters write it, is read like one in markdown.",
  examples: [
    {
      title: "With ids",
      markdown: `# Labels

## Requirements

| ID | Requirement | Why |
| --- | --- | --- |
| FR-01 | A clerk can print a label | parcels leave at six |
`,
      sees: { "FR-01": ["why"] },
    },
    {
      title: "Without ids",
      markdown: `# Labels

## Non-functional requirements

| Requirement | Description |
| --- | --- |
| **Offline** | Printing works without network |
`,
      sees: { '"Offline"': ["constraints"] },
    },
    {
      title: "In HTML",
      markdown: `# Labels

## Functional requirements

<table>
  <tr><th>ID</th><th>Requirement</th><th>Rationale</th></tr>
  <tr><td>FR-11</td><td>A clerk can pick a tray</td><td>labels &amp; slips differ in size</td></tr>
</table>
`,
      sees: { "FR-11": ["why"] },
    },
  ],
};
