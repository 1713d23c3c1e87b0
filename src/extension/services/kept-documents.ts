import { workspace } from "vscode";
import type { Uri, WorkspaceFolder } from "vscode";
import type { DocumentKind } from "../../core/document/kind.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { frontmatterEnd } from "../../core/markdown/frontmatter.ts";
import type { Severity } from "../../core/problem.ts";
import type { LibraryRow } from "../../core/readiness/overview.ts";
import { summarise, workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { DocumentSummary, WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { TeamFacts } from "../../core/facts/model.ts";
import { isWithin, parentOf, relativePath } from "./paths.ts";
import type { Team } from "./teams.ts";

/** Problems by their severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** What is kept of a document. */
export interface Kept {
  readonly uri: Uri;
  readonly folder: WorkspaceFolder;
  readonly kind: DocumentKind;
  readonly team: Team;
  readonly summary: DocumentSummary;
  /** Of the document's own problems. */
  readonly counts: Counts;
  /** Of a PRD that was read since somebody asked for rows, and was not open then. */
  readonly row: LibraryRow | undefined;
  /**
   * The header alone and what is silenced in the text, for rules that compare documents; a closed document's body is
   * not kept in memory.
   */
  readonly head: PrdDocument;
}

/** A document as it was read. */
export interface ReadDocument {
  readonly uri: Uri;
  readonly kind: DocumentKind;
  readonly team: Team;
  readonly model: PrdDocument;
  readonly counts: Counts;
  readonly facts: TeamFacts | undefined;
  readonly row?: LibraryRow | undefined;
}

/** The documents of one workspace folder, and the name of one document among them. */
export interface LibraryPlace {
  readonly index: WorkspaceIndex;
  readonly path: string;
}

/** What the library has read, by address, with an index for each workspace folder. */
export interface KeptDocuments {
  get(key: string): Kept | undefined;
  all(): readonly Kept[];
  /** @returns false when that says nothing new, or the document lies in no folder of the workspace */
  keep(read: ReadDocument): boolean;
  /** @returns false when it was not there */
  remove(uri: Uri): boolean;
  /** The document itself, or all that lie below a folder of this address. */
  at(uri: Uri): readonly Kept[];
  indexOf(folder: WorkspaceFolder): WorkspaceIndex;
  /** Undefined for documents outside of the workspace's folders: nobody else can have their ids. */
  placeOf(uri: Uri): LibraryPlace | undefined;
}

export function createKeptDocuments(): KeptDocuments {
  const kept = new Map<string, Kept>();
  const indexes = new Map<string, WorkspaceIndex>();
  /** Folders that hold a kept document somewhere below; undefined where that has changed. */
  let folders: Set<string> | undefined;

  const indexOf = (folder: WorkspaceFolder): WorkspaceIndex => {
    const key = folder.uri.toString();
    let index = indexes.get(key);
    if (index === undefined) indexes.set(key, (index = workspaceIndex()));
    return index;
  };

  return {
    get: (key) => kept.get(key),
    all: () => [...kept.values()],
    keep(read) {
      const { uri, kind, team, model, counts, row } = read;
      const folder = workspace.getWorkspaceFolder(uri);
      if (folder === undefined) return false;
      const before = kept.get(uri.toString());
      const summary = summarise(model, relativePath(folder.uri, uri), kind, read.facts);
      if (before !== undefined && saysTheSame(before, { ...read, summary })) return false;
      indexOf(folder).set(summary);
      const head = headOf(read, before);
      kept.set(uri.toString(), { uri, folder, kind, team, summary, counts, row, head });
      folders = undefined;
      return true;
    },
    remove(uri) {
      const before = kept.get(uri.toString());
      if (before === undefined) return false;
      kept.delete(uri.toString());
      indexOf(before.folder).delete(before.summary.path);
      folders = undefined;
      return true;
    },
    at(uri) {
      const one = kept.get(uri.toString());
      if (one !== undefined) return [one];
      const all = [...kept.values()];
      folders ??= new Set(all.flatMap(({ uri, folder }) => foldersAbove(uri, folder.uri)));
      return folders.has(uri.toString()) ? all.filter((other) => isWithin(uri, other.uri)) : [];
    },
    indexOf,
    placeOf(uri) {
      const folder = workspace.getWorkspaceFolder(uri);
      return folder && { index: indexOf(folder), path: relativePath(folder.uri, uri) };
    },
  };
}

function saysTheSame(
  before: Kept,
  { kind, team, summary, counts, row }: ReadDocument & Pick<Kept, "summary">,
): boolean {
  return (
    before.kind === kind &&
    before.team === team &&
    JSON.stringify([before.summary, before.counts, before.row]) === JSON.stringify([summary, counts, row])
  );
}

function headOf({ model, team }: ReadDocument, before: Kept | undefined): PrdDocument {
  const header = model.text.slice(0, frontmatterEnd(model.text));
  const known = before?.head.text === header ? before.head : parseDocument(header, team.config);
  return { ...known, suppressions: model.suppressions };
}

/** Every folder from the file's own up to the workspace folder's. */
function foldersAbove(uri: Uri, top: Uri): string[] {
  const above: string[] = [];
  for (let at = parentOf(uri); isWithin(top, at); at = parentOf(at)) {
    above.push(at.toString());
    if (at.path === top.path || parentOf(at).path === at.path) break;
  }
  return above;
}
