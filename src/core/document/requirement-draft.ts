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
import { rangeIn } from "./passage.ts";
import type { Passage } from "./passage.ts";
import type { Opening, Standing } from "../recognise/dialect.ts";
import { evidenceOf, isLimiting, isMeasured, isOutOfTheOrdinary } from "../recognise/evidence.ts";
import { quoted } from "../recognise/ids.ts";
import { anchorAt } from "../recognise/names.ts";
import type { FacetWords } from "../recognise/team-facets.ts";

/** A requirement while its blocks are gathered. */
export interface RequirementDraft {
  /** Undefined where it has none. */
  readonly id: string | undefined;
  readonly idRange: Range;
  readonly title: string;
  readonly titleRange: Range;
  readonly form: Requirement["form"];
  readonly start: number;
  end: number;
  readonly statement: Passage[];
  readonly facets: FacetDraft[];
  /** What answers for a facet without a label, beside the statement's own clauses. */
  readonly evidence: (Range & { readonly facet: FacetName })[];
  readonly spoken: Spoken[];
  insertion: Insertion;
}

/** What the steps of gathering share. */
export interface Gathering {
  /** Of the whole document. */
  readonly text: string;
  readonly words: FacetWords;
  /** The requirements of this group of headings, in document order. */
  readonly drafts: RequirementDraft[];
  /** Where their annotations and definitions go. */
  readonly gathered: Gathered;
  /** The section's meaning; of a list whose items ask for something, that of requirements. */
  standing: Standing;
  /** The requirement before: of a list the last item, of a section the last paragraph. */
  last: RequirementDraft | undefined;
  /** The paragraph before has named something else, and a list that follows belongs to it. */
  skip: boolean;
}

/** The most of a text that names a requirement without id, in UTF-16 units. */
const TITLE_LENGTH = 80;

/** Opens the requirement that a heading, item or paragraph is. */
export function openFrom(
  gathering: Gathering,
  {
    opening: { id, idStart, idEnd, title: begin, titleEnd },
    passage,
    form,
    range,
    insertion,
  }: {
    readonly opening: Opening;
    readonly passage: Passage;
    readonly form: Requirement["form"];
    readonly range: Range;
    readonly insertion: Insertion;
  },
): RequirementDraft {
  const { text, inline } = passage;
  // "1. The locker must open": a number that an export has written out is no part of what is asked.
  const written = form === "paragraph" && id === undefined ? /^\s*\d{1,3}[.)]\s+/.exec(text)?.[0].length : 0;
  const title = Math.max(begin, written ?? 0);
  const to =
    title + anchorAt(text.slice(title, id === undefined ? (titleEnd ?? titleEndOf(text, title)) : undefined));
  const titleRange = rangeIn(passage, title, to);
  return openRequirement(gathering, {
    id,
    idRange: id === undefined ? titleRange : rangeIn(passage, idStart, idEnd),
    title: text
      .slice(title, to)
      .replace(/\s+/g, " ")
      .replace(/[\s:：]+$/, "")
      .trim(),
    titleRange,
    form,
    start: range.start,
    end: range.end,
    statement: [passage],
    spoken: [spokenOf(undefined, inline, title)],
    insertion,
  });
}

/** The first line, cut at a word where it is long. */
function titleEndOf(text: string, from: number): number {
  const line = from + (/^[^\n]*/.exec(text.slice(from))?.[0].length ?? 0);
  if (line - from <= TITLE_LENGTH) return line;
  const cut = text.slice(from, from + TITLE_LENGTH);
  const blank = cut.search(/\s\S*$/);
  return from + (blank > TITLE_LENGTH / 2 ? blank : isSurrogate(cut) ? TITLE_LENGTH - 1 : TITLE_LENGTH);
}

function isSurrogate(cut: string): boolean {
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last < 0xdc00;
}

/** Notes that a scenario is an edge case, where its name or its first step says so. */
export function attest(owner: RequirementDraft, heading: Passage, step: Inline | undefined): void {
  const { start, end } = heading;
  if (isOutOfTheOrdinary(heading.inline) || (step !== undefined && isOutOfTheOrdinary(step)))
    owner.evidence.push({ facet: "edgeCases", start, end });
}

/** Begins a requirement: it is defined from here on. */
export function openRequirement(
  { drafts, gathered }: Gathering,
  draft: Omit<RequirementDraft, "facets" | "evidence">,
): RequirementDraft {
  const opened: RequirementDraft = { ...draft, facets: [], evidence: [] };
  drafts.push(opened);
  const { idRange, title, start, end } = opened;
  gathered.definitions.push({
    ...idRange,
    id: nameOf(opened),
    kind: "requirement",
    title,
    block: { start, end },
  });
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
  owner: Pick<RequirementDraft, "spoken"> | undefined,
  facet: FacetName | undefined,
  inline: Inline,
  from = 0,
  to?: number,
): void {
  owner?.spoken.push(spokenOf(facet, inline, from, to));
}

/** Code, HTML, tables and footnotes that no list or paragraph holds. */
export function speakBlock(
  owner: Pick<RequirementDraft, "spoken"> | undefined,
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

/** What a requirement is called: its id, else its title in quotes. */
export function nameOf({ id, title }: Pick<RequirementDraft, "id" | "title">): string {
  return id ?? quoted(title);
}

export function finishRequirement(draft: RequirementDraft): Requirement {
  const facets: Partial<Record<FacetName, Facet>> = {};
  const evidence: Partial<Record<FacetName, Range[]>> = {};
  const answer = (facet: FacetName, range: Range): void => {
    (evidence[facet] ??= []).push({ start: range.start, end: range.end });
  };
  for (const one of draft.facets) {
    const facet = facetOf(one);
    // Two columns or labels for one facet: what one of them says, counts; what the others say is evidence.
    const before = facets[facet.name];
    if (before === undefined || before.empty) facets[facet.name] = facet;
    else if (!facet.empty)
      for (const passage of facet.form === "scenario" ? [facet.labelRange] : facet.content)
        answer(facet.name, passage);
    if (facet.name !== "accept") continue;
    if (facet.form === "scenario") continue;
    for (const passage of facet.content) {
      if (isOutOfTheOrdinary(passage.inline)) answer("edgeCases", passage);
      if (isLimiting(passage.inline)) answer("constraints", passage);
    }
  }
  for (const { facet, start, end } of draft.evidence) answer(facet, { start, end });
  for (const passage of draft.statement) {
    for (const { facet, start, end } of evidenceOf(passage.inline))
      answer(facet, rangeIn(passage, start, end));
  }
  // Field by field: spreading all but a few takes longer than everything else here.
  const { title, titleRange, form, start, end, idRange, insertion, statement, spoken } = draft;
  return {
    id: nameOf(draft),
    named: draft.id !== undefined,
    title,
    titleRange,
    form,
    start,
    end,
    idRange,
    insertion,
    statement,
    spoken,
    facets,
    evidence,
    soThat: evidence.why?.[0],
    measured: draft.statement.some(({ inline }) => isMeasured(inline)),
    parent: undefined,
    also: [],
  };
}
