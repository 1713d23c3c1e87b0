import type { Config } from "../config/config.ts";
import type { HeaderKind } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Status } from "../document/status.ts";
import type { Range } from "../text/range.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

export type Severity = "error" | "warning" | "information";

/** Where product and engineering drift apart; see the essay behind the product in docs/why.md. */
export type Seam = "handoff" | "prioritisation" | "narrative";

/** Whose turn it is. */
export type Owner = "product" | "engineering" | "both" | "managers";

export type RuleCode = `PRD${number}`;

/** What every rule gets. Nothing else may reach it: no clock, no disk, no editor. */
export interface RuleContext {
  readonly document: PrdDocument;
  readonly config: Config;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  /** The status that the document is checked as; a cycle or retro has none and counts as agreed. */
  readonly status: Status;
  /** The document as it was, for rules about change; they are silent without it. */
  readonly previous?: Previous | undefined;
}

/** An earlier state of a document. */
export interface Previous {
  readonly text: string;
  /** `YYYY-MM-DD`, where it is known. */
  readonly date?: string | undefined;
}

/** What workspace rules get beside that: all documents, and which of them this one is. */
export interface WorkspaceContext extends RuleContext {
  readonly path: string;
  readonly index: WorkspaceIndex;
}

/** What a rule finds. `data` is plain JSON and all that the rule's `fixes` need to know. */
export interface Finding extends Range {
  readonly message: string;
  readonly data?: unknown;
  /** `fixes` has a safe fix for it. */
  readonly fixable?: boolean;
  /** Whose turn it is, where that differs from the rule's owner. */
  readonly owner?: Owner;
}

/** A finding as it is shown: with its rule, and the severity that holds at the document's status. */
export interface Problem extends Finding {
  readonly code: RuleCode;
  readonly name: string;
  readonly severity: Severity;
  readonly seam: Seam;
  readonly owner: Owner;
  readonly fixable: boolean;
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

/** Replaces a range; `newText` is a snippet (see snippet.ts) where `snippet` is true. */
export interface FixEdit extends Range {
  readonly newText: string;
  readonly snippet?: boolean;
}

/** Both texts are whole documents or excerpts that `exampleDocument` completes; they are run as the rule's tests. */
export interface Example {
  readonly title: string;
  readonly bad: string;
  readonly good: string;
  /** `seamwork.yaml` for both texts. */
  readonly config?: string;
  /** Status that both are checked as; `agreed` when absent. */
  readonly status?: Status;
  readonly today?: string;
  /** The whole document as it was before. */
  readonly previous?: string;
  /** Further documents of the workspace by path, for workspace rules. */
  readonly others?: Readonly<Record<string, string>>;
  /** How many problems of this rule the bad text has; 1 when absent. */
  readonly count?: number;
  /** Codes that may follow when a guided fix is filled in, since its text says something new. */
  readonly mayFollow?: readonly RuleCode[];
}

export interface Rule {
  readonly code: RuleCode;
  /** Kebab case, for people who search: `missing-why`. */
  readonly name: string;
  /** Severity from `agreed` to `launched`. */
  readonly severity: Severity;
  /** At `in-review` at most a warning: what it asks for is what the review brings. */
  readonly gentleInReview?: boolean;
  readonly seam: Seam;
  readonly owner: Owner;
  /** The message with typical names in it, for the catalogue. */
  readonly summary: string;
  /** The kinds of documents that it sees; a PRD's alone when absent. */
  readonly on?: readonly HeaderKind[];
  readonly check: LocalCheck | WorkspaceCheck;
  /** Fixes for one of this rule's findings, in the document that it was found in. */
  readonly fixes?: (finding: Finding, context: RuleContext | WorkspaceContext) => Fix[];
}

/** Sees one document; runs on every keystroke. */
export interface LocalCheck {
  readonly pass: "local";
  readonly run: (context: RuleContext) => Iterable<Finding>;
}

/**
 * Sees all documents; runs when typing pauses. Of a document that is not open only the header is there: what its body
 * says is in the index (`index.get(path).team`).
 */
export interface WorkspaceCheck {
  readonly pass: "workspace";
  /** False where the index alone shows that it has nothing to say: such a document need not be parsed for it. */
  readonly concerns: (path: string, index: WorkspaceIndex) => boolean;
  /** It compares with an earlier state, and so has nothing to say where nobody hands one in. */
  readonly compares?: true;
  readonly run: (context: WorkspaceContext) => Iterable<Finding>;
}

/** What people read about a rule. It stands beside the rule, in an export of its own, so that the editor need not load it. */
export interface RuleDocs {
  /** Why it matters and what to do, one or two paragraphs of markdown. */
  readonly rationale: string;
  /** First examples first: documentation shows them in this order. */
  readonly examples: readonly [Example, ...Example[]];
}

export type DocumentedRule = Rule & RuleDocs;
