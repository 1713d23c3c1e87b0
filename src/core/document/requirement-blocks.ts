import { facetNamed } from "../format/section-names.ts";
import type { FacetName } from "../format/section-names.ts";
import type { Block, ItemBlock, ListBlock, ParagraphBlock } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";
import { restOf } from "./facets.ts";
import type { FacetDraft } from "./facets.ts";
import { idPrefix } from "../recognise/ids.ts";
import { insertionAfter, insertionInside } from "./insertion.ts";
import { leadOf } from "../recognise/lead.ts";
import type { Insertion } from "./model.ts";
import { passageOf, rangeIn } from "./passage.ts";
import {
  insertionBehind,
  openFacet,
  openRequirement,
  say,
  sayBlock,
  speak,
  speakBlock,
  spokenOf,
} from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";
import { facetBlock, facetItem } from "./requirement-facets.ts";
import { gatherTable } from "./requirement-tables.ts";

/**
 * Gathers one block of what stands under a heading.
 *
 * @param current the facet that the paragraph before it has named, to which a list belongs
 * @param standing the facet of the heading, to which all blocks belong that name no other
 * @returns the facet to which a list that follows belongs
 */
export function gatherBlock(
  gathering: Gathering,
  block: Block,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
  current: FacetDraft | undefined,
  standing: FacetDraft | undefined,
): FacetDraft | undefined {
  const start = placed.start + block.start;
  const end = placed.start + block.end;
  if (owner !== undefined && owner.form !== "row") owner.end = Math.max(owner.end, end);
  switch (block.type) {
    case "paragraph":
      return owner && gatherParagraph(gathering, block, placed, owner, standing);
    case "list":
      gatherList(gathering, block, placed, owner, current);
      return standing;
    case "table":
      gatherTable(gathering, block, placed, owner, standing);
      return standing;
    case "quote":
      for (const child of block.children) gatherBlock(gathering, child, placed, owner, current, standing);
      return standing;
    default:
      if (owner !== undefined) owner.insertion = insertionBehind(gathering, owner, start, end);
      speakBlock(owner, (current ?? standing)?.name, block);
      return standing;
  }
}

/** @returns the facet to which a list that follows belongs */
function gatherParagraph(
  gathering: Gathering,
  block: ParagraphBlock,
  placed: PlacedPiece,
  owner: RequirementDraft,
  standing: FacetDraft | undefined,
): FacetDraft | undefined {
  const start = placed.start + block.start;
  const end = placed.start + block.end;
  const passage = passageOf(block.inline, placed);
  owner.insertion = insertionBehind(gathering, owner, start, end);
  const name = labelOf(block.inline);
  if (name !== undefined) {
    const { insertion } = owner;
    return openLabelled(block.inline, placed, owner, { name, form: "paragraph", range: passage, insertion });
  }
  speak(owner, standing?.name, block.inline);
  if (standing === undefined) owner.statement.push(passage);
  else sayBlock(standing, passage, end);
  return standing;
}

/** The facet whose name stands in bold in front. */
function labelOf(inline: Inline): FacetName | undefined {
  const { bold } = leadOf(inline);
  return bold === undefined ? undefined : facetNamed(bold);
}

/** Begins a facet whose label stands in bold in front of what it says. */
function openLabelled(
  inline: Inline,
  placed: PlacedPiece,
  owner: RequirementDraft,
  facet: {
    readonly name: FacetName;
    readonly form: "item" | "paragraph";
    readonly range: Range;
    readonly insertion: Insertion;
  },
): FacetDraft {
  const { bold, boldStart, afterBold } = leadOf(inline);
  const label = rangeIn(passageOf(inline, placed), boldStart, boldStart + (bold?.length ?? 0));
  const opened = openFacet(owner, { ...facet, label });
  say(opened, restOf(inline, afterBold, placed));
  speak(owner, facet.name, inline, afterBold);
  return opened;
}

function gatherList(
  gathering: Gathering,
  list: ListBlock,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
  facet: FacetDraft | undefined,
): void {
  for (const item of list.items) gatherItem(gathering, item, placed, owner, facet);
  const last = list.items.at(-1);
  if (owner === undefined || last === undefined) return;
  owner.insertion = insertionAfter(gathering.text, placed.start + last.start, placed.start + last.end);
}

/** An item names a facet, or belongs to one, or is a requirement, or says more of the one that it stands under. */
function gatherItem(
  gathering: Gathering,
  item: ItemBlock,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
  facet: FacetDraft | undefined,
): void {
  const { inline, rest } = headOf(item);
  const range = { start: placed.start + item.start, end: placed.start + item.end };
  const name = labelOf(inline);
  if (owner !== undefined && name !== undefined) {
    const insertion = insertionInside(gathering.text, range.start, passageOf(inline, placed).end);
    const opened = openLabelled(inline, placed, owner, { name, form: "item", range, insertion });
    for (const child of rest) facetBlock(gathering, child, placed, owner, opened);
    return;
  }
  if (owner !== undefined && facet !== undefined) {
    facetItem(gathering, item, placed, owner, facet);
    return;
  }
  const loose = owner && looseFacet(gathering, inline, owner, range);
  if (owner !== undefined && loose !== undefined) {
    facetItem(gathering, item, placed, owner, loose);
    return;
  }
  if (leadOf(inline).id !== undefined) {
    const draft = requirementItem(gathering, inline, placed, range);
    let current: FacetDraft | undefined;
    for (const child of rest) current = gatherBlock(gathering, child, placed, draft, current, undefined);
    return;
  }
  owner?.statement.push(passageOf(item.inline, placed));
  speak(owner, undefined, item.inline);
  for (const child of rest) {
    if (child.type !== "paragraph") gatherBlock(gathering, child, placed, owner, undefined, undefined);
  }
}

/** What an item begins with, and the blocks behind it. */
function headOf(item: ItemBlock): { readonly inline: Inline; readonly rest: readonly Block[] } {
  const first = item.children[0];
  return first?.type === "paragraph"
    ? { inline: first.inline, rest: item.children.slice(1) }
    : { inline: item.inline, rest: item.children };
}

/** The facet of an edge case or constraint right under its requirement: the facet's label is missing, not its content. */
function looseFacet(
  { text }: Gathering,
  inline: Inline,
  owner: RequirementDraft,
  range: Range,
): FacetDraft | undefined {
  const { id } = leadOf(inline);
  const prefix = id === undefined ? "" : idPrefix(id);
  if ((prefix !== "E" && prefix !== "C") || id?.includes("-") === true) return undefined;
  const name = prefix === "E" ? "edgeCases" : "constraints";
  const insertion = insertionAfter(text, range.start, range.end);
  const label = { start: range.start, end: range.start };
  return (
    owner.facets.find((one) => one.name === name) ??
    openFacet(owner, { name, form: "item", range, label, insertion })
  );
}

function requirementItem(
  gathering: Gathering,
  inline: Inline,
  placed: PlacedPiece,
  range: Range,
): RequirementDraft {
  const passage = passageOf(inline, placed);
  const { id = "", idStart, idEnd, afterId } = leadOf(inline);
  return openRequirement(gathering, {
    id,
    idRange: rangeIn(passage, idStart, idEnd),
    title: inline.text.slice(afterId).trim(),
    titleRange: rangeIn(passage, afterId, inline.text.length),
    form: "item",
    ...range,
    statement: [passage],
    spoken: [spokenOf(undefined, inline, afterId)],
    insertion: insertionInside(gathering.text, range.start, passage.end),
  });
}
