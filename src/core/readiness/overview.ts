import type { Status } from "../format/status.ts";
import type { Owner, RuleCode, Seam, Severity } from "../problem.ts";
import type { Range } from "../text/range.ts";
import type { Conversation } from "./conversations.ts";
import type { Score } from "./score.ts";

/*
 * What the readiness panel shows of one PRD: plain JSON, so that it can be sent to a webview and written into a page.
 * All offsets are UTF-16 units into the text that it was made from.
 */

export interface PrdOverview {
  /** Undefined for a document that is no PRD yet; everything else is empty then. */
  readonly id: string | undefined;
  readonly name: string;
  readonly status: Status;
  readonly pm: readonly Person[];
  readonly eng: readonly Person[];
  readonly path: StatusPath;
  /** How many conversations are open now: the number that every other place has. */
  readonly open: number;
  /** Every one once, in document order: what is open now, and what stands in the way of the next status. */
  readonly conversations: readonly OpenConversation[];
  readonly matrix: Matrix;
  readonly score: Score;
  /** Undefined where nobody can tell who wrote what. */
  readonly authorship: Authorship | undefined;
}

export interface Person {
  /** With its `@`. */
  readonly handle: string;
  /** As the team data has it, else the handle without `@`. */
  readonly name: string;
}

/** The way of a PRD and where it stands. */
export interface StatusPath {
  readonly steps: readonly StatusStep[];
  /** Undefined where no status follows. */
  readonly next: Status | undefined;
  /** Keys of the conversations that come before the next status; it can move on when there are none. */
  readonly blockedBy: readonly string[];
}

export interface StatusStep {
  readonly status: Status;
  readonly state: "done" | "here" | "next" | "later";
}

export interface OpenConversation extends Range {
  /** The same for as long as the conversation is the same, whatever is written elsewhere; unique in the overview. */
  readonly key: string;
  readonly about: Conversation["about"];
  readonly id: string | undefined;
  readonly code: RuleCode | undefined;
  readonly severity: Severity | undefined;
  /** One line, plain text. */
  readonly text: string;
  readonly owner: Owner;
  readonly people: readonly Person[];
  /** It is the turn of the person that the overview was made for. */
  readonly mine: boolean;
  /** Calendar days that it has waited; 0 is today. */
  readonly days: number | undefined;
  readonly due: string | undefined;
  readonly overdue: boolean;
  readonly seam: Seam;
  /** From 1. */
  readonly line: number;
  /** It comes before the next status. */
  readonly blocks: boolean;
  /** What one can do next, the likeliest first; never empty. */
  readonly actions: readonly [Action, ...Action[]];
}

/** What a button does. Those with `at` act on what stands at that offset. */
export type Action =
  | { readonly kind: AnswerKind; readonly label: string; readonly at: number }
  /** Of the requirement with this id. */
  | { readonly kind: ReviewKind; readonly label: string; readonly requirement: string; readonly at: number }
  /** The rule's preferred fix for its problem at this range. */
  | ({ readonly kind: "fix"; readonly label: string; readonly code: RuleCode } & Range)
  | ({ readonly kind: "goTo"; readonly label: string } & Range);

/** Commands of the same names that take a document and an offset. */
export type AnswerKind =
  | "accept"
  | "counter"
  | "answer"
  | "held"
  | "broke"
  | "openDisagreement"
  | "addConstraint"
  | "addEdgeCase"
  | "addOption"
  | "inTheRoom";
export type ReviewKind = "startReview" | "signOff" | "carrySignOff" | "showChanges";

/** Requirements (rows) and what each one has to say (columns). */
export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixColumn {
  readonly facet: MatrixFacet;
  /** `Edge cases` */
  readonly label: string;
  /** The same sum as in the score. */
  readonly passed: number;
  readonly of: number;
}

export type MatrixFacet = "why" | "edgeCases" | "constraints" | "accept" | "signOff";

export interface MatrixRow extends Range {
  readonly id: string;
  readonly title: string;
  /** It is a part of the requirement above it that is none (`FR6.1` of `FR6`). */
  readonly child: boolean;
  /** As many as there are columns, in their order. `start`–`end` is where to go. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell extends Range {
  /**
   * "none": somebody said that there is nothing, and why. "notAsked": its family says it, or is asked.
   * "missing" and "stale" do not pass.
   */
  readonly state: "there" | "none" | "notAsked" | "missing" | "stale";
  /** In words: `3 edge cases`, `changed since @mara signed it 5 days ago: Constraints`. */
  readonly said: string;
}

/** Who wrote how much of the text. */
export interface Authorship {
  readonly from: "session" | "git";
  /** The one who wrote most first; shares add up to 1. */
  readonly people: readonly Author[];
}

export interface Author {
  readonly handle: string | undefined;
  readonly name: string;
  /** `pm`, `eng` or a word of the team; undefined for people that the team data does not know. */
  readonly role: string | undefined;
  /** 0 to 1. */
  readonly share: number;
  /** UTF-16 units. */
  readonly units: number;
}

/** One PRD in the list of all. */
export interface LibraryRow {
  /** How whoever asked for the row names the document: a URI in the editor, a path in the command line. */
  readonly document: string;
  /** As people read it: relative, with `/`. */
  readonly path: string;
  readonly id: string | undefined;
  readonly name: string;
  readonly status: Status;
  readonly pm: readonly Person[];
  readonly eng: readonly Person[];
  /** The person that the list was made for is one of the pair. */
  readonly mine: boolean;
  readonly bucket: string | undefined;
  readonly passed: number;
  readonly of: number;
  /** How many conversations are open. */
  readonly open: number;
  /** Undefined where no status follows. */
  readonly next: Status | undefined;
  /** How many of them come before the next status. */
  readonly blockers: number;
  /** That which has waited longest; `start`–`end` is where. */
  readonly oldest: OldestConversation | undefined;
}

export interface OldestConversation extends Range {
  readonly days: number;
  readonly text: string;
}
