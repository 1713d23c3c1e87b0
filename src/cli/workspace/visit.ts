import type { Fault } from "../fault.ts";
import { uniqueFaults } from "../fault.ts";
import type { Progress } from "../progress.ts";
import type { Files } from "./files.ts";
import { findFiles } from "./find.ts";
import type { FoundFile } from "./find.ts";
import type { Unreadable } from "./read.ts";
import { teams } from "./teams.ts";
import type { Teams } from "./teams.ts";

/** Which files a command looks at. */
export interface FilesRequest {
  /** Files, folders and globs, as they were named. */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** Absolute path of a `seamwork.yaml` that speaks for all documents. */
  readonly config: string | undefined;
  readonly progress: Progress;
  /** Where they are read; on disk when absent. */
  readonly files?: Files | undefined;
}

export interface Visited {
  readonly teams: Teams;
  /** Absolute paths of the folders that were looked through as a whole. */
  readonly folders: readonly string[];
  /** What kept the command from all that it was asked, in team data too; each once. */
  faults(): readonly Fault[];
  /** Lines about what was left out. */
  readonly notes: readonly string[];
}

/**
 * Visits the files that the paths mean, one after the other, by shown path.
 *
 * @param visit returns why it could not do its work with a file, if so
 */
export async function visitFiles(
  { paths, cwd, config, progress, files: from }: FilesRequest,
  visit: (found: FoundFile, teams: Teams) => Unreadable | undefined | Promise<Unreadable | undefined>,
): Promise<Visited> {
  const all = teams(cwd, config, from);
  const step = (folder: string): Promise<void> => progress.step(folder);
  const { files, folders, notes, faults } = await findFiles(paths, cwd, step, from);
  // What is wrong in a folder's team data is told even if no document lies in it.
  for (const folder of folders) all.of(folder);
  const refused: Fault[] = [];
  for (const [index, file] of files.entries()) {
    await progress.step(file.shown, { index, of: files.length });
    const outcome = await visit(file, all);
    if (outcome !== undefined) refused.push({ path: file.shown, message: outcome.refused });
  }
  return {
    teams: all,
    folders,
    notes,
    faults: () => uniqueFaults([...all.faults(), ...faults, ...refused]),
  };
}
