import type { DialectName } from "./dialects.ts";
import type { DocumentKind } from "../document/kind.ts";
import type { Requirement } from "../document/model.ts";
import type { SectionName } from "../format/section-names.ts";
import type { LanguageCode } from "../format/language-codes.ts";

/** What was seen in a markdown file, as plain data. Lines count from 1. */
export interface Outline {
  /** `other` for markdown that is no document of a team and no candidate. */
  readonly kind: DocumentKind | "other";
  /** Styles that its requirements are written in. */
  readonly dialects: readonly DialectName[];
  readonly language: LanguageCode;
  readonly sections: readonly OutlinedSection[];
  readonly requirements: readonly OutlinedRequirement[];
  /** What stands for no requirement of its own. */
  readonly documentWide: Said;
  /** Lines of sections that hold requirements which were taken for no part of one, nor for an aside. */
  readonly unplaced: readonly number[];
}

/** A heading that is no requirement, nor a part of one. */
export interface OutlinedSection {
  /** Undefined for a heading without a meaning in the format. */
  readonly name: SectionName | undefined;
  readonly heading: string;
  readonly depth: number;
  readonly line: number;
}

/** For each facet the first lines of the items, rows and clauses that say it. */
export interface Said {
  readonly why: readonly number[];
  readonly edgeCases: readonly number[];
  readonly constraints: readonly number[];
  readonly acceptance: readonly number[];
}

export interface OutlinedRequirement extends Said {
  /** Undefined where its title names it. */
  readonly id: string | undefined;
  readonly title: string;
  readonly line: number;
  readonly endLine: number;
  /** Id of the requirement that it is a part of. */
  readonly parent: string | undefined;
  readonly form: Requirement["form"];
  /** Somebody signed it off, and it is still what they read. */
  readonly signedOff: boolean;
}
