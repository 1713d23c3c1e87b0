import type { Config } from "../../config/config.ts";
import type { HeaderKind } from "../../format/header-keys.ts";
import type { PrdDocument } from "../../document/model.ts";
import type { DocumentSummary } from "../../workspace/workspace-index.ts";

/** Where completion was asked for. */
export interface Context {
  readonly model: PrdDocument;
  readonly config: Config;
  readonly offset: number;
  /** The line up to the cursor. */
  readonly before: string;
  /** The line behind the cursor. */
  readonly after: string;
  readonly today: string;
  readonly me: string | undefined;
  readonly kind: HeaderKind;
  /** Ids of all documents of the workspace. */
  readonly takenIds: () => readonly string[];
  /** All documents of the workspace. */
  readonly documents: () => readonly DocumentSummary[];
}

/** One line of the list. */
export interface Offer {
  readonly label: string;
  readonly kind: "field" | "value" | "person" | "section" | "facet" | "annotation" | "document";
  readonly detail?: string | undefined;
  readonly text: string;
  /** `text` is a snippet. */
  readonly snippet?: boolean;
  /** Offset from which the text replaces what was typed. */
  readonly replace: number;
  /** Units behind the cursor that go as well. */
  readonly swallow?: number;
  /** What the typed text is compared with; the text itself when absent. */
  readonly filter?: string;
  /** Offer the next thing at once. */
  readonly again?: boolean;
}
