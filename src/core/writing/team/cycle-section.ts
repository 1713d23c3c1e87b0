import type { PrdDocument } from "../../document/model.ts";
import { sectionNamed } from "../../facts/cycle-sections.ts";
import type { FixEdit } from "../../problem.ts";
import { lineEnding } from "../../text/lines.ts";
import { endOfSection, itemEdit } from "../insert.ts";
import { editOf } from "../said.ts";
import type { Said } from "../said.ts";
import { lineEndsBefore, lineStartOf } from "../section-edits.ts";

/** The sections of a cycle in the order in which a new one has them. */
export const cycleOrder = [
  "Agreement",
  "Renegotiations",
  "Work",
  "Pairs",
  "Questions",
  "Disagreements",
  "Cadence",
] as const;
export type CycleHeading = (typeof cycleOrder)[number];

/** Adds a list item at the end of a cycle's section, which is added where it is missing. */
export function cycleItemEdit(document: PrdDocument, name: CycleHeading, item: Said): FixEdit {
  const section = sectionNamed(document, name);
  if (section === undefined) return newCycleSectionEdit(document, name, ["- ", ...item]);
  return itemEdit(document.text, endOfSection(document.text, section), item);
}

/**
 * Adds a section to a cycle: before the first one that usually comes later, else at the end.
 *
 * @param body its text, lines separated by `\n`
 */
export function newCycleSectionEdit(document: PrdDocument, name: CycleHeading, body: Said): FixEdit {
  const { text } = document;
  const later = cycleOrder
    .slice(cycleOrder.indexOf(name) + 1)
    .flatMap((other) => sectionNamed(document, other) ?? [])
    .sort((a, b) => a.start - b.start)[0];
  const offset = later === undefined ? text.length : lineStartOf(text, later.start);
  const before = "\n".repeat(offset === 0 ? 0 : Math.max(0, 2 - lineEndsBefore(text, offset)));
  const heading = `${before}${"#".repeat(later?.depth ?? 2)} ${name}\n\n`;
  const edit = editOf({ start: offset, end: offset }, [
    heading,
    ...body,
    later === undefined ? "\n" : "\n\n",
  ]);
  return { ...edit, newText: edit.newText.replaceAll("\n", lineEnding(text)) };
}
