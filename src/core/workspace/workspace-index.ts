import type { DocumentKind } from "../document/kind.ts";
import { idKeyOf } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { statusIn } from "../document/status.ts";
import type { Status } from "../format/status.ts";
import type { TeamFacts } from "../facts/model.ts";
import type { Range } from "../text/range.ts";

/** What one document tells the others. */
export interface DocumentSummary {
  readonly path: string;
  readonly kind: DocumentKind;
  /** Undefined for candidates and for headers without an id. */
  readonly id: string | undefined;
  readonly idRange: Range | undefined;
  readonly name: string;
  readonly status: Status | undefined;
  readonly pm: readonly string[];
  readonly eng: readonly string[];
  /** Undefined where only the head of a file was read. */
  readonly team: TeamFacts | undefined;
}

/** All documents of a workspace; kept up to date file by file. */
export interface WorkspaceIndex {
  set(summary: DocumentSummary): void;
  delete(path: string): void;
  get(path: string): DocumentSummary | undefined;
  /** Paths of the documents with this id, sorted. */
  withId(id: string): readonly string[];
  /** Every id that is in use. */
  ids(): Iterable<string>;
  all(): Iterable<DocumentSummary>;
  /** Grows with each change, so that what was worked out from all documents can be kept until the next one. */
  readonly revision: number;
}

/** Remembers what is worked out from all documents of an index, until one of them changes. */
export function keptPerIndex<Value>(
  compute: (index: WorkspaceIndex) => Value,
): (index: WorkspaceIndex) => Value {
  const kept = new WeakMap<WorkspaceIndex, { readonly revision: number; readonly value: Value }>();
  return (index) => {
    const before = kept.get(index);
    if (before?.revision === index.revision) return before.value;
    const value = compute(index);
    kept.set(index, { revision: index.revision, value });
    return value;
  };
}

export function workspaceIndex(): WorkspaceIndex {
  const summaries = new Map<string, DocumentSummary>();
  const paths = new Map<string, Set<string>>();
  let revision = 0;
  const forget = (path: string): void => {
    revision++;
    const id = summaries.get(path)?.id;
    if (id !== undefined) {
      const same = paths.get(id);
      same?.delete(path);
      if (same?.size === 0) paths.delete(id);
    }
    summaries.delete(path);
  };
  return {
    set(summary) {
      forget(summary.path);
      summaries.set(summary.path, summary);
      if (summary.id === undefined) return;
      const same = paths.get(summary.id);
      if (same === undefined) paths.set(summary.id, new Set([summary.path]));
      else same.add(summary.path);
    },
    delete: forget,
    get: (path) => summaries.get(path),
    withId: (id) => [...(paths.get(id) ?? [])].sort(),
    ids: () => paths.keys(),
    all: () => summaries.values(),
    get revision() {
      return revision;
    },
  };
}

/**
 * @param path as the caller names files; used as a key and shown in messages
 * @param kind what the file is; the text alone does not tell a candidate
 * @param team what `teamFactsOf` reads from the whole document
 */
export function summarise(
  document: Pick<PrdDocument, "header" | "title">,
  path: string,
  kind: DocumentKind,
  team?: TeamFacts,
): DocumentSummary {
  const { header, title } = document;
  const id = header.field(idKeyOf(header))?.values[0];
  return {
    path,
    kind,
    id: id?.text,
    idRange: id,
    name: header.field("name")?.values[0]?.text ?? title?.text ?? path,
    status: statusIn(header),
    pm: header.people("pm"),
    eng: header.people("eng"),
    team,
  };
}
