import type { Block, ItemBlock, ListBlock } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import { htmlTable } from "../markdown/html-table.ts";
import { isGherkin } from "../recognise/dialects/gherkin.ts";
import { openingOfItem } from "../recognise/dialects/index.ts";
import { demands } from "../recognise/dialects/plain.ts";
import { asideLead, leadsToValues } from "../recognise/facet-lead.ts";
import type { FacetLead } from "../recognise/facet-lead.ts";
import { idPrefix, isPriority } from "../recognise/ids.ts";
import { leadOf } from "../recognise/lead.ts";
import type { Range } from "../text/range.ts";
import type { FacetDraft } from "./facets.ts";
import { insertionAfter, insertionInside } from "./insertion.ts";
import { passageOf } from "./passage.ts";
import { gatherFeatures } from "./requirement-features.ts";
import { insertionBehind, openFacet, openFrom, sayBlock, speak, speakBlock } from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";
import { facetBlock, facetItem } from "./requirement-facets.ts";
import { addLabelled, gatherParagraph, openLabelled } from "./requirement-paragraphs.ts";
import { gatherTable } from "./requirement-tables.ts";
import { labelledLines } from "./wide.ts";

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
  // A list behind a sentence without id is not about it, unless it begins with a facet or the sentence leads to it.
  const stands = owner !== undefined && keeps(gathering, owner, block) ? owner : undefined;
  if (stands === undefined && owner !== undefined) gathering.last = undefined;
  if (stands !== undefined && stands.form !== "row") stands.end = Math.max(stands.end, end);
  switch (block.type) {
    case "paragraph":
      return gatherParagraph(gathering, block, placed, stands, standing);
    case "list":
      gatherList(gathering, block, placed, stands, current);
      return standing;
    case "table":
      gatherTable(gathering, block, placed, stands, standing);
      return standing;
    case "quote":
      for (const child of block.children) {
        // A list that is quoted is somebody else's; a sentence may be quoted to stand out.
        if (stands !== undefined || child.type === "paragraph")
          gatherBlock(gathering, child, placed, stands, current, standing);
      }
      return standing;
    default:
      if (stands === undefined && gatherForeign(gathering, block, placed)) return standing;
      if (stands !== undefined) stands.insertion = insertionBehind(gathering, stands, start, end);
      if (stands !== undefined && block.type === "code") {
        const facet = current ?? standing;
        if (isGherkin(block.value)) stands.evidence.push({ facet: "accept", start, end });
        // A label that only a block of code follows is answered by that.
        if (facet?.content.length === 0)
          sayBlock(facet, passageOf({ ...block, text: block.value, runs: [] }, placed), end);
      }
      speakBlock(stands, (current ?? standing)?.name, block);
      return standing;
  }
}

/** What other languages than markdown say below no requirement: a table in HTML, features in Gherkin. */
function gatherForeign(gathering: Gathering, block: Block, placed: PlacedPiece): boolean {
  if (block.type === "html") {
    const table = htmlTable(block, placed.piece.text);
    if (table !== undefined) gatherTable(gathering, table, placed, undefined, undefined);
    return table !== undefined;
  }
  return block.type === "code" && gatherFeatures(gathering, block, placed);
}

/** Whether a block belongs to the requirement before it; below headings, items and ids everything does. */
function keeps({ words }: Gathering, { form, id }: RequirementDraft, block: Block): boolean {
  if (form !== "paragraph" || id !== undefined) return true;
  if (block.type === "list") return block.items.some((item) => words.lead(item.inline) !== undefined);
  return block.type !== "table";
}

function gatherList(
  gathering: Gathering,
  list: ListBlock,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
  facet: FacetDraft | undefined,
): void {
  const outside = gathering.standing;
  // In a section with an unknown name a list counts as a whole: when half of its items ask for something, all do.
  if (owner === undefined && outside.within === undefined && isListOfDemands(list, gathering))
    gathering.standing = { within: "Requirements" };
  if (owner === undefined && isComponent(list)) gathering.standing = { within: undefined };
  if (saysPriorities(list, owner)) gathering.standing = { ...gathering.standing, priorities: true };
  const skip = gathering.skip && owner === undefined;
  gathering.skip = false;
  gathering.last = undefined;
  for (const item of list.items) {
    // Behind "Dependencies:" only an id opens a requirement.
    if (!skip || openingOfItem(headOf(item).inline, outside, true) !== undefined)
      gatherItem(gathering, item, placed, owner, facet);
  }
  gathering.last = undefined;
  gathering.standing = outside;
  const last = list.items.at(-1);
  if (owner === undefined || last === undefined) return;
  owner.insertion = insertionAfter(gathering.text, placed.start + last.start, placed.start + last.end);
}

