import { dirname } from "node:path";
import { kindOf } from "../../core/document/kind.ts";
import { parseHeader } from "../../core/document/header.ts";
import { findFiles } from "./find.ts";
import { isWithin } from "./paths.ts";
import { readHead } from "./read.ts";
import type { Team, Teams } from "./teams.ts";

/**
 * Ids of the PRDs in a workspace, from the heads of their files.
 *
 * @param folder absolute path of the folder that a new PRD goes to; where nothing marks the workspace, the PRDs of the
 *   working folder count, or of that folder if it lies elsewhere
 */
export async function idsInUse(
  team: Team,
  folder: string,
  teams: Teams,
  cwd: string,
  step: (folder: string) => Promise<void>,
): Promise<Set<string>> {
  const root = team.unmarked ? (isWithin(folder, cwd) ? cwd : folder) : team.folder;
  const ids = new Set<string>();
  const { files } = await findFiles([root], cwd, step);
  for (const { path } of files) {
    if (teams.of(dirname(path)) !== team) continue;
    const head = readHead(path);
    if (typeof head !== "string" || kindOf(head, "", team.data) !== "prd") continue;
    const id = parseHeader(head).field("prd")?.values[0]?.text;
    if (id !== undefined) ids.add(id);
  }
  return ids;
}
