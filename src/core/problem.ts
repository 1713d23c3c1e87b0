import type { Range } from "./text/range.ts";

/*
 * What the product says about a document and what may be done about it: the words that everything above the rules
 * speaks in. What a rule is stands in rules/rule.ts.
 */

export type Severity = "error" | "warning" | "information";

/** Where product and engineering drift apart; see the essay behind the product in docs/why.md. */
export type Seam = "handoff" | "prioritisation" | "narrative";

/** Whose turn it is. */
export type Owner = "product" | "engineering" | "both" | "managers";

export type RuleCode = `PRD${number}`;

/** What a rule finds. `data` is plain JSON and all that the rule's `fixes` need to know. */
export interface Finding extends Range {
  readonly message: string;
  readonly data?: unknown;
  /** `fixes` has a safe fix for it. */
  readonly fixable?: boolean;
  /** Whose turn it is, where that differs from the rule's owner. */
  readonly owner?: Owner;
  /** It is open, and nothing is late or missing yet: counted as every conversation, and shown as information. */
  readonly early?: true;
  /** Nothing that a document says counts before this is mended: an error whatever its status, and nothing silences it. */
  readonly always?: true;
  /** The document's status says that this is settled, and it is not: an error here, whatever the rule's severity is. */
  readonly blocks?: true;
  /** Who is asked, where that is known better than by the owner; handles with their `@`. */
  readonly people?: readonly string[];
  /** With whom it is asked about at once, where there are enough of them; see check/group.ts. */
  readonly member?: Member;
}

/** One of several findings that may be one message. */
export interface Member {
  /** What people call it: a requirement's id, or the words that are asked about. */
  readonly id: string;
  readonly group: Group;
}

/** Findings of one rule that belong together. */
export interface Group {
  /** Where the message about all of them stands; what stands at one place is one group. */
  readonly at: Range;
  /** The heading that they stand under, as people read it. */
  readonly heading?: string;
  /** How many there are of what some are asked about. */
  readonly of: number;
}

/** One of those that a message speaks of: what it would be by itself, and what people call it. */
export interface Related extends Range {
  readonly id: string;
  readonly message: string;
  readonly owner: Owner;
  readonly data?: unknown;
}

/** A finding as it is shown: with its rule, and the severity that holds at the document's status. */
export interface Problem extends Finding {
  readonly code: RuleCode;
  readonly name: string;
  readonly severity: Severity;
  readonly seam: Seam;
  readonly owner: Owner;
  readonly fixable: boolean;
  /** All that it speaks of, where it is about several places. */
  readonly related?: readonly Related[];
}

/**
 * A change that answers a problem.
 *
 * *Safe* ones remove their problem, add none and need no person; `seamwork fix` applies them. *Guided* ones are for a
 * person: they choose, or insert a text with places to fill in, after which the problem is gone.
 */
export interface Fix {
  readonly title: string;
  readonly kind: "safe" | "guided";
  readonly edits: readonly FixEdit[];
  /** Select this instead of (or after) editing: the fix is to rewrite what stands there. */
  readonly select?: Range;
  /** The fix that a person most likely wants. */
  readonly preferred?: boolean;
  /** Speaks in somebody's name: nobody but this person (a handle with `@`) is offered it. */
  readonly onlyFor?: string;
  /** How the documentation fills in the places, in order of their numbers; tests apply it. */
  readonly filled?: readonly string[];
}

/** Replaces a range; `newText` is a snippet (see writing/snippet.ts) where `snippet` is true. */
export interface FixEdit extends Range {
  readonly newText: string;
  readonly snippet?: boolean;
}
