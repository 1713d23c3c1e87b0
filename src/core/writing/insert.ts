import { insertionAfter } from "../document/insertion.ts";
import type { Annotation, Facet, Insertion, PrdDocument, Requirement, Section } from "../document/model.ts";
import { facetLabels, facetNames } from "../format/section-names.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import type { FixEdit } from "../problem.ts";
import { lineEndAt, lineEnding, lineStartAt } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import { editOf } from "./said.ts";
import type { Said } from "./said.ts";
import { newSectionEdit } from "./section-edits.ts";
import { place } from "./snippet.ts";
import type { Place, SnippetPart } from "./snippet.ts";
import { fillCell } from "./table-edits.ts";

/** What a requirement is to say under a facet: on the label's line, or as a list item below it. */
export interface FacetText {
  readonly line?: Said;
  readonly item?: Said;
  /** The same for a table's cell, which holds no list. */
  readonly cell: Said;
}

/** The handle of the first PM or engineer in the header, as a place that a person can type over. */
export function personPlace({ header }: PrdDocument, key: "pm" | "eng"): Place {
  return place(header.people(key)[0] ?? "who");
}

/** A new list item, and nested ones below it, where the insertion says. */
export function itemEdit(text: string, at: Insertion, item: Said, nested: readonly Said[] = []): FixEdit {
  const end = lineEnding(text);
  const said: SnippetPart[] = [end, at.blankLine ? end : "", `${at.indent}${at.bullet} `, ...item];
  for (const line of nested) said.push(end, `${at.indent}${nestingOf(text, at)}${at.bullet} `, ...line);
  return editOf({ start: at.offset, end: at.offset }, said);
}

function nestingOf(text: string, { indent }: Insertion): string {
  return indent.includes("\t") || (indent === "" && text.includes("\n\t")) ? "\t" : "  ";
}

/**
 * Lets a requirement say something under a facet that is missing or empty.
 *
 * @returns undefined where there is no place for it: a table row without a column for the facet
 */
export function facetEdit(
  document: PrdDocument,
  requirement: Requirement,
  name: FacetName,
  says: FacetText,
): FixEdit | undefined {
  const facet = requirement.facets[name];
  if (facet !== undefined) return fillFacet(document.text, facet, says);
  return requirement.form === "row" ? undefined : addFacet(document.text, requirement, name, says);
}

function fillFacet(text: string, facet: Facet, { line, item = [], cell }: FacetText): FixEdit {
  if (facet.form === "cell") return fillCell(text, facet, cell);
  const { insertion, labelRange } = facet;
  const first = facet.content.find((passage) => passage.text.trim() !== "");
  const last = facet.content.at(-1);
  // "TBD" or a bare "None" gives way.
  if (first !== undefined && last !== undefined) {
    const whole = { start: first.start, end: last.end };
    if (line !== undefined) return editOf(whole, line);
    const before = text.slice(lineStartAt(text, first.start), first.start);
    if (/^[ \t]*[-*+][ \t]+$/.test(before)) return editOf(whole, item);
    return { ...itemEdit(text, insertion, item), start: blanksBefore(text, first.start) };
  }
  if (line === undefined) return itemEdit(text, insertion, item);
  if (facet.form === "heading") {
    const end = lineEnding(text);
    return editOf({ start: insertion.offset, end: insertion.offset }, [end, end, ...line]);
  }
  const end = lineEndAt(text, labelRange.end);
  return editOf({ start: blanksBefore(text, end), end }, [" ", ...line]);
}

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  return at;
}

function addFacet(text: string, requirement: Requirement, name: FacetName, says: FacetText): FixEdit {
  const label = `**${facetLabels[name]}:**`;
  const item = says.line === undefined ? [label] : [label, " ", ...says.line];
  const items = says.item === undefined ? [] : [says.item];
  const facets = Object.values(requirement.facets);
  const end = lineEnding(text);
  const heading = facets.filter(({ form }) => form === "heading").sort((a, b) => a.start - b.start)[0];
  if (heading !== undefined) {
    // Behind a facet that is a heading, the item would be part of that facet.
    const start = lineStartAt(text, heading.start);
    const at = { offset: start, indent: "", bullet: "-", blankLine: false };
    return beside(itemEdit(text, at, item, items), end, end + end);
  }
  const later = facetNames.slice(facetNames.indexOf(name) + 1);
  const next = facets
    .filter((one) => one.form === "item" && later.includes(one.name))
    .sort((a, b) => a.start - b.start)[0];
  if (next !== undefined) {
    const start = lineStartAt(text, next.start);
    const indent = text.slice(start, next.start);
    const bullet = text[next.start] ?? "-";
    if (/^[ \t]*$/.test(indent) && /^[-*+]$/.test(bullet)) {
      return beside(
        itemEdit(text, { offset: start, indent, bullet, blankLine: false }, item, items),
        end,
        end,
      );
    }
  }
  const paragraphs = requirement.form === "heading" && facets.some(({ form }) => form === "paragraph");
  if (!paragraphs || facets.some(({ form }) => form === "item"))
    return itemEdit(text, requirement.insertion, item, items);
  // Facets that are paragraphs so far stay paragraphs.
  const { offset } = requirement.insertion;
  const said: SnippetPart[] = [end, end, ...item];
  for (const [index, one] of items.entries()) said.push(end, index === 0 ? end : "", "- ", ...one);
  return editOf({ start: offset, end: offset }, said);
}

/** Turns an edit that begins a line below its offset into one that ends with `ending` instead. */
function beside(edit: FixEdit, lineEnd: string, ending: string): FixEdit {
  return { ...edit, newText: edit.newText.slice(lineEnd.length) + ending };
}

/** Adds an answer to an annotation, as a sentence of its own. */
export function answerEdit({ passage, answerAt }: Annotation, answer: Said): FixEdit {
  const ended = /[.?!…:;)"”»]$/.test(passage.text.trimEnd());
  return editOf({ start: answerAt, end: answerAt }, [ended ? " " : ". ", ...answer]);
}

/** Adds a list item to a section; a section that is not there yet is added where the format has it. */
export function sectionItemEdit(document: PrdDocument, name: SectionName, item: Said): FixEdit {
  const section = document.sections.findLast((one) => one.name === name);
  if (section === undefined) return newSectionEdit(document, name, ["- ", ...item]);
  return itemEdit(document.text, endOfSection(document.text, section), item);
}

/** Where a further item of a section goes: behind the last block that stands right under its heading. */
export function endOfSection(text: string, { blocks, heading }: Section): Insertion {
  const last = blocks.at(-1);
  if (last === undefined) {
    return { offset: lineEndAt(text, heading.end), indent: "", bullet: "-", blankLine: true };
  }
  const { block, placed } = last;
  const end = placed.start + block.end;
  const item = block.type === "list" ? block.items.at(-1) : undefined;
  if (item === undefined) return { offset: lineEndAt(text, end), indent: "", bullet: "-", blankLine: true };
  return insertionAfter(text, placed.start + item.start, end);
}

/** One edit that begins each passage with a text, so that an editor leads from one place to fill in to the next. */
export function prefixesEdit(
  text: string,
  passages: readonly Range[],
  prefix: (index: number) => Said,
): FixEdit {
  const said: SnippetPart[] = [];
  const from = passages[0]?.start ?? 0;
  let at = from;
  for (const [index, { start }] of passages.entries()) {
    said.push(text.slice(at, start), ...prefix(index));
    at = start;
  }
  return editOf({ start: from, end: at }, said);
}