const component =
  /^\W*(?:component|module|file|class|komponente|modul|datei|componente|módulo|archivo|composant|fichier)s?\W*[:：]/iu;

/** "Component: LabelView" begins a list of how something is built, in which only a sentence that asks is a requirement. */
function isComponent({ items }: ListBlock): boolean {
  return component.test(items[0]?.inline.text ?? "");
}

/** Whether `P0: …` in a list says how much something matters: one of them comes twice or is 0, or they stand below an id. */
function saysPriorities({ items }: ListBlock, owner: RequirementDraft | undefined): boolean {
  const found = items
    .map((item) => leadOf(headOf(item).inline).id)
    .filter((id) => id !== undefined && isPriority(id));
  if (found.length === 0) return false;
  return owner?.id !== undefined || found.includes("P0") || new Set(found).size < found.length;
}

function isListOfDemands({ items }: ListBlock, { standing }: Gathering): boolean {
  const opening = items.filter((item) => openingOfItem(headOf(item).inline, standing) !== undefined);
  return opening.length >= 2 && opening.length * 2 >= items.length;
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
  const lead = gathering.words.lead(inline);
  // "Acceptance criteria" as the next item is about the one before it.
  const about = owner ?? gathering.last;
  if (about !== undefined && lead !== undefined) {
    const insertion = insertionInside(gathering.text, range.start, passageOf(inline, placed).end);
    if (owner === undefined) about.end = Math.max(about.end, range.end);
    const opened = openLabelled(inline, placed, about, lead, { form: "item", range, insertion });
    for (const child of rest) facetBlock(gathering, child, placed, about, opened);
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
  if (openItem(gathering, item, placed, owner)) return;
  if (owner === undefined) {
    gatherContainer(gathering, item, placed, lead);
    return;
  }
  owner.statement.push(passageOf(item.inline, placed));
  speak(owner, undefined, item.inline);
  for (const child of rest) {
    if (child.type !== "paragraph") gatherBlock(gathering, child, placed, owner, undefined, undefined);
  }
}

/** Opens the requirement that an item is; what stands in it is about it. @returns whether it is one */
function openItem(
  gathering: Gathering,
  item: ItemBlock,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
): boolean {
  const { inline, rest } = headOf(item);
  const opening = openingOfItem(inline, gathering.standing, owner !== undefined);
  // Below a requirement only an id opens another one: "As a …" is its own story then.
  if (opening === undefined || (owner !== undefined && opening.id === undefined)) return false;
  const leads = opening.id === undefined && leadsToItems(item) && leadsToValues(inline) === undefined;
  if (leads && !demands(inline)) return false;
  const passage = passageOf(inline, placed);
  const range = { start: placed.start + item.start, end: placed.start + item.end };
  const insertion = insertionInside(gathering.text, range.start, passage.end);
  const draft = openFrom(gathering, { opening, passage, form: "item", range, insertion });
  let current: FacetDraft | undefined;
  for (const child of rest) {
    if (leads && child.type === "list") gatherList(gathering, child, placed, undefined, undefined);
    else current = gatherBlock(gathering, child, placed, draft, current, undefined);
  }
  gathering.last = owner === undefined ? draft : gathering.last;
  return true;
}

/** "The desk prints:" is said by the items below it. */
function leadsToItems(item: ItemBlock): boolean {
  const { inline, rest } = headOf(item);
  return /[:：]\s*$/.test(inline.text) && rest.some(({ type }) => type === "list");
}

/** An item that is no requirement itself: what stands in it may be, unless its label says otherwise. */
function gatherContainer(
  gathering: Gathering,
  item: ItemBlock,
  placed: PlacedPiece,
  lead: FacetLead | undefined,
): void {
  const { inline, rest } = headOf(item);
  if (lead !== undefined) {
    addLabelled(gathering, lead.name, labelledLines(lead.name, lead.behind, item, placed));
    return;
  }
  const aside = asideLead(inline);
  if (aside?.name !== undefined)
    addLabelled(gathering, aside.name, labelledLines(aside.name, aside.behind, item, placed));
  if (aside !== undefined) return;
  for (const child of rest) {
    if (child.type !== "paragraph") gatherBlock(gathering, child, placed, undefined, undefined, undefined);
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
