import { dirname } from "node:path";
import { idKeyOf, parseHeader } from "../../core/document/header.ts";
import type { Header } from "../../core/document/header.ts";
import { kindOf } from "../../core/document/kind.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import { findFiles } from "./find.ts";
import { isWithin } from "./paths.ts";
import { readHead } from "./read.ts";
import type { Team, Teams } from "./teams.ts";

/** What the head of a document says. */
export interface HeaderInUse {
  readonly kind: DocumentKind;
  readonly id: string | undefined;
  readonly header: Header;
}

/**
 * The headers of the documents in a workspace, from the heads of their files.
 *
 * @param folder absolute path of the folder that a new document goes to; where nothing marks the workspace, the documents of the
 *   working folder count, or of that folder if it lies elsewhere
 */
export async function headersInUse(
  team: Team,
  folder: string,
  teams: Teams,
  cwd: string,
  step: (folder: string) => Promise<void>,
): Promise<HeaderInUse[]> {
  const root = team.unmarked ? (isWithin(folder, cwd) ? cwd : folder) : team.folder;
  const found: HeaderInUse[] = [];
  const { files } = await findFiles([root], cwd, step);
  for (const { path } of files) {
    if (teams.of(dirname(path)) !== team) continue;
    const head = readHead(path);
    const kind = typeof head === "string" ? kindOf(head, "", team.data) : undefined;
    if (typeof head !== "string" || kind === undefined) continue;
    const header = parseHeader(head);
    found.push({ kind, header, id: header.field(idKeyOf(header))?.values[0]?.text });
  }
  return found;
}

/** Ids of the PRDs in a workspace; as {@link headersInUse}. */
export async function idsInUse(...place: Parameters<typeof headersInUse>): Promise<Set<string>> {
  const headers = await headersInUse(...place);
  return new Set(headers.flatMap(({ kind, id }) => (kind === "prd" && id !== undefined ? [id] : [])));
}
