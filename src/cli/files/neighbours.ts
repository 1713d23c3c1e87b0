import { findFiles } from "./find.ts";
import type { FoundFile } from "./find.ts";
import { isWithin } from "./paths.ts";
import type { Team } from "./teams.ts";

/**
 * The other files of the same workspaces, for rules that need to know them: an id must be unique among them all. Where
 * nothing marks the workspace there are none: the working folder may be anything.
 *
 * @param documents those that are checked
 * @param looked absolute paths of folders that were looked through as a whole
 */
export function neighboursOf(
  documents: readonly { readonly found: FoundFile; readonly team: Team }[],
  looked: readonly string[],
  cwd: string,
): FoundFile[] {
  const known = new Set(documents.map(({ found }) => found.path));
  const neighbours: FoundFile[] = [];
  for (const folder of new Set(
    documents.filter(({ team }) => !team.unmarked).map(({ team }) => team.folder),
  )) {
    if (looked.some((whole) => isWithin(folder, whole))) continue;
    for (const file of findFiles([folder], cwd).files) {
      if (known.has(file.path)) continue;
      known.add(file.path);
      neighbours.push({ ...file, named: false });
    }
  }
  return neighbours;
}
