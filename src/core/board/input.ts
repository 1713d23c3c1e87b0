import type { Config } from "../config/config.ts";
import type { Conversation } from "../readiness/conversations.ts";
import type { Trend } from "../trend/trend.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import type { DocumentName, Place } from "./model.ts";

/** What a board is made from. The index holds no bodies, so what is open in each document is handed in. */
export interface BoardInput {
  /** As people read it; see {@link Board.team}. */
  readonly team: string;
  readonly index: WorkspaceIndex;
  readonly config: Config;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  /** What is open in the documents that the board is about, by path; those of the index without an entry are left out. */
  readonly open: ReadonlyMap<string, readonly Conversation[]>;
  /** The line, from 1, of an offset in any document of the index. */
  readonly lineAt: (path: string, offset: number) => number;
  /** Or why there is none; undefined where nobody asked for it. */
  readonly trend?: Trend | { readonly missing: string } | undefined;
}

/** The documents that the board is about, by path. */
export function shownDocuments({ index, open }: Pick<BoardInput, "index" | "open">): DocumentSummary[] {
  return [...index.all()]
    .filter(({ path, kind }) => kind !== "candidate" && open.has(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function nameOf({ path, id, name }: DocumentSummary): DocumentName {
  return { path, id, name };
}

export function placeOf({ lineAt }: Pick<BoardInput, "lineAt">, path: string, start: number): Place {
  return { path, start, line: lineAt(path, start) };
}

/** Where a document says which one it is. */
export function headOf(input: Pick<BoardInput, "lineAt">, { path, idRange }: DocumentSummary): Place {
  return placeOf(input, path, idRange?.start ?? 0);
}
