import type { Action, LibraryRow, PrdOverview } from "../core/readiness/overview.ts";

/*
 * What the extension and the panel's page say to each other. Plain JSON on both sides.
 */

/** The panel's two tabs: the PRD in the active editor, and all PRDs of the workspace. */
export type PanelTab = "prd" | "library";

export type ToPanel =
  | OverviewMessage
  | LibraryMessage
  | NothingMessage
  /** Shows a tab, because a command asked for it. */
  | { readonly kind: "show"; readonly tab: PanelTab };

export interface OverviewMessage {
  readonly kind: "overview";
  /** The document's URI; comes back with what the person does. */
  readonly document: string;
  /** As people read it. */
  readonly path: string;
  /** Of the text that the offsets are of; comes back too, so that what is overtaken can be placed anew. */
  readonly version: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The handle of the person in front of the screen, undefined while nobody has said it. */
  readonly me: string | undefined;
  readonly overview: PrdOverview;
}

export interface LibraryMessage {
  readonly kind: "library";
  readonly rows: readonly LibraryRow[];
  readonly me: string | undefined;
  /** The files are still being read: more rows may come. */
  readonly reading: boolean;
}

/** There is nothing to say about the active editor. */
export interface NothingMessage {
  readonly kind: "nothing";
  /** No PRD is open; or the open markdown file could be one and has no header yet. */
  readonly because: "no-prd" | "candidate";
}

export type FromPanel =
  /** The page listens now; whatever was said before is lost. */
  | { readonly kind: "ready"; readonly tab: PanelTab }
  /** The person looks at another tab. */
  | { readonly kind: "tab"; readonly tab: PanelTab }
  /** Show a place in the document. */
  | {
      readonly kind: "goTo";
      readonly document: string;
      readonly version: number;
      readonly start: number;
      readonly end: number;
    }
  /** Do what a conversation's button says. */
  | {
      readonly kind: "act";
      readonly document: string;
      readonly version: number;
      /** Of the conversation, with which the host finds it again in a newer text. */
      readonly key: string;
      readonly action: Action;
    }
  /** Open a PRD of the list, at a place when there is one. */
  | {
      readonly kind: "open";
      readonly document: string;
      readonly at: { start: number; end: number } | undefined;
    }
  | { readonly kind: "run"; readonly command: PanelCommand };

/** What needs no place: about the active PRD, or about none. */
export type PanelCommand = "moveOn" | "startReview" | "whoAmI" | "export" | "adopt" | "newPrd";
