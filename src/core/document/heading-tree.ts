import type { FacetName, SectionName } from "../format/section-names.ts";
import type { AsideName } from "../lexicon/lexicon.ts";
import type { HeadingBlock } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Opening } from "../recognise/dialect.ts";
import type { Section } from "./model.ts";
import { passageOf } from "./passage.ts";
import type { Located } from "./passage.ts";

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
): { preamble: Located[]; drafts: HeadingDraft[] } {
  const preamble: Located[] = [];
  const drafts: HeadingDraft[] = [];
  const open: number[] = [];
  let blocks = preamble;
  for (const placed of pieces) {
    for (const block of placed.piece.blocks) {
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
