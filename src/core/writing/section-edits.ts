import type { PrdDocument, Section } from "../document/model.ts";
import { sectionNames } from "../format/section-names.ts";
import type { SectionName } from "../format/section-names.ts";
import type { FixEdit } from "../problem.ts";
import { lineEnding } from "../text/lines.ts";
import { editOf } from "./said.ts";
import type { Said } from "./said.ts";

/** A known section that is not part of another one. */
export type KnownSection = Section & { readonly name: SectionName };

/** The headings of known sections that do not stand in another known section, in document order. */
export function knownSections({ sections }: PrdDocument): KnownSection[] {
  const known: KnownSection[] = [];
  for (const section of sections) {
    if (section.name === undefined) continue;
    if (sections[section.parent]?.within === undefined) known.push(section as KnownSection);
  }
  return known;
}

/**
 * Adds a section in its usual place: before the first one that usually comes later, else at the end.
 *
 * @param body its text, lines separated by `\n`
 */
export function newSectionEdit(document: PrdDocument, name: SectionName, body: Said): FixEdit {
  const { text } = document;
  const known = knownSections(document);
  const rank = sectionNames.indexOf(name);
  const later = known.find((section) => sectionNames.indexOf(section.name) > rank);
  const offset = later === undefined ? text.length : lineStartOf(text, later.start);
  const depth = (later ?? known[0])?.depth ?? 2;
  const before = "\n".repeat(offset === 0 ? 0 : Math.max(0, 2 - lineEndsBefore(text, offset)));
  const said = [`${before}${"#".repeat(depth)} ${name}\n\n`, ...body, later === undefined ? "\n" : "\n\n"];
  const edit = editOf({ start: offset, end: offset }, said);
  return { ...edit, newText: edit.newText.replaceAll("\n", lineEnding(text)) };
}

/** How many line ends stand right before an offset, blanks between them left out; at most 2. */
export function lineEndsBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = offset - 1; at >= 0 && count < 2; at--) {
    const unit = text[at];
    if (unit === "\n") {
      count++;
      if (text[at - 1] === "\r") at--;
    } else if (unit === "\r") count++;
    else if (unit !== " " && unit !== "\t") break;
  }
  return count;
}

/** A heading may be indented by up to three blanks. */
export function lineStartOf(text: string, heading: number): number {
  let at = heading;
  while (at > 0 && text[at - 1] === " ") at--;
  return at;
}
