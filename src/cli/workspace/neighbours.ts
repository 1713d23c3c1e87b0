import type { Files } from "./files.ts";
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
 * @param step as for {@link findFiles}
 */
export async function neighboursOf(
  documents: readonly { readonly found: FoundFile; readonly team: Team }[],
  looked: readonly string[],
  cwd: string,
  step: (folder: string) => Promise<void>,
  from: Files,
): Promise<FoundFile[]> {
  const known = new Set(documents.map(({ found }) => found.real));
  const neighbours: FoundFile[] = [];
  for (const folder of new Set(
    documents.filter(({ team }) => !team.unmarked).map(({ team }) => team.folder),
  )) {
    if (looked.some((whole) => isWithin(folder, whole))) continue;
    const { files } = await findFiles([folder], cwd, step, from);
    for (const file of files) {
      if (known.has(file.real)) continue;
      known.add(file.real);
      neighbours.push({ ...file, named: false });
    }
  }
  return neighbours;
}
