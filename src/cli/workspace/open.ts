import { dirname, relative } from "node:path";
import { kindOf } from "../../core/document/kind.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import type { FoundFile } from "./find.ts";
import { slashes } from "./paths.ts";
import type { FileText, Unreadable } from "./read.ts";
import type { Team, Teams } from "./teams.ts";

/** A document or candidate as it is on disk, and whose it is. */
export interface OpenDocument {
  readonly kind: DocumentKind;
  readonly file: FileText;
  readonly team: Team;
}

/** What is said of a file that was named and is neither. */
export const notAPrd = "not a PRD, so it was left alone. `seamwork adopt` turns it into one.";

/**
 * Opens a file if it is a document or a candidate. Of other files that were only found, not named, the head is all that
 * is read, and nothing about them is a fault.
 *
 * @returns undefined for a file that is neither
 */
export function openDocument(
  { path, named }: FoundFile,
  teams: Teams,
): OpenDocument | Unreadable | undefined {
  const team = teams.of(dirname(path));
  const below = pathInTeam(path, team);
  let kind: DocumentKind | undefined;
  if (!named) {
    const head = teams.files.head(path);
    if (typeof head !== "string") return head;
    kind = kindOf(head, below, team.data);
    if (kind === undefined) return undefined;
  }
  const file = teams.files.text(path);
  if ("refused" in file) return file;
  // The head holds the whole header, so what it said need not be asked again.
  kind ??= kindOf(file.text, below, team.data);
  return kind === undefined ? undefined : { kind, file, team };
}

/** Where a document lies in its workspace, as the team's globs have it. */
export function pathInTeam(path: string, { folder }: Pick<Team, "folder">): string {
  return slashes(relative(folder, path));
}
