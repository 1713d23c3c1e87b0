import type { Block, ItemBlock } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import { bodyAt, constraintOf, edgeCaseOf } from "./annotations.ts";
import { keep } from "./collected.ts";
import { restOf } from "./facets.ts";
import type { FacetDraft } from "./facets.ts";
import { idPrefix } from "../recognise/ids.ts";
import { insertionAfter } from "./insertion.ts";
import { leadOf } from "../recognise/lead.ts";
import { passageOf } from "./passage.ts";
import { nameOf, say, sayBlock, speak, speakBlock } from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";

/** Gathers a block that stands inside a facet. */
export function facetBlock(
  gathering: Gathering,
  block: Block,
  placed: PlacedPiece,
  owner: RequirementDraft,
  facet: FacetDraft,
): void {
  switch (block.type) {
    case "list":
      for (const item of block.items) facetItem(gathering, item, placed, owner, facet);
      return;
    case "paragraph":
      sayBlock(facet, passageOf(block.inline, placed), placed.start + block.end);
      speak(owner, facet.name, block.inline);
      return;
    case "quote":
      for (const child of block.children) facetBlock(gathering, child, placed, owner, facet);
      return;
    default:
      if (block.type === "code" && facet.content.length === 0)
        sayBlock(
          facet,
          passageOf({ ...block, text: block.value, runs: [] }, placed),
          placed.start + block.end,
        );
      facet.end = Math.max(facet.end, placed.start + block.end);
      speakBlock(owner, facet.name, block);
  }
}

/** Gathers an item of a facet's list: an edge case, a constraint, or words. */
export function facetItem(
  gathering: Gathering,
  item: ItemBlock,
  placed: PlacedPiece,
  owner: RequirementDraft,
  facet: FacetDraft,
): void {
  const { text, gathered } = gathering;
  const passage = passageOf(item.inline, placed);
  const block = { start: placed.start + item.start, end: placed.start + item.end };
  const { id, afterId } = leadOf(item.inline);
  let to: number | undefined;
  const prefix = id === undefined ? "" : idPrefix(id);
  if (facet.name === "edgeCases" && prefix.startsWith("E")) {
    const found = edgeCaseOf(passage, block, nameOf(owner));
    keep(found, gathered.edgeCases, "edge-case", gathered);
    if (found !== undefined) to = afterId + found.body.length;
  } else if (facet.name === "constraints" && prefix.startsWith("C")) {
    const found = constraintOf(passage, block, nameOf(owner));
    keep(found, gathered.constraints, "constraint", gathered);
    if (found !== undefined) to = bodyAt(passage) + found.body.length;
  }
  speak(owner, facet.name, item.inline, id === undefined ? 0 : afterId, to);
  say(facet, id === undefined ? passage : restOf(item.inline, afterId, placed));
  facet.end = Math.max(facet.end, block.end);
  for (const child of item.children) {
    if (child.type !== "paragraph") facetBlock(gathering, child, placed, owner, facet);
  }
  facet.insertion = insertionAfter(text, block.start, block.end);
}
