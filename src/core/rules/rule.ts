import type { Config } from "../config/config.ts";
import type { PrdDocument } from "../document/model.ts";
import type { HeaderKind } from "../format/header-keys.ts";
import type { Status } from "../format/status.ts";
import type { Finding, Fix, Owner, RuleCode, Seam, Severity } from "../problem.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

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
  /** The handle of the person who asks for a fix; no rule's finding may depend on it. */
  readonly me?: string | undefined;
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
  /** Some of its findings are there whatever a team sets; see `Finding.always`. */
  readonly always?: true;
  readonly seam: Seam;
  readonly owner: Owner;
  /** The kinds of documents that it sees; a PRD's alone when absent. */
  readonly on?: readonly HeaderKind[];
  readonly check: LocalCheck | WorkspaceCheck;
  /** How it asks about several of its findings at once; one that is absent asks about each. */
  readonly together?: Together;
}

/** What mends one of a rule's findings, in the document that it was found in; it stands beside the rule, see `fixes.ts`. */
export type Fixes = (finding: Finding, context: RuleContext | WorkspaceContext) => Fix[];

/** One message for findings that belong together. */
export interface Together {
  /** From so many on; 3 when absent. */
  readonly least?: number;
  readonly say: (said: Several) => string;
}

/** What is known of those that one message is about. */
export interface Several {
  readonly count: number;
  /** How many there are of what some are asked about. */
  readonly of: number;
  /** As a sentence lists them: `R1–R9 and R12`. */
  readonly list: string;
  /** Where they stand: `under "Requirements"`. */
  readonly where: string;
  /** `Which three`, to begin a question that nobody answers for all: `Which of them` where they are no more. */
  readonly which: string;
}

/** For rules that mean the same in every document of a team: ids, silences, limits, sentences that hide something. */
export const everyKind: readonly HeaderKind[] = ["prd", "cycle", "retro"];

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
  /** The message with typical names in it, for the catalogue. */
  readonly summary: string;
  /** Why it matters and what to do, one or two paragraphs of markdown. */
  readonly rationale: string;
  /** First examples first: documentation shows them in this order. */
  readonly examples: readonly [Example, ...Example[]];
}

export type DocumentedRule = Rule & RuleDocs;
