import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";
import type { Answer } from "./answers.ts";
import type { Header } from "./header.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import type { Located, Passage } from "./passage.ts";

/**
 * A PRD with the meaning that the format gives it. Immutable: an edit makes a new document, which shares the pieces
 * that did not change. All ranges are UTF-16 offsets into `text`.
 */
export interface PrdDocument {
  readonly text: string;
  readonly header: Header;
  /** Text of the first heading of level 1. */
  readonly title: Passage | undefined;
  readonly pieces: readonly PlacedPiece[];
  /** One for each heading, in order; those without a known name too. */
  readonly sections: readonly Section[];
  /** In order of definition; children after their parents. */
  readonly requirements: readonly Requirement[];
  readonly edgeCases: readonly EdgeCase[];
  readonly constraints: readonly Constraint[];
  readonly assumptions: readonly Assumption[];
  readonly optionTables: readonly OptionTable[];
  readonly inTheRoom: readonly InTheRoom[];
  readonly questions: readonly Question[];
  readonly disagreements: readonly Disagreement[];
  readonly signOffs: readonly SignOff[];
  readonly overrides: readonly Override[];
  /** What answers for a facet of the whole document, or of a part of it that names no requirement. */
  readonly documentWide: readonly DocumentWide[];
  /** Lines of acceptance sections that stand apart from the requirements. */
  readonly acceptanceLines: readonly AcceptanceLine[];
  /** Every place that defines an id, in document order; an id that is defined twice is there twice. */
  readonly definitions: readonly Definition[];
  readonly mentions: readonly Mention[];
  readonly suppressions: readonly Suppression[];
  /** Stretches that were not parsed (PRD012). */
  readonly tooDeep: readonly Range[];
}

export interface Section extends Range {
  /** The known section that the heading names itself, undefined for other headings. */
  readonly name: SectionName | undefined;
  /** The known section in whose content the heading stands; its own name counts first. */
  readonly within: SectionName | undefined;
  readonly heading: Passage;
  readonly depth: number;
  /** Blocks up to the next heading of any level. */
  readonly blocks: readonly Located[];
  /** Index in `sections` of the heading that this one stands under, -1 at the top. */
  readonly parent: number;
  /** End of everything under the heading, deeper headings included (`end` is the same); `start` is the heading's. */
  readonly end: number;
}

export interface Requirement extends Range {
  /** What rules and sign-offs call it: its id, or where it has none its title in quotes. */
  readonly id: string;
  /** Whether it has an id of its own. */
  readonly named: boolean;
  /** Where the id stands; of one without, its title. */
  readonly idRange: Range;
  readonly title: string;
  readonly titleRange: Range;
  readonly form: "heading" | "item" | "row" | "paragraph";
  /** Paragraphs, items and cells that are no facet, the title first. */
  readonly statement: readonly Passage[];
  readonly facets: Readonly<Partial<Record<FacetName, Facet>>>;
  /** Range of the "so that …" clause, which counts as its why. */
  readonly soThat: Range | undefined;
  /** Clauses and lines that answer for a facet without its label, in order. */
  readonly evidence: Readonly<Partial<Record<FacetName, readonly Range[]>>>;
  /** Its statement has a number that measures something, so it can be checked as it stands. */
  readonly measured: boolean;
  /** Requirement under which this one is a child (`FR6` for `FR6.1`). */
  readonly parent: string | undefined;
  /** Where a missing facet goes. */
  readonly insertion: Insertion;
  /** Further places that define the same requirement: a table row beside its heading. */
  readonly also: readonly Range[];
  /** All that it says, in document order. The same array for as long as its text stands, so it can be a key. */
  readonly spoken: readonly Spoken[];
}

/** A paragraph, item, cell or block of code that a requirement says. */
export interface Spoken {
  /** Undefined for its statement: the title, and every block that is no facet. */
  readonly facet: FacetName | undefined;
  readonly inline: Inline;
  /** Index into the inline's text behind the label or the defining id. */
  readonly from: number;
  /** Index at which the answers of an edge case or constraint begin; undefined for everything else. */
  readonly to: number | undefined;
}

/** Where new lines go and how they are indented. */
export interface Insertion {
  /** Offset behind the last line that belongs to the block; text inserted there begins with a line end. */
  readonly offset: number;
  /** White space before a new list item's mark. */
  readonly indent: string;
  /** `-`, `*` or `+`, as its neighbours have it. */
  readonly bullet: string;
  /** An empty line must come first, because what stands before is no list item. */
  readonly blankLine: boolean;
}

