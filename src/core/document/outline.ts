import type { HeadingBlock } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import { headingId } from "../recognise/lead.ts";
import type { Section } from "./model.ts";
import { facetNamed } from "../format/section-names.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import { passageOf } from "./passage.ts";
import type { Located } from "./passage.ts";

/** What a heading means for the requirements; sections are what everybody else sees. */
export interface OutlineEntry {
  readonly section: Section;
  /** The heading defines a requirement. */
  readonly requirement: boolean;
  /** The heading names a facet of the requirement that it stands under. */
  readonly facet: FacetName | undefined;
  /** Index of the entry whose requirement the blocks belong to, -1 when they stand under none. */
  readonly owner: number;
}

export interface Outline {
  /** Blocks before the first heading. */
  readonly preamble: readonly Located[];
  readonly entries: readonly OutlineEntry[];
}

interface Draft {
  section: Omit<Section, "end"> & { end: number; blocks: Located[] };
  requirement: boolean;
  facet: FacetName | undefined;
  owner: number;
}

/** Headings, what they mean, and the blocks under each. */
export function outlineOf(
  pieces: readonly PlacedPiece[],
  end: number,
  findSection: (heading: string) => SectionName | undefined,
): Outline {
  const preamble: Located[] = [];
  const drafts: Draft[] = [];
  const open: number[] = [];
  let blocks = preamble;
  for (const placed of pieces) {
    for (const block of placed.piece.blocks) {
      if (block.type !== "heading") {
        blocks.push({ block, placed });
        continue;
      }
      const start = placed.start + block.start;
      while (open.length > 0 && (drafts[open.at(-1) as number] as Draft).section.depth >= block.depth) {
        (drafts[open.pop() as number] as Draft).section.end = start;
      }
      const draft = draftOf(block, placed, open.at(-1) ?? -1, drafts, findSection);
      blocks = draft.section.blocks;
      open.push(drafts.length);
      drafts.push(draft);
    }
  }
  for (const index of open) (drafts[index] as Draft).section.end = end;
  return { preamble, entries: drafts };
}

function draftOf(
  block: HeadingBlock,
  placed: PlacedPiece,
  parent: number,
  drafts: readonly Draft[],
  findSection: (heading: string) => SectionName | undefined,
): Draft {
  const above = drafts[parent];
  const { text } = block.inline;
  const owner = above === undefined ? -1 : above.requirement ? parent : above.owner;
  // Under a requirement, "Background" is part of it and no section of the document.
  const name = owner >= 0 ? undefined : findSection(text);
  const within = name ?? above?.section.within;
  return {
    section: {
      name,
      within,
      heading: passageOf(block.inline, placed),
      depth: block.depth,
      blocks: [],
      parent,
      start: placed.start + block.start,
      end: 0,
    },
    requirement: name === undefined && within === "Requirements" && headingId(block.inline) !== undefined,
    facet: owner >= 0 ? facetNamed(text) : undefined,
    owner,
  };
}
