import { dirname, resolve } from "node:path";
import { workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { DocumentSummary, WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Fault } from "../fault.ts";
import type { FoundFile } from "./find.ts";
import { neighboursOf } from "./neighbours.ts";
import type { Unreadable } from "./read.ts";
import type { Team, Teams } from "./teams.ts";
import { visitFiles } from "./visit.ts";
import type { FilesRequest } from "./visit.ts";

/** A document as a command sees it; what else it needs to know of one is its own. */
export interface WorkspaceDocument {
  readonly found: FoundFile;
  readonly team: Team;
  readonly summary: DocumentSummary;
}

/** The documents for which one team's data speaks. */
export interface Workspace<Document extends WorkspaceDocument> {
  readonly team: Team;
  readonly index: WorkspaceIndex;
  /** All that are in the index, by shown path. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Those that the paths mean; the others are their neighbours. */
  readonly asked: readonly Document[];
}

export interface Workspaces<Document extends WorkspaceDocument> {
  /** At least one: where there is no document, that of the first path. */
  readonly all: readonly Workspace<Document>[];
  /** The documents that the paths mean, by shown path. */
  readonly asked: readonly Document[];
  readonly teams: Teams;
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

export interface WorkspacesRequest<Document extends WorkspaceDocument> extends FilesRequest {
  /**
   * Opens a file.
   *
   * @param asked false for a file that is only a neighbour of those that the paths mean
   * @returns undefined for a file that the command leaves alone
   */
  readonly open: (found: FoundFile, teams: Teams, asked: boolean) => Document | Unreadable | undefined;
  /** What a person is told who named a file that is left alone, after its path; undefined for nothing. */
  readonly leftAlone?: string;
}

/** Reads the documents that the paths mean, and the others of their workspaces, since some rules compare them all. */
export async function readWorkspaces<Document extends WorkspaceDocument>(
  request: WorkspacesRequest<Document>,
): Promise<Workspaces<Document>> {
  const { cwd, progress, open, leftAlone, paths } = request;
  const asked: Document[] = [];
  const notes: string[] = [];
  const visited = await visitFiles(request, (found, teams) => {
    const document = open(found, teams, true);
    if (document !== undefined && "refused" in document) return document;
    if (document !== undefined) asked.push(document);
    else if (found.named && leftAlone !== undefined) notes.push(`${found.shown}: ${leftAlone}`);
    return undefined;
  });
  const { teams } = visited;
  const around: Document[] = [];
  const step = (folder: string): Promise<void> => progress.step(folder);
  const others = await neighboursOf(asked, visited.folders, cwd, step, teams.files);
  for (const [index, found] of others.entries()) {
    await progress.step(found.shown, { index, of: others.length });
    const document = open(found, teams, false);
    if (document !== undefined && !("refused" in document)) around.push(document);
  }
  const all = byTeam(asked, around);
  if (all.length === 0) {
    const [folder = dirname(resolve(cwd, paths[0] ?? "."))] = visited.folders;
    all.push({ team: teams.of(folder), index: workspaceIndex(), documents: new Map(), asked: [] });
  }
  return { all, asked, teams, faults: visited.faults(), notes: [...visited.notes, ...notes] };
}

function byTeam<Document extends WorkspaceDocument>(
  asked: readonly Document[],
  around: readonly Document[],
): Workspace<Document>[] {
  const documents = new Map<Team, Document[]>();
  for (const one of [...asked, ...around]) {
    const own = documents.get(one.team) ?? [];
    documents.set(one.team, own);
    own.push(one);
  }
  return [...documents].map(([team, own]) => {
    const index = workspaceIndex();
    for (const { summary } of own) index.set(summary);
    return {
      team,
      index,
      documents: new Map(own.map((one) => [one.summary.path, one])),
      asked: asked.filter((one) => one.team === team),
    };
  });
}
