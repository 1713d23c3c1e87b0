import type { ItemBlock } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { Opening } from "../recognise/dialect.ts";
import { openingOfHeading, openingOfItem } from "../recognise/dialects/index.ts";
import { featureOpening, gherkin, isGherkin } from "../recognise/dialects/gherkin.ts";
import { isStory } from "../recognise/dialects/stories.ts";
import { leadOf } from "../recognise/lead.ts";
import { numberEnd } from "../recognise/names.ts";
import type { FacetWords } from "../recognise/team-facets.ts";
import { nounHeading } from "../recognise/nouns.ts";
import type { HeadingDraft, Names } from "./heading-tree.ts";

/**
 * Whether a heading without any marker is a requirement, because what stands below it is said about one: a story, or
 * *Acceptance criteria* and the like before any item that would be a requirement itself.
 */
export function opensByContent(
  { section, children }: HeadingDraft,
  drafts: readonly HeadingDraft[],
  { findPart, words }: Names,
): boolean {
  const { within } = section;
  if (within !== undefined && within !== "Requirements") return false;
  const below = children.map((child) => (drafts[child] as HeadingDraft).heading.inline);
  const opens = below.some((inline) => openingOfHeading(inline, { within }) !== undefined);
  if (opens) return false;
  for (const { block } of section.blocks) {
    if (block.type === "paragraph") {
      if (gherkin.item?.(block.inline, { within }) !== undefined) return false;
      if (isStory(block.inline)) return true;
      if (
        leadOf(block.inline).id !== undefined &&
        openingOfItem(block.inline, { within }, true) !== undefined
      )
        return false;
      const facet = words.lead(block.inline);
      if (facet !== undefined) return within !== undefined || facet.name === "accept";
    } else if (block.type === "list") {
      const facet = leadingFacet(block.items, words);
      if (facet === "other") break;
      if (facet !== undefined) return true;
    }
  }
  // Their own sections, "Acceptance criteria" of the document among them, stand beside others that have names as well.
  if (within !== "Requirements") return false;
  let facets = 0;
  for (const inline of below) {
    const facet = words.title(inline);
    if (facet === undefined && findPart(inline.text) !== undefined) return false;
    if (facet !== undefined || isScenario(inline)) facets++;
  }
  return facets > 0;
}

/** `Feature: Reprint` with scenarios below it, as headings, as paragraphs or in a fence. */
export function featureOf(
  { heading, section, children }: HeadingDraft,
  drafts: readonly HeadingDraft[],
): Opening | undefined {
  const opening = featureOpening(heading.inline);
  if (opening === undefined) return undefined;
  const scenarios =
    children.some((child) => isScenario((drafts[child] as HeadingDraft).heading.inline)) ||
    section.blocks.some(({ block }) =>
      block.type === "code" ? isGherkin(block.value) : block.type === "paragraph" && isScenario(block.inline),
    );
  return scenarios ? opening : undefined;
}

function isScenario(inline: Inline): boolean {
  return nounHeading(inline)?.noun === "scenario";
}

/** The facet that a list begins with, "other" when a plain item comes first; labelled fields are passed over. */
function leadingFacet(items: readonly ItemBlock[], words: FacetWords): "facet" | "other" | undefined {
  for (const { inline } of items) {
    if (words.lead(inline) !== undefined) return "facet";
    const { bold, id } = leadOf(inline);
    if (id !== undefined || bold === undefined) return "other";
  }
  return undefined;
}

/** The title is the heading without its number. */
export function openingByContent(inline: Inline): Opening {
  const number = numberEnd(inline.text);
  const noun = nounHeading(inline);
  const title = noun?.noun === "feature" && noun.title < inline.text.length ? noun.title : number;
  return { id: undefined, idStart: title, idEnd: title, title };
}
