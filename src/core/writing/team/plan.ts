import type { PrdDocument } from "../../document/model.ts";
import { workTable } from "../../facts/cycle.ts";
import { sectionNamed } from "../../facts/cycle-sections.ts";
import type { FixEdit } from "../../problem.ts";
import { lineEnding } from "../../text/lines.ts";
import { endOfSection } from "../insert.ts";
import { editOf } from "../said.ts";
import type { Said } from "../said.ts";
import { addRow } from "../table-edits.ts";
import { newCycleSectionEdit } from "./cycle-section.ts";

/** What a row of a cycle's Work table says. */
export interface NewWork {
  readonly item: Said;
  readonly bucket: Said;
  readonly effort: Said;
  readonly who: Said;
}

/** Adds a row to a cycle's Work table, which is added where there is none. */
export function planEdit(document: PrdDocument, work: NewWork): FixEdit {
  const { text } = document;
  const table = workTable(document);
  if (table !== undefined) {
    const { columns } = table;
    const names = ["item", "bucket", "effort", "who"] as const;
    const cells: Said[] = Array.from({ length: Math.max(...Object.values(columns)) + 1 }, () => [""]);
    for (const name of names) if (columns[name] >= 0) cells[columns[name]] = work[name];
    return addRow(text, table, cells);
  }
  const body: Said = [
    "| Item | Bucket | Effort | Who |\n| ---- | ------ | ------ | --- |\n| ",
    ...work.item,
    ...[" | ", ...work.bucket, " | ", ...work.effort, " | ", ...work.who, " |"],
  ];
  const section = sectionNamed(document, "Work");
  if (section === undefined) return newCycleSectionEdit(document, "Work", body);
  const { offset } = endOfSection(text, section);
  const edit = editOf({ start: offset, end: offset }, ["\n\n", ...body]);
  return { ...edit, newText: edit.newText.replaceAll("\n", lineEnding(text)) };
}