export interface Facet extends Range {
  readonly name: FacetName;
  readonly labelRange: Range;
  readonly form: "item" | "paragraph" | "heading" | "cell" | "scenario";
  /** The text behind the label and all items, one passage each, without the label itself. */
  readonly content: readonly Passage[];
  readonly text: string;
  /** Nothing is said: no text, or a "None" without a reason. */
  readonly empty: boolean;
  /** `None, because …` or `None seen, @mara 2026-07-21`. */
  readonly none: "because" | "seen" | undefined;
  /** Where a further item of this facet goes. */
  readonly insertion: Insertion;
}

/** A list item, heading or row with an id and a meaning. */
export interface Annotation extends Range {
  readonly id: string;
  readonly idRange: Range;
  readonly passage: Passage;
  /** What is said, without id, bracketed head and answers. */
  readonly body: string;
  readonly bodyRange: Range;
  readonly answers: readonly Answer[];
  /** Where an answer goes: behind the last word of the item's own text. */
  readonly answerAt: number;
}

export interface EdgeCase extends Annotation {
  readonly kind: "edge-case";
  readonly requirement: string | undefined;
  readonly case: string;
  /** What should happen; undefined when no colon says so. */
  readonly outcome: string | undefined;
}

/** The bracketed head of a constraint or question: `(perf, @mara, 2026-07-20; R1, R3)`. */
export interface Head extends Range {
  readonly words: readonly { readonly text: string; readonly range: Range }[];
  readonly who: readonly string[];
  readonly date: string | undefined;
  readonly dateRange: Range | undefined;
  readonly ids: readonly string[];
}

export interface Constraint extends Annotation {
  readonly kind: "constraint";
  readonly head: Head | undefined;
  /** First word of the head, in lower case: `perf`. */
  readonly topic: string | undefined;
  /** Ids of the requirements that it limits: the one that it stands in and those that its head names. */
  readonly limits: readonly string[];
  /** The requirement that it stands in. */
  readonly requirement: string | undefined;
}

export interface Assumption extends Annotation {
  readonly kind: "assumption";
}

export interface Question extends Annotation {
  readonly kind: "question";
  readonly head: Head | undefined;
}

export interface Disagreement extends Annotation {
  readonly kind: "disagreement";
  readonly tier: number | undefined;
  readonly tierRange: Range | undefined;
  readonly nature: string | undefined;
  readonly between: readonly string[];
  readonly date: string | undefined;
}

export interface OptionTable extends Range {
  readonly options: readonly Option[];
  readonly columns: {
    readonly option: number;
    readonly time: number;
    readonly tradeOff: number;
    readonly chosen: number;
  };
}

export interface Option extends Range {
  readonly id: string | undefined;
  readonly name: Passage;
  readonly time: Passage | undefined;
  readonly tradeOff: Passage | undefined;
  readonly chosenCell: Passage | undefined;
  readonly chosen: boolean;
}

export interface InTheRoom extends Range {
  readonly passage: Passage;
  readonly who: readonly string[];
  readonly date: string | undefined;
}

/** `**Signed off** R1, @mara, 2026-07-24 `2:s1a2b3c4d …``; src/core/review knows what the fingerprint means. */
export interface SignOff extends Range {
  readonly requirement: string | undefined;
  readonly who: string | undefined;
  readonly date: string | undefined;
  readonly carried: string | undefined;
  readonly fingerprint: string | undefined;
}

export interface Override extends Range {
  readonly to: string;
  readonly who: string | undefined;
  readonly date: string | undefined;
  readonly reason: string;
}

export interface AcceptanceLine extends Range {
  readonly section: Section;
  readonly passage: Passage;
  readonly ids: readonly string[];
}

/** A line of *Why*, *Edge cases*, *Constraints* or *Acceptance*, or one with such a label that stands below no requirement. */
export interface DocumentWide extends Range {
  readonly facet: FacetName;
  /** Ids that it names, of requirements or not; ends of a range with those between them. */
  readonly keys: readonly string[];
  /** It stands in a section for all of the document, and not below a label in the midst of requirements. */
  readonly section: boolean;
  /** What it says, with what is nested in it; nothing where it names no id, or is a requirement itself. */
  readonly spoken: readonly Spoken[];
}

export type DefinitionKind =
  | "requirement"
  | "edge-case"
  | "constraint"
  | "assumption"
  | "option"
  | "question"
  | "disagreement"
  | "renegotiation"
  | "action";

/** `start`–`end` is the id itself. */
export interface Definition extends Range {
  readonly id: string;
  readonly kind: DefinitionKind;
  readonly title: string;
  /** The whole heading, item or row. */
  readonly block: Range;
}

/** An id that refers to a definition, or should: its letters are those of an id here, or it follows "see". */
export interface Mention extends Range {
  readonly id: string;
  /** The definition that it means, undefined when there is none (PRD008). */
  readonly target: Definition | undefined;
}

export interface Suppression extends Range {
  readonly code: string | undefined;
  readonly until: string | undefined;
  readonly reason: string | undefined;
  /** The block that it speaks for. */
  readonly covers: Range | undefined;
}
