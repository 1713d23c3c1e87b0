import type { Config } from "../config/config.ts";
import type { Block, TableBlock } from "../markdown/block.ts";
import { parsePieces } from "../markdown/pieces.ts";
import type { PieceCache, PlacedPiece } from "../markdown/pieces.ts";
import type { Range } from "../text/range.ts";
import { assumptionOf, constraintOf, disagreementOf, inTheRoomOf, overrideOf, questionOf, signOffOf } from "./annotations.ts";
import { collector } from "./collected.ts";
import type { Collected } from "./collected.ts";
import { optionTableOf } from "./feasibility.ts";
import { parseHeader } from "./header.ts";
import { findMentions, idKey } from "./ids.ts";
import { mentionsOf } from "./mentions.ts";
import type {
  AcceptanceLine,
  Annotation,
  Assumption,
  DefinitionKind,
  Disagreement,
  InTheRoom,
  OptionTable,
  Override,
  PrdDocument,
  Question,
  Section,
  SignOff,
} from "./model.ts";
import { sectionFinder } from "./names.ts";
import { outlineOf } from "./outline.ts";
import { passageOf, proseOf } from "./passage.ts";
import type { Located, Passage } from "./passage.ts";
import { requirementsOf } from "./requirements.ts";
import { suppressionsOf } from "./suppressions.ts";
import { rowInline, rowsWithIds } from "./table.ts";

const caches = new WeakMap<PrdDocument, PieceCache>();

/**
 * Reads a text as a PRD. Never throws: whatever the text is, it has a model, if an empty one.
 *
 * @param text without byte order mark
 * @param config gives the team's names for sections
 * @param previous an earlier version of the same document; what it shares with this one is not parsed again
 */
export function parseDocument(text: string, config: Pick<Config, "aliases">, previous?: PrdDocument): PrdDocument {
  const { pieces, cache } = parsePieces(text, previous === undefined ? undefined : caches.get(previous));
  const document = documentOf(text, pieces, config);
  caches.set(document, cache);
  return document;
}

/** Gives pieces their meaning; {@link parseDocument} and tests that parse differently call it. */
export function documentOf(text: string, pieces: readonly PlacedPiece[], config: Pick<Config, "aliases">): PrdDocument {
  const outline = outlineOf(pieces, text.length, sectionFinder(config.aliases));
  const collected = collector();
  const requirements = requirementsOf(text, outline, collected);
  const sections = outline.entries.map(({ section }) => section);
  const rest = annotationsOf(sections, new Set(requirements.map(({ id }) => idKey(id))), collected);
  const definitions = collected.definitions.sort((a, b) => a.start - b.start);
  return {
    text,
    header: parseHeader(text),
    title: sections.find(({ depth }) => depth === 1)?.heading,
    pieces,
    sections,
    requirements,
    edgeCases: collected.edgeCases,
    constraints: collected.constraints,
    ...rest,
    definitions,
    mentions: mentionsOf(pieces, definitions),
    suppressions: suppressionsOf(text, pieces),
    tooDeep: pieces
      .filter(({ piece }) => piece.tooDeep)
      .map(({ start, piece }) => ({ start, end: start + piece.text.length })),
  };
}

type Annotations = Pick<
  PrdDocument,
  "assumptions" | "optionTables" | "inTheRoom" | "questions" | "disagreements" | "signOffs" | "overrides" | "acceptanceLines"
>;

/** What stands in the sections other than the requirements. */
function annotationsOf(
  sections: readonly Section[],
  requirements: ReadonlySet<string>,
  collected: Collected,
): Annotations {
  const assumptions: Assumption[] = [];
  const optionTables: OptionTable[] = [];
  const inTheRoom: InTheRoom[] = [];
  const questions: Question[] = [];
  const disagreements: Disagreement[] = [];
  const signOffs: SignOff[] = [];
  const overrides: Override[] = [];
  const acceptanceLines: AcceptanceLine[] = [];

  const keep = <A extends Annotation>(found: A | undefined, into: A[], kind: DefinitionKind): void => {
    if (found === undefined) return;
    into.push(found);
    collected.define(found, kind);
  };
  for (const section of sections) {
    switch (section.within) {
      case "Constraints":
        for (const [passage, block] of entriesOf(section)) collected.constraint(constraintOf(passage, block, undefined));
        break;
      case "Assumptions":
        for (const [passage, block] of entriesOf(section)) keep(assumptionOf(passage, block), assumptions, "assumption");
        break;
      case "Questions":
        for (const [passage, block] of entriesOf(section)) keep(questionOf(passage, block), questions, "question");
        break;
      case "Disagreements":
        for (const [passage, block] of entriesOf(section)) keep(disagreementOf(passage, block), disagreements, "disagreement");
        break;
      case "Feasibility":
        for (const located of section.blocks) {
          if (located.block.type !== "table") continue;
          const table = optionTableOf(located as Located<TableBlock>, collected);
          if (table !== undefined) optionTables.push(table);
        }
        for (const [passage] of entriesOf(section)) {
          const found = inTheRoomOf(passage);
          if (found !== undefined) inTheRoom.push(found);
        }
        break;
      case "Review":
        for (const [passage, block] of entriesOf(section)) {
          const signOff = signOffOf(passage, block);
          const override = overrideOf(passage, block);
          if (signOff !== undefined) signOffs.push(signOff);
          if (override !== undefined) overrides.push(override);
        }
        break;
      case "Acceptance":
        for (const [passage] of entriesOf(section)) {
          if (passage === section.heading) continue;
          const { start, end, inline } = passage;
          const ids = findMentions(proseOf(inline))
            .map(({ id }) => id)
            .filter((id) => requirements.has(idKey(id)));
          acceptanceLines.push({ start, end, section, passage, ids });
        }
        break;
      default:
    }
  }
  return { assumptions, optionTables, inTheRoom, questions, disagreements, signOffs, overrides, acceptanceLines };
}

/** The heading, the list items of every depth and the table rows with an id of a section, each with its whole block. */
function entriesOf(section: Section): [Passage, Range][] {
  const { heading } = section;
  // The section's own heading names it; deeper ones may define something (`### Q1 · Who pays?`).
  const entries: [Passage, Range][] = section.name === undefined ? [[heading, { start: section.start, end: heading.end }]] : [];
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
