/**
 * What one language calls the parts of a PRD, and how its sentences say them. Data only: `words.ts` compiles it. Headings,
 * facets and steps are recognised in all languages at once, so no word here may mean another part in another language.
 *
 * Entries are in lower case; they are compared without accents, and hyphens count as blanks. An entry is a whole word or
 * phrase, in Chinese, Japanese and Korean any stretch of text.
 */
import type { LanguageCode } from "../format/language-codes.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";

/** Sections beside those of the format. All but `Edge cases` hold no requirements, whatever their items look like. */
export const asideNames = [
  "Edge cases",
  "Goals",
  "Out of scope",
  "Metrics",
  "People",
  "Milestones",
  "Tasks",
  "Glossary",
  "Data",
  "Design",
  "Risks",
  "References",
  "Summary",
] as const;
export type AsideName = (typeof asideNames)[number];
export type PartName = SectionName | AsideName;

export interface Lexicon {
  readonly code: LanguageCode;
  /**
   * Names of headings; without those that the comparison finds by a part of them (`names.ts`): "Functional requirements"
   * by its "requirements", "Risks and mitigations" by what stands before the "and".
   */
  readonly parts: Readonly<Partial<Record<PartName, readonly string[]>>>;
  /** Leads (`Why:`), headings and columns below a requirement. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Headers of table columns. */
  readonly columns: {
    readonly id: readonly string[];
    readonly requirement: readonly string[];
  };
  /** What stands before the number or the colon of a heading: `Requirement 3`, `User Story 1 - …`, `Scenario: …`. */
  readonly nouns: {
    readonly requirement: readonly string[];
    readonly story: readonly string[];
    readonly feature: readonly string[];
    readonly scenario: readonly string[];
  };
  /** Say that something has to be or may be done: "must", "should be able to". */
  readonly modals: readonly string[];
  /** Who a requirement is about: "the system", "users". Used together with a verb or at the start of a sentence. */
  readonly actors: readonly string[];
  /** Open a clause that says why: "so that", "in order to". */
  readonly why: readonly string[];
  /** The two halves of a user story: "as a", "I want". */
  readonly story: { readonly as: readonly string[]; readonly want: readonly string[] };
  /** Steps of a scenario: "given", "when", "then", "if". */
  readonly steps: {
    readonly given: readonly string[];
    readonly when: readonly string[];
    readonly outcome: readonly string[];
    readonly if: readonly string[];
  };
  /** What goes wrong or is out of the ordinary: "offline", "not found", "empty". A clause with one is an edge case. */
  readonly failing: readonly string[];
  /** Set a bound: "at most", "only", "must not". A clause with one limits how it may be built. */
  readonly limiting: readonly string[];
}
