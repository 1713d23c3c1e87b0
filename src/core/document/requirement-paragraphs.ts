import type { FacetName } from "../format/section-names.ts";
import type { ParagraphBlock } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Opening } from "../recognise/dialect.ts";
import { openingOfItem } from "../recognise/dialects/index.ts";
import { demands } from "../recognise/dialects/plain.ts";
import { asideLead, leadsToValues } from "../recognise/facet-lead.ts";
import type { FacetLead } from "../recognise/facet-lead.ts";
import { leadOf } from "../recognise/lead.ts";
import type { Range } from "../text/range.ts";
import { restOf } from "./facets.ts";
import type { FacetDraft } from "./facets.ts";
import { insertionAfter } from "./insertion.ts";
import type { DocumentWide, Insertion } from "./model.ts";
import { passageOf, rangeIn } from "./passage.ts";
import { insertionBehind, openFacet, openFrom, say, sayBlock, speak } from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";
import { labelledLines } from "./wide.ts";

/** @returns the facet to which a list that follows belongs */
export function gatherParagraph(
  gathering: Gathering,
  block: ParagraphBlock,
  placed: PlacedPiece,
  owner: RequirementDraft | undefined,
  standing: FacetDraft | undefined,
): FacetDraft | undefined {
  const start = placed.start + block.start;
  const end = placed.start + block.end;
  const passage = passageOf(block.inline, placed);
  const lead = gathering.words.lead(block.inline);
  gathering.skip = false;
  if (owner === undefined) {
    const label = lead ?? asideLead(block.inline);
    if (label !== undefined) {
      // "Acceptance criteria:" below a list is about all of it.
      if (label.name !== undefined)
        addLabelled(gathering, label.name, labelledLines(label.name, label.behind, block, placed));
      // What stands behind the label is all that it is about; where nothing does, it is the list below.
      gathering.skip = block.inline.text.slice(label.behind).trim() === "";
      return undefined;
    }
    openParagraph(gathering, block, placed);
    gathering.skip = gathering.last === undefined && leadsToValues(block.inline) === "surely";
    return undefined;
  }
  if (owner.form === "paragraph" && lead === undefined) {
    const opening = paragraphOpening(gathering, block.inline);
    if (opening !== undefined) {
      openParagraph(gathering, block, placed);
      return undefined;
    }
  }
  owner.insertion = insertionBehind(gathering, owner, start, end);
  if (lead !== undefined) {
    const { insertion } = owner;
    return openLabelled(block.inline, placed, owner, lead, { form: "paragraph", range: passage, insertion });
  }
  speak(owner, standing?.name, block.inline);
  if (standing === undefined) owner.statement.push(passage);
  else sayBlock(standing, passage, end);
  return standing;
}

/** A sentence that asks for something, or a paragraph that begins with an id; one that ends with a colon leads to a list. */
function paragraphOpening(gathering: Gathering, inline: Inline): Opening | undefined {
  const explicit = openingOfItem(inline, gathering.standing, true);
  if (explicit !== undefined)
    return explicit.id === undefined || leadOf(inline).bold !== undefined ? explicit : undefined;
  if (/[:：]\s*$/.test(inline.text) || !demands(inline)) return undefined;
  return openingOfItem(inline, gathering.standing);
}

function openParagraph(gathering: Gathering, block: ParagraphBlock, placed: PlacedPiece): void {
  gathering.last = undefined;
  const opening = paragraphOpening(gathering, block.inline);
  if (opening === undefined) return;
  const passage = passageOf(block.inline, placed);
  const range = { start: placed.start + block.start, end: placed.start + block.end };
  const insertion = insertionAfter(gathering.text, range.start, range.end);
  gathering.last = openFrom(gathering, { opening, passage, form: "paragraph", range, insertion });
}

/** Begins a facet whose label stands in front of what it says. */
export function openLabelled(
  inline: Inline,
  placed: PlacedPiece,
  owner: RequirementDraft,
  { name, start, end, behind }: FacetLead,
  facet: { readonly form: "item" | "paragraph"; readonly range: Range; readonly insertion: Insertion },
): FacetDraft {
  const label = rangeIn(passageOf(inline, placed), start, end);
  const opened = openFacet(owner, { ...facet, name, label });
  say(opened, restOf(inline, behind, placed));
  speak(owner, name, inline, behind);
  return opened;
}

/** Lines below a label in the midst of requirements are about those above it. */
export function addLabelled(
  { gathered, drafts }: Gathering,
  name: FacetName,
  lines: readonly DocumentWide[],
): void {
  gathered.documentWide.push(...lines);
  const [first] = lines;
  if (first === undefined) return;
  for (const draft of drafts) if (!draft.facets.some((one) => one.name === name)) draft.evidence.push(first);
}
