import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CommandError } from "../fault.ts";
import { askGit } from "./git.ts";

/**
 * Of the files that a commit has, each blob by its path from the top.
 *
 * @param option what needs it, as messages begin
 */
export function blobsAt(top: string, commit: string, option: string): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>();
  for (const entry of said(top, option, "ls-tree", "-r", "-z", "--full-tree", commit).split("\0")) {
    const [, blob, name] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (blob !== undefined && name !== undefined) blobs.set(name, blob);
  }
  return blobs;
}

/** Old names by new ones, from the top of the repository. A name that git is not told of yet is new in any case. */
export function renamesSince(top: string, base: string, option: string): ReadonlyMap<string, string> {
  const how = ["--cached", "--ignore-submodules=all", "--find-renames", "--diff-filter=R", "--name-status"];
  const fields = said(top, option, "diff-index", ...how, "-z", base).split("\0");
  const names = new Map<string, string>();
  for (let index = 0; index + 2 < fields.length; index += 3) {
    names.set(fields[index + 2] as string, fields[index + 1] as string);
  }
  return names;
}

/** What git prints; where it says no, nobody may take that for "nothing changed". */
function said(top: string, option: string, ...args: readonly string[]): string {
  const { out, refused } = askGit(top, ...args);
  if (refused !== undefined) throw new CommandError(`${option}: git says no: ${refused}.`);
  return out;
}

/**
 * The commit that is checked out; undefined before the first one.
 *
 * @throws CommandError where there should be one and git does not have it
 */
export function headOf(top: string, option: string): string | undefined {
  const verify = ["rev-parse", "--verify", "--quiet"];
  const { out, refused } = askGit(top, ...verify, "HEAD^{commit}");
  if (refused === undefined) return out.trim();
  const named = askGit(top, ...verify, "HEAD");
  if (named.refused !== undefined) return undefined;
  throw new CommandError(`${option}: git says no: HEAD is ${named.out.trim()}, which this repository lacks.`);
}

/** Without links where it is there; a file that is gone has the place of its folder. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(placeOf(dirname(path)), basename(path));
  }
}
