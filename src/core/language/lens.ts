import type { Config } from "../config/config.ts";
import type { DocumentKind } from "../document/kind.ts";
import type { PrdDocument } from "../document/model.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

/** A line above the text that says how something stands, and does something when it is clicked. */
export interface Lens extends LensText {
  /** The offset above which it stands. */
  readonly at: number;
}

export interface LensText {
  readonly title: string;
  readonly tooltip?: string;
  /** The id of a command, without `seamwork.`. */
  readonly command: string;
  /** What the command takes after the document's address. */
  readonly args?: readonly unknown[];
}

/** What lenses depend on. */
export interface AskedForLenses {
  readonly model: PrdDocument;
  readonly kind: DocumentKind;
  readonly config: Config;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Who sits here, where that is known. */
  readonly me: string | undefined;
  /** Undefined where other documents are not known. */
  readonly place: { readonly index: WorkspaceIndex; readonly path: string } | undefined;
}
