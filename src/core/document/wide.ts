import type { FacetName } from "../format/section-names.ts";
import type { AsideName } from "../lexicon/lexicon.ts";
import type { Block, TableBlock, TableRow } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import { findMentions, namedKeys } from "../recognise/ids.ts";
import { measureIn } from "../recognise/measure.ts";
import { facetTitle } from "../recognise/facet-lead.ts";
import { isNonFunctional } from "../recognise/names.ts";
import { nounHeading } from "../recognise/nouns.ts";
import { rowInline } from "../recognise/table.ts";
import { leadOf } from "../recognise/lead.ts";
import { bodyEndIn } from "./answers.ts";
import type { Gathered } from "./collected.ts";
import type { DocumentWide, Section, Spoken } from "./model.ts";
import { proseOf } from "./passage.ts";
import { speakBlock, spokenOf } from "./requirement-draft.ts";

/*
 * What answers for a facet and stands below no requirement: in a section of the document, or below a label in the midst
 * of requirements.
 */

/** The text behind a label, and the items in it. */
export function labelledLines(
  name: FacetName,
  behind: number,
  block: Block,
  placed: PlacedPiece,
): readonly DocumentWide[] {
  const lines: DocumentWide[] = [];
  const inline = block.type === "paragraph" || block.type === "item" ? block.inline : undefined;
  if (inline !== undefined && inline.text.slice(behind).trim() !== "")
    lines.push(lineOf(name, block, inline, placed, false, behind));
  if (block.type !== "item") return lines;
  for (const child of block.children)
    if (child.type !== "paragraph") addLines(lines, name, child, placed, { section: false, measured: false });
  return lines;
}

const facetOfPart: Readonly<Partial<Record<string, FacetName>>> = {
  Why: "why",
  "Edge cases": "edgeCases",
  Constraints: "constraints",
  Acceptance: "accept",
};

/** What a section says for all requirements: *Why*, *Edge cases*, *Constraints*, *Acceptance*, measured outcomes. */
export function wideSection(
  section: Section,
  aside: AsideName | undefined,
  { documentWide, requirements }: Gathered,
): void {
  const { heading, blocks, within } = section;
  const facet = facetOfPart[within ?? aside ?? ""];
  if (facet !== undefined) {
    if (nounHeading(heading.inline)?.noun === "scenario") {
      const { start, end } = heading;
      documentWide.push({ facet, start, end, keys: [], section: true, spoken: [] });
      return;
    }
    for (const { block, placed } of blocks)
      addLines(documentWide, facet, block, placed, { section: true, measured: false });
  } else if (aside === "Out of scope") {
    for (const { block, placed } of blocks)
      if (block.type === "table") addReasons(documentWide, block, placed);
  } else if (aside === "Metrics") {
    for (const { block, placed } of blocks)
      for (const name of ["accept", "constraints"] as const)
        addLines(documentWide, name, block, placed, { section: true, measured: true });
  } else if (within === "Requirements" && isNonFunctional(heading.text)) {
    // What has to hold of the whole product limits each of the others; a requirement is signed by itself.
    const lines: DocumentWide[] = [];
    for (const { block, placed } of blocks)
      addLines(lines, "constraints", block, placed, { section: true, measured: false });
    for (const line of lines) {
      const own = requirements.some(({ start, end }) => start <= line.start && line.start < end);
      documentWide.push(own ? { ...line, spoken: [] } : line);
    }
  }
}

interface Kind {
  readonly section: boolean;
  /** Only lines with a number that measures something. */
  readonly measured: boolean;
}

function addLines(
  into: DocumentWide[],
  facet: FacetName,
  block: Block,
  placed: PlacedPiece,
  kind: Kind,
): void {
  const add = (range: Block | TableRow, inline: Inline): void => {
    if (saysSomething(inline) && (!kind.measured || measureIn(inline.text) >= 0))
      into.push(lineOf(facet, range, inline, placed, kind.section));
  };
  switch (block.type) {
    case "list":
      for (const item of block.items) add(item, item.inline);
      return;
    case "paragraph":
      if (!kind.measured) add(block, block.inline);
      return;
    case "table":
      for (const row of block.rows.slice(1)) add(row, rowInline(row));
      return;
    case "quote":
      for (const child of block.children) addLines(into, facet, child, placed, kind);
      return;
    default:
  }
}

/** "Later." and "TBD" answer for nothing. */
function saysSomething({ text }: Inline): boolean {
  return /[\p{L}\p{N}]+[^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(text) || text.trim().length > 8;
}

/** "| Left out | Reason |": why the document asks for what it asks for. */
function addReasons(into: DocumentWide[], { rows }: TableBlock, placed: PlacedPiece): void {
  const column = rows[0]?.cells.findIndex((cell) => facetTitle(cell) === "why") ?? -1;
  if (column < 0) return;
  for (const row of rows.slice(1))
    if (row.cells[column]?.text.trim()) into.push(lineOf("why", row, rowInline(row), placed, true));
}

function lineOf(
  facet: FacetName,
  block: Block | TableRow,
  inline: Inline,
  placed: PlacedPiece,
  section: boolean,
  behind = 0,
): DocumentWide {
  const ids = findMentions(proseOf(inline)).map(({ id }) => id);
  const keys = ids.length === 0 ? ids : namedKeys(ids, inline.text);
  const spoken = ids.length === 0 ? [] : spokenIn(facet, block, inline, behind);
  const { start, end } = block;
  return { facet, start: placed.start + start, end: placed.start + end, keys, section, spoken };
}

/** What a line says that is signed with the requirements that it names: without its own id and its answers. */
function spokenIn(facet: FacetName, block: Block | TableRow, inline: Inline, behind: number): Spoken[] {
  const { id, afterId } = leadOf(inline);
  const from = id === undefined ? behind : afterId;
  const spoken = [spokenOf(facet, inline, from, bodyEndIn(inline.text, from))];
  if ("type" in block && block.type === "item")
    for (const child of block.children) if (child.type !== "paragraph") speakBlock({ spoken }, facet, child);
  return spoken;
}
