import type { Block, TableBlock } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";
import {
  assumptionOf,
  constraintOf,
  disagreementOf,
  inTheRoomOf,
  overrideOf,
  questionOf,
  signOffOf,
} from "./annotations.ts";
import { keep } from "./collected.ts";
import type { Gathered } from "./collected.ts";
import { optionTableOf } from "./feasibility.ts";
import { findMentions, idPrefix } from "../recognise/ids.ts";
import type { DefinitionKind, Section } from "./model.ts";
import { passageOf, proseOf } from "./passage.ts";
import type { Located, Passage } from "./passage.ts";
import { rowInline, rowsWithIds } from "../recognise/table.ts";

/** Gathers what stands under a heading of a section other than the requirements. */
export function sectionEntries(section: Section, gathered: Gathered): void {
  switch (section.within) {
    case "Constraints":
      for (const [passage, block] of entriesOf(section)) {
        keep(constraintOf(passage, block, undefined), gathered.constraints, "constraint", gathered);
      }
      break;
    case "Assumptions":
      for (const [passage, block] of entriesOf(section)) {
        keep(assumptionOf(passage, block), gathered.assumptions, "assumption", gathered);
      }
      break;
    case "Questions":
      for (const [passage, block] of entriesOf(section)) {
        keep(questionOf(passage, block), gathered.questions, "question", gathered);
      }
      break;
    case "Disagreements":
      for (const [passage, block] of entriesOf(section)) {
        keep(disagreementOf(passage, block), gathered.disagreements, "disagreement", gathered);
      }
      break;
    case "Feasibility":
      for (const located of section.blocks) {
        if (located.block.type !== "table") continue;
        const table = optionTableOf(located as Located<TableBlock>, gathered);
        if (table !== undefined) gathered.optionTables.push(table);
      }
      for (const [passage] of entriesOf(section)) {
        const found = inTheRoomOf(passage);
        if (found !== undefined) gathered.inTheRoom.push(found);
      }
      break;
    case "Review":
      for (const [passage, block] of entriesOf(section)) {
        const signOff = signOffOf(passage, block);
        const override = overrideOf(passage, block);
        if (signOff !== undefined) gathered.signOffs.push(signOff);
        if (override !== undefined) gathered.overrides.push(override);
      }
      break;
    case "Acceptance":
      for (const [passage] of entriesOf(section)) {
        if (passage === section.heading) continue;
        const { start, end, inline } = passage;
        gathered.acceptanceLines.push({
          start,
          end,
          section,
          passage,
          ids: findMentions(proseOf(inline)).map(({ id }) => id),
        });
      }
      break;
    case "Retro":
      define(section, "K", "action", gathered);
      break;
    default:
      // A cycle's own section; in a PRD a heading of that name would mean the same.
      if (isRenegotiations(section)) define(section, "N", "renegotiation", gathered);
  }
}

/** The one section with ids that is none of a PRD's. */
export function isRenegotiations({ heading }: Section): boolean {
  return /^renegotiations$/i.test(heading.text.trim());
}

/** Items that only need an id to be referred to; src/core/team reads what they say. */
function define(section: Section, prefix: string, kind: DefinitionKind, gathered: Gathered): void {
  for (const [passage, block] of entriesOf(section)) {
    if (passage === section.heading) continue;
    const found = questionOf(passage, block);
    if (found !== undefined && idPrefix(found.id) === prefix) keep(found, [], kind, gathered);
  }
}

/** The heading, the list items of every depth and the table rows with an id of a section, each with its whole block. */
export function entriesOf(section: Section): [Passage, Range][] {
  const { heading } = section;
  // The section's own heading names it; deeper ones may define something (`### Q1 · Who pays?`).
  const entries: [Passage, Range][] =
    section.name === undefined ? [[heading, { start: section.start, end: heading.end }]] : [];
  const visit = (block: Block, placed: PlacedPiece): void => {
    if (block.type === "list") for (const item of block.items) visit(item, placed);
    else if (block.type === "item") {
      const range = { start: placed.start + block.start, end: placed.start + block.end };
      entries.push([passageOf(block.inline, placed), range]);
      for (const child of block.children) visit(child, placed);
    } else if (block.type === "table") {
      for (const row of rowsWithIds(block)) {
        const range = { start: placed.start + row.start, end: placed.start + row.end };
        entries.push([passageOf(rowInline(row), placed), range]);
      }
    }
  };
  for (const { block, placed } of section.blocks) visit(block, placed);
  return entries;
}
