import type { FacetName, SectionName } from "../format/section-names.ts";
import type { Inline } from "../markdown/inline.ts";

/** Where a block stands. */
export interface Standing {
  /** The part of the PRD whose content it is, undefined in a section without a known name. */
  readonly within: SectionName | undefined;
  /** `P1: …` in this list says how much something matters, and is no id. */
  readonly priorities?: boolean;
}

/** That a block opens a requirement. All numbers are indices into the inline's text. */
export interface Opening {
  /** Undefined where it has none: its title names it. */
  readonly id: string | undefined;
  readonly idStart: number;
  readonly idEnd: number;
  /** Where the title begins. */
  readonly title: number;
  /** Where a title ends that more text follows in the same block: a bold lead. */
  readonly titleEnd?: number;
}

/** What a block without a label says about the requirement in which it stands. */
export type Saying = readonly FacetName[];

/**
 * One style of writing: the signs by which it is known. A document mixes styles, so a dialect speaks for a block and not for a
 * file, and who reads the model does not know which one spoke.
 */
export interface Dialect {
  /** The requirement that a heading opens. */
  readonly heading?: (inline: Inline, standing: Standing) => Opening | undefined;
  /** The requirement that a list item, or a paragraph that begins bold, opens. */
  readonly item?: (inline: Inline, standing: Standing) => Opening | undefined;
  /** What an item or paragraph below a requirement says without a label. */
  readonly says?: (inline: Inline) => Saying | undefined;
}

/** What people read about a style. It stands beside it, in an export of its own, so that the editor need not load it. */
export interface DialectDocs {
  readonly name: string;
  /** One or two sentences. */
  readonly description: string;
  readonly examples: readonly [DialectExample, ...DialectExample[]];
}

/** A document in this style and what is seen in it; both the dialect's test and its documentation. */
export interface DialectExample {
  readonly title: string;
  readonly markdown: string;
  /** For each requirement its id, or title in quotes, and the facets that it says something about. */
  readonly sees: Readonly<Record<string, readonly FacetName[]>>;
}
