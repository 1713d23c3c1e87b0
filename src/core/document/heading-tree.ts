import type { FacetName, SectionName } from "../format/section-names.ts";
import type { AsideName, PartName } from "../lexicon/lexicon.ts";
import type { Block, HeadingBlock } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Opening } from "../recognise/dialect.ts";
import { leadOf } from "../recognise/lead.ts";
import type { FacetWords } from "../recognise/team-facets.ts";
import type { Section } from "./model.ts";
import { passageOf } from "./passage.ts";
import type { Located } from "./passage.ts";

/** What a team calls the parts of its documents. */
export interface Names {
  readonly findPart: (heading: string) => PartName | undefined;
  readonly words: FacetWords;
}

/** A heading and its blocks, before it is known what it means. */
export interface HeadingDraft {
  readonly heading: HeadingBlock;
  readonly section: Omit<Section, "end" | "name" | "within"> & {
    end: number;
    blocks: Located[];
    name: SectionName | undefined;
    within: SectionName | undefined;
  };
  /** Indices of the headings right below it. */
  readonly children: number[];
  requirement: Opening | undefined;
  facet: FacetName | undefined;
  scenario: boolean;
  aside: AsideName | undefined;
  owner: number;
  /** The first heading of level 1 of a document that has others. */
  title: boolean;
}

/** The headings of a document as they stand under each other, and the blocks before the first one. */
export function treeOf(
  pieces: readonly PlacedPiece[],
  end: number,
  names: Names,
): { preamble: Located[]; drafts: HeadingDraft[] } {
  const preamble: Located[] = [];
  const drafts: HeadingDraft[] = [];
  const open: number[] = [];
  let blocks = preamble;
  const bold = hasBoldHeadings(pieces, names);
  for (const placed of pieces) {
    for (const one of placed.piece.blocks) {
      const block = bold ? (boldHeading(one, names) ?? one) : one;
      if (block.type !== "heading") {
        blocks.push({ block, placed });
        continue;
      }
      const start = placed.start + block.start;
      while (
        open.length > 0 &&
        (drafts[open.at(-1) as number] as HeadingDraft).section.depth >= block.depth
      ) {
        (drafts[open.pop() as number] as HeadingDraft).section.end = start;
      }
      const parent = open.at(-1) ?? -1;
      const draft = draftOf(block, placed, parent);
      drafts[parent]?.children.push(drafts.length);
      blocks = draft.section.blocks;
      open.push(drafts.length);
      drafts.push(draft);
    }
  }
  for (const index of open) (drafts[index] as HeadingDraft).section.end = end;
  return { preamble, drafts };
}

/** So many headings make a document whose bold lines are none. */
const HEADINGS = 2;

/** Whether the bold lines of a document are its headings: it has no others beside a title, and one names requirements. */
function hasBoldHeadings(pieces: readonly PlacedPiece[], names: Names): boolean {
  let headings = 0;
  let named = false;
  for (const { piece } of pieces) {
    for (const block of piece.blocks) {
      if (block.type === "heading" && ++headings >= HEADINGS) return false;
      const text = named ? undefined : boldHeading(block, names)?.inline.text;
      if (text !== undefined && names.findPart(text) === "Requirements") named = true;
    }
  }
  return named;
}

/** A paragraph of a few bold words and nothing else; an id or the name of a facet in bold speaks of a requirement. */
function boldHeading(block: Block, { words }: Names): HeadingBlock | undefined {
  if (block.type !== "paragraph" || block.inline.text.length > 80) return undefined;
  const { text } = block.inline;
  const { bold, id, afterBold } = leadOf(block.inline);
  if (bold === undefined || id !== undefined || afterBold < text.trimEnd().length) return undefined;
  if (/[.!?;\n]\s*$|\n/.test(text) || text.split(/\s+/).length > 8 || words.title(block.inline) !== undefined)
    return undefined;
  return { ...block, type: "heading", depth: 2 };
}

function draftOf(block: HeadingBlock, placed: PlacedPiece, parent: number): HeadingDraft {
  return {
    heading: block,
    section: {
      name: undefined,
      within: undefined,
      heading: passageOf(block.inline, placed),
      depth: block.depth,
      blocks: [],
      parent,
      start: placed.start + block.start,
      end: 0,
    },
    children: [],
    requirement: undefined,
    facet: undefined,
    scenario: false,
    aside: undefined,
    owner: -1,
    title: false,
  };
}
