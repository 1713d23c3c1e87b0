import type { Status } from "../format/status.ts";
import type { Config } from "../config/config.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Conversation } from "../readiness/conversations.ts";
import type { Readiness } from "../readiness/readiness.ts";
import type { Owner } from "../problem.ts";
import type { Range } from "../text/range.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

/** Which meeting an agenda is for. */
export type AgendaRequest =
  | { readonly kind: "weekly"; /** Two handles. */ readonly pair: readonly [string, string] }
  | { readonly kind: "managers" }
  | { readonly kind: "planning"; /** Id of the cycle that is planned. */ readonly cycle: string }
  | { readonly kind: "retro"; /** Id of a PRD or of a retro of its own. */ readonly document: string };

export type AgendaKind = AgendaRequest["kind"];

/** What an agenda is made from. Bodies of documents are in no index, so the caller looks into those of the scope. */
export interface AgendaInput {
  readonly index: WorkspaceIndex;
  readonly config: Config;
  /** The day of the meeting, `YYYY-MM-DD`. */
  readonly today: string;
  /** A document of the scope; undefined for one that is gone. */
  readonly open: (path: string) => OpenDocument | undefined;
  /** The line, from 1, of an offset in any document of the index. */
  readonly lineAt: (path: string, offset: number) => number;
  /**
   * What changed in a document since the day (or the status) that its scope names; undefined where nobody knows what
   * the documents were then.
   */
  readonly changes: ((path: string) => readonly ChangeLine[]) | undefined;
}

/** A document with what is open in it; readiness has these of a PRD. */
export interface OpenDocument extends Pick<Readiness, "conversations" | "ready"> {
  readonly document: PrdDocument;
}

/** One sentence on what is different, and where; `changesSince` tells it. */
export interface ChangeLine extends Range {
  readonly message: string;
  readonly afterBuildingBegan: boolean;
}

export type SectionKey =
  | "blocks"
  | "waits"
  | "drifted"
  | "coming"
  | "questions"
  | "facts"
  | "capacity"
  | "planned"
  | "carried"
  | "gave-up"
  | "actions";

export interface Agenda {
  readonly kind: AgendaKind;
  /** Whom or what it is for: the pair's handles, a cycle's or document's id. */
  readonly of: readonly string[];
  readonly today: string;
  /** The day of the last meeting of this kind; undefined where none is logged. */
  readonly since: string | undefined;
  /** How long the meeting should take; undefined where the team data says nothing. */
  readonly minutes: number | undefined;
  /** What comes first is read first; none is empty. */
  readonly sections: readonly AgendaSection[];
  /** What did not fit; only a weekly has a limit. */
  readonly leftOut: LeftOut;
  /** Sentences about what the agenda could not know. */
  readonly notes: readonly string[];
}

export interface AgendaSection {
  readonly key: SectionKey;
  readonly title: string;
  readonly items: readonly AgendaItem[];
}

/** One line to talk about; `start`–`end` is where, in the document at `path`. */
export interface AgendaItem extends Range {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** What the document is called: its id, else its path. */
  readonly document: string;
  /** One line, plain text, without the document's name. */
  readonly text: string;
  /** Whose turn it is; undefined for what is only to be known. */
  readonly owner: Owner | undefined;
  /** Who that is; handles with their `@`. */
  readonly people: readonly string[];
  /** Calendar days that it has waited, where a date says so. */
  readonly days: number | undefined;
  /** The day on which something is due. */
  readonly due: string | undefined;
  /** It came up after the last meeting of this kind. */
  readonly isNew: boolean;
  /** How many open conversations it stands for; 0 for a date, a change or a fact. */
  readonly conversations: number;
}

export interface LeftOut {
  readonly items: number;
  /** How many open conversations the items stand for. */
  readonly conversations: number;
  /** Where they are; most first. */
  readonly documents: readonly { readonly path: string; readonly document: string; readonly items: number }[];
}

/** What the caller has to look into before an agenda can be made. */
export interface AgendaScope {
  /** Paths of the documents whose open conversations count, sorted. */
  readonly paths: readonly string[];
  /** What the documents are compared with, undefined where there is nothing to compare. */
  readonly compare: Comparison | undefined;
}

export interface Comparison {
  readonly paths: readonly string[];
  /** The state at the end of this day, or that in which a document first had this status. */
  readonly with: { readonly day: string } | { readonly status: Status };
}

/** Why there is no agenda: one sentence that names what there is. */
export interface Refusal {
  readonly refused: string;
}

/** A conversation, and whether it stands in the way of its document's next status. */
export type Told = readonly [one: Conversation, blocks: boolean];
