import type { Event, Uri } from "vscode";
import type { LivePrd } from "../../collab/live-prd.ts";

/** A shared PRD and the document in which this window shows it. */
export interface LiveDocument {
  /** A file, or for a read-only session a document of the scheme `seamwork-live`. */
  readonly uri: Uri;
  /** For people: the name of the PRD's file. */
  readonly name: string;
  readonly live: LivePrd;
}

/** The shared PRDs of this window. */
export interface LivePrds {
  readonly all: readonly LiveDocument[];
  of(uri: Uri): LiveDocument | undefined;
  /** A PRD was shared, joined or left, or something of one is different: its status, its people, its text. */
  readonly onDidChange: Event<void>;
}
