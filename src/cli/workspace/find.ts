import { resolve } from "node:path";
import picomatch from "picomatch";
import type { Fault } from "../fault.ts";
import { disk } from "./files.ts";
import type { Files } from "./files.ts";
import { ignoreRules } from "./ignored.ts";
import { shownPath, slashes } from "./paths.ts";
import { gitRoot } from "./homes.ts";

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Absolute, with all links followed: two paths with one real path are one file. */
  readonly real: string;
  /** Relative to the working folder, with `/`. */
  readonly shown: string;
  /** It was named itself, not only a folder or glob that it is in. */
  readonly named: boolean;
}

export interface Found {
  /** By shown path; each once. */
  readonly files: readonly FoundFile[];
  readonly faults: readonly Fault[];
  /** Lines about what was left out. */
  readonly notes: readonly string[];
  /** Absolute paths of the folders that were looked through as a whole. */
  readonly folders: readonly string[];
}

/**
 * Finds the files that paths on the command line mean: files, folders and globs.
 *
 * @param paths as they were named, relative to the working folder or absolute
 * @param cwd absolute
 * @param step is called before each folder that is looked into, with its shown path; it may end the search by an error
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  step: (folder: string) => Promise<void>,
  from: Files = disk,
): Promise<Found> {
  const files = new Map<string, FoundFile>();
  const faults: Fault[] = [];
  const notes: string[] = [];
  const folders: string[] = [];

  const add = (path: string, named: boolean): void => {
    const real = from.real(path);
    const known = files.get(real);
    if (known === undefined || (named && !known.named)) {
      files.set(real, { path, real, shown: shownPath(path, cwd), named });
    }
  };
  const walkInto = (folder: string, wanted: (path: string) => boolean): Promise<void> =>
    from.walk(folder, ignoreRules(folder, gitRoot(folder)), {
      folder: (path) => step(shownPath(path, cwd)),
      file: (path) => {
        if (wanted(path)) add(path, false);
      },
      fault: (path, message) => {
        if (wanted(path)) faults.push({ path: shownPath(path, cwd), message });
      },
      note: (path, message) => notes.push(`${shownPath(path, cwd)}: ${message}`),
    });

  for (const named of paths) {
    const path = resolve(cwd, named);
    const kind = from.entry(path);
    const glob = picomatch.scan(slashes(named));
    if (kind === "file") add(path, true);
    else if (kind === "folder") {
      await walkInto(path, () => true);
      folders.push(path);
    } else if (kind.missing && glob.isGlob) {
      const base = resolve(cwd, glob.base || ".");
      const matches = picomatch(glob.glob, { nonegate: true });
      let any = false;
      if (from.entry(base) === "folder") {
        await walkInto(base, (file) => {
          const wanted = matches(shownPath(file, base));
          any ||= wanted;
          return wanted;
        });
      }
      if (!any) faults.push({ path: named, message: "matches no file; is there a typo in it?" });
    } else faults.push({ path: named, message: `not read: ${kind.reason}.` });
  }
  const sorted = [...files.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1));
  return { files: sorted, faults, notes: [...new Set(notes)], folders };
}
