import { dirname } from "node:path";
import * as z from "zod/mini";
import type { PrdDocument } from "../../core/document/model.ts";
import type { DocumentSummary } from "../../core/workspace/workspace-index.ts";
import type { FoundFile } from "../workspace/find.ts";
import { openDocument, pathInTeam } from "../workspace/open.ts";
import { summarised } from "../workspace/read-document.ts";
import type { Wanted } from "../workspace/read-document.ts";
import type { FileText, Unreadable } from "../workspace/read.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import { nameIn } from "./cache.ts";
import type { Cache, Table } from "./cache.ts";
import { contentHash } from "./content-hash.ts";

/** What is known of one document with a certain content. Only what follows from the content is in here. */
export interface Known<Facts> {
  /** Of everything that it follows from, beside what the cache's file is for; times of files are never trusted. */
  readonly hash: string;
  /** Its path is left out: it is the path of whoever asks. */
  readonly summary: Omit<DocumentSummary, "path">;
  /** What a command works out from a whole document; undefined when only the summary was needed so far. */
  readonly facts?: Facts;
}

const text = z.string();
const count = z.number();

export const summaryShape = z.object({
  kind: z.enum(["prd", "candidate", "cycle", "retro"]),
  id: z.optional(text),
  idRange: z.optional(z.object({ start: count, end: count })),
  name: text,
  status: z.optional(text),
  pm: z.array(text),
  eng: z.array(text),
  // What the build that the file's name tells has written, whole.
  team: z.unknown(),
});

/** The shape of {@link Known} in the cache. */
export function knownShape(facts: z.ZodMiniType): z.ZodMiniType {
  return z.object({ hash: text, summary: summaryShape, facts: z.optional(facts) });
}

/** A document with what its content alone tells. */
export interface Examined<Facts> {
  readonly found: FoundFile;
  readonly team: Team;
  readonly text: string;
  readonly summary: DocumentSummary;
  /** Undefined where only a summary was wanted. */
  readonly facts: Facts | undefined;
}

export interface Examination<Facts> {
  readonly cache: Cache;
  readonly known: Table<Known<Facts>>;
  /** Facts are worked out where the whole is wanted. */
  readonly wanted: Wanted;
  readonly factsOf: (document: PrdDocument, team: Team) => Facts;
}

/**
 * Reads a file and, if it is a document that is wanted, examines it; nothing is computed that the cache knows.
 *
 * @returns undefined for other files
 */
export function examine<Facts>(
  found: FoundFile,
  teams: Teams,
  { cache, known: table, wanted, factsOf }: Examination<Facts>,
): Examined<Facts> | Unreadable | undefined {
  const team = teams.of(dirname(found.path));
  const name = nameIn(cache, found.path);
  const known = table.get(name);
  if (known !== undefined && (known.facts !== undefined || wanted(known.summary.kind) === "summary")) {
    const file = teams.files.text(found.path);
    if (!("refused" in file) && hashOf(file, found, team) === known.hash) {
      return wanted(known.summary.kind) === "nothing" ? undefined : examined(found, team, file.text, known);
    }
  }
  const opened = openDocument(found, teams);
  if (opened === undefined || "refused" in opened) return opened;
  const { file, kind } = opened;
  const need = wanted(kind);
  if (need === "nothing") return undefined;
  const { document, summary: whole } = summarised(file.text, { kind, need, shown: found.shown, team });
  const { path: _, ...summary } = whole;
  const result: Known<Facts> = {
    hash: hashOf(file, found, team),
    summary,
    ...(need === "whole" && { facts: factsOf(document, team) }),
  };
  table.set(name, result);
  return examined(found, team, file.text, result);
}

function examined<Facts>(
  found: FoundFile,
  team: Team,
  text: string,
  { summary, facts }: Known<Facts>,
): Examined<Facts> {
  return { found, team, text, summary: { ...summary, path: found.shown }, facts };
}

/** All that follows from a document's content follows from this too: its text, whose it is, and where it lies there. */
function hashOf(file: FileText, { path }: FoundFile, team: Team): string {
  return contentHash([file.bytes, team.source, pathInTeam(path, team)]);
}
