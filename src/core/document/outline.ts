import type { PlacedPiece } from "../markdown/piece.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import type { AsideName, PartName } from "../lexicon/lexicon.ts";
import type { Inline } from "../markdown/inline.ts";
import type { Opening } from "../recognise/dialect.ts";
import { openingOfHeading } from "../recognise/dialects/index.ts";
import { nounHeading } from "../recognise/nouns.ts";
import { isSection } from "../recognise/team-names.ts";
import { treeOf } from "./heading-tree.ts";
import type { HeadingDraft, Names } from "./heading-tree.ts";
import { featureOf, opensByContent, openingByContent } from "./content-heading.ts";
import type { Section } from "./model.ts";
import type { Located } from "./passage.ts";

/** What a heading means for the requirements; sections are what everybody else sees. */
export interface OutlineEntry {
  readonly section: Section;
  /** The requirement that the heading opens. */
  readonly requirement: Opening | undefined;
  /** The heading names a facet of the requirement that it stands under. */
  readonly facet: FacetName | undefined;
  /** It is one scenario of that facet: `Scenario: Printer offline`. */
  readonly scenario: boolean;
  /** The part without requirements in whose content it stands, or that it names. */
  readonly aside: AsideName | undefined;
  /** Index of the entry whose requirement the blocks belong to, -1 when they stand under none. */
  readonly owner: number;
}

export interface Outline {
  /** Blocks before the first heading. */
  readonly preamble: readonly Located[];
  readonly entries: readonly OutlineEntry[];
}

/** Headings, what they mean, and the blocks under each. */
export function outlineOf(pieces: readonly PlacedPiece[], end: number, names: Names): Outline {
  const { preamble, drafts } = treeOf(pieces, end, names);
  const title = drafts.findIndex(({ section }) => section.depth === 1);
  for (const index of drafts.keys()) giveMeaning(drafts, index, names, index === title && drafts.length > 1);
  return { preamble, entries: drafts };
}

/** Parts whose content is no requirement even where it has an id or says that it is one. */
const closed: ReadonlySet<AsideName> = new Set<AsideName>([
  "Edge cases",
  "Out of scope",
  "Metrics",
  "Milestones",
  "Tasks",
  "Glossary",
  "Data",
  "Risks",
  "References",
]);

/** Whether requirements may stand somewhere: "FR-1" below *Acceptance* or *Questions* says what a line there is about. */
function mayOpen({
  aside,
  within,
}: {
  aside: AsideName | undefined;
  within: SectionName | undefined;
}): boolean {
  return (aside === undefined || !closed.has(aside)) && (within === undefined || within === "Requirements");
}

/** From this depth on a heading that asks something is one of a list of questions, and what stands under it answers. */
const ASKING_DEPTH = 3;

/** The goals of one feature are what it has to do. */
function partOf(
  part: PartName | undefined,
  within: SectionName | undefined,
  { section: { depth }, heading }: HeadingDraft,
): PartName | undefined {
  if (within !== undefined && within !== "Requirements") return part;
  if (part === undefined && depth >= ASKING_DEPTH && /[?？][\s*_]*$/.test(heading.inline.text))
    return "Summary";
  return part === "Goals" && within === "Requirements" ? undefined : part;
}

const kindOfDocument =
  /(?<!\p{L})(?:specification|spec|document|dokument|documento)(?!\p{L})|文[档檔書件]|문서/iu;

/**
 * Whether a title says what kind of document this is (`Feature Specification: Labels`, `Requirements Document`), and not
 * that all of it are requirements: a heading right below it says where they stand.
 */
function namesDocument(
  { heading, children }: HeadingDraft,
  drafts: readonly HeadingDraft[],
  findPart: (heading: string) => PartName | undefined,
): boolean {
  return (
    kindOfDocument.test(heading.inline.text) &&
    children.some((child) => findPart((drafts[child] as HeadingDraft).heading.inline.text) === "Requirements")
  );
}

/** `Requirement: Fax` below *REMOVED Requirements* is what is not required any more, and opens no part of its own. */
function isGone(inline: Inline, { aside }: { aside: AsideName | undefined }): boolean {
  return aside === "Out of scope" && nounHeading(inline) !== undefined;
}

/** @param title whether it is the document's title; what that means holds for its own text only */
function giveMeaning(drafts: readonly HeadingDraft[], index: number, names: Names, title: boolean): void {
  const draft = drafts[index] as HeadingDraft;
  const { findPart, words } = names;
  const { section, heading } = draft;
  draft.title = title;
  const above = drafts[section.parent];
  const { text } = heading.inline;
  draft.owner = above === undefined ? -1 : above.requirement === undefined ? above.owner : section.parent;
  const inherited = {
    aside: above?.title === true ? undefined : above?.aside,
    within: above?.section.within,
  };
  const opening = mayOpen(inherited)
    ? (openingOfHeading(heading.inline, inherited) ??
      (draft.owner < 0 ? featureOf(draft, drafts) : undefined))
    : undefined;
  const named = opening === undefined && draft.owner < 0 && !isGone(heading.inline, inherited);
  const part =
    named && !(title && namesDocument(draft, drafts, findPart))
      ? partOf(findPart(text), inherited.within, draft)
      : undefined;
  section.name = isSection(part) ? part : undefined;
  section.within = section.name ?? (part === undefined ? inherited.within : undefined);
  draft.aside =
    part === undefined ? (title ? "Summary" : inherited.aside) : isSection(part) ? undefined : part;
  draft.requirement = opening;
  if (
    opening !== undefined ||
    section.name !== undefined ||
    !mayOpen({ aside: draft.aside, within: section.within })
  )
    return;
  if (draft.owner >= 0) {
    draft.scenario = nounHeading(heading.inline)?.noun === "scenario";
    draft.facet = draft.scenario ? "accept" : words.title(heading.inline);
  } else if (draft.aside === undefined && opensByContent(draft, drafts, names)) {
    draft.requirement = openingByContent(heading.inline);
  }
}
