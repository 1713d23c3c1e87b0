import type { Config } from "../config/config.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Range } from "../text/range.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

/** A place in a document that somebody asks about. */
export interface Asked {
  readonly model: PrdDocument;
  readonly offset: number;
  /** Undefined where no other document can be named: outside of the workspace's folders. */
  readonly others: Others | undefined;
}

/** What a hover needs beside the place. */
export interface AskedByReader extends Asked {
  readonly config: Config;
  /** Whether there is a `seamwork.yaml`. */
  readonly teamFile: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The documents of a workspace folder, this one among them. */
export interface Others {
  readonly index: WorkspaceIndex;
  /** A document as it stands, saved or not; undefined when it cannot be read. */
  text(path: string): Promise<string | undefined>;
  model(path: string): Promise<PrdDocument | undefined>;
}

/** Places in one document. */
export interface Places {
  /** Undefined for the document that was asked about. */
  readonly path: string | undefined;
  /** What the offsets count in. */
  readonly text: string;
  readonly ranges: readonly Range[];
}
