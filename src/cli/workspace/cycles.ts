import { dirname } from "node:path";
import { parseDocument } from "../../core/document/document.ts";
import { kindOf } from "../../core/document/kind.ts";
import { cycleOf } from "../../core/facts/cycle.ts";
import type { Cycle } from "../../core/facts/model.ts";
import { findFiles } from "./find.ts";
import { isWithin } from "./paths.ts";
import { readHead, readText } from "./read.ts";
import type { Team, Teams } from "./teams.ts";

/**
 * The cycles of a workspace. Of other files only the heads are read.
 *
 * @param folder absolute path of the folder that a new cycle goes to; where nothing marks the workspace, the cycles of
 *   the working folder count, or of that folder if it lies elsewhere
 */
export async function cyclesInUse(
  team: Team,
  folder: string,
  teams: Teams,
  cwd: string,
  step: (folder: string) => Promise<void>,
): Promise<Cycle[]> {
  const root = team.unmarked ? (isWithin(folder, cwd) ? cwd : folder) : team.folder;
  const cycles: Cycle[] = [];
  const { files } = await findFiles([root], cwd, step);
  for (const { path } of files) {
    if (teams.of(dirname(path)) !== team) continue;
    const head = readHead(path);
    if (typeof head !== "string" || kindOf(head, "", team.data) !== "cycle") continue;
    const file = readText(path);
    const cycle = "refused" in file ? undefined : cycleOf(parseDocument(file.text, team.data));
    if (cycle !== undefined) cycles.push(cycle);
  }
  return cycles;
}
