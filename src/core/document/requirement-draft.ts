import type { FacetName } from "../format/section-names.ts";
import type { Block } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import { lineEndAt } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import type { Gathered } from "./collected.ts";
import { facetOf } from "./facets.ts";
import type { FacetDraft } from "./facets.ts";
import { insertionAfter } from "./insertion.ts";
import type { Facet, Insertion, Requirement, Spoken } from "./model.ts";
import type { Passage } from "./passage.ts";
import { soThatOf } from "./story.ts";

/** A requirement while its blocks are gathered. */
export interface RequirementDraft {
  readonly id: string;
  readonly idRange: Range;
  readonly title: string;
  readonly titleRange: Range;
  readonly form: Requirement["form"];
  readonly start: number;
  end: number;
  readonly statement: Passage[];
  readonly facets: FacetDraft[];
  readonly spoken: Spoken[];
  insertion: Insertion;
}

/** What the steps of gathering share. */
export interface Gathering {
  /** Of the whole document. */
  readonly text: string;
  /** The requirements of this group of headings, in document order. */
  readonly drafts: RequirementDraft[];
  /** Where their annotations and definitions go. */
  readonly gathered: Gathered;
}

/** Begins a requirement: it is defined from here on. */
export function openRequirement(
  { drafts, gathered }: Gathering,
  draft: Omit<RequirementDraft, "facets">,
): RequirementDraft {
  const opened: RequirementDraft = { ...draft, facets: [] };
  drafts.push(opened);
  const { id, idRange, title, start, end } = opened;
  gathered.definitions.push({ ...idRange, id, kind: "requirement", title, block: { start, end } });
  return opened;
}

/** Begins a facet of a requirement. */
export function openFacet(
  owner: RequirementDraft,
  facet: Pick<FacetDraft, "name" | "form" | "insertion"> & { readonly range: Range; readonly label: Range },
): FacetDraft {
  const { name, form, insertion, range, label } = facet;
  const opened: FacetDraft = {
    name,
    labelRange: { start: label.start, end: label.end },
    form,
    start: range.start,
    end: range.end,
    content: [],
    insertion,
  };
  owner.facets.push(opened);
  return opened;
}

/** Adds what a facet says; nothing where its label stands alone. */
export function say(facet: FacetDraft, passage: Passage | undefined): void {
  if (passage !== undefined) facet.content.push(passage);
}

/** Adds a block of its own to a facet, which then ends with it. */
export function sayBlock(facet: FacetDraft, passage: Passage, end: number): void {
  facet.content.push(passage);
  facet.end = Math.max(facet.end, end);
}

/** Where a facet goes that follows a block which is no list. */
export function insertionBehind(
  { text }: Gathering,
  owner: RequirementDraft,
  start: number,
  end: number,
): Insertion {
  if (owner.form === "row") return owner.insertion;
  if (owner.form === "heading") return insertionAfter(text, start, end);
  return { ...owner.insertion, offset: lineEndAt(text, end), blankLine: true };
}

export function spokenOf(facet: FacetName | undefined, inline: Inline, from = 0, to?: number): Spoken {
  return { facet, inline, from, to };
}

/** Remembers words for the rules that look at all of them, under the facet in which they stand. */
export function speak(
  owner: RequirementDraft | undefined,
  facet: FacetName | undefined,
  inline: Inline,
  from = 0,
  to?: number,
): void {
  owner?.spoken.push(spokenOf(facet, inline, from, to));
}

/** Code, HTML, tables and footnotes that no list or paragraph holds. */
export function speakBlock(
  owner: RequirementDraft | undefined,
  facet: FacetName | undefined,
  block: Block,
): void {
  if (block.type === "code" || block.type === "html") {
    const { start, end, value } = block;
    const text = block.type === "html" ? value.replace(/<!--[^]*?(?:-->|$)/g, "") : value;
    speak(owner, facet, { text, runs: [], start, end });
  } else if (block.type === "table") {
    for (const cell of block.rows.flatMap((row) => row.cells)) speak(owner, facet, cell);
  } else if (block.type === "paragraph" || block.type === "item") speak(owner, facet, block.inline);
  if (block.type === "list") for (const item of block.items) speakBlock(owner, facet, item);
  else if ("children" in block) {
    for (const child of block.children) {
      if (block.type !== "item" || child.type !== "paragraph") speakBlock(owner, facet, child);
    }
  }
}

export function finishRequirement(draft: RequirementDraft): Requirement {
  const facets: Partial<Record<FacetName, Facet>> = {};
  for (const one of draft.facets) {
    const facet = facetOf(one);
    // Two columns or labels for one facet: what one of them says, counts.
    if (facets[facet.name] === undefined || facets[facet.name]?.empty === true) facets[facet.name] = facet;
  }
  return { ...draft, facets, soThat: soThatOf(draft.statement), parent: undefined, also: [] };
}
