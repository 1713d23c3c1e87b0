import { statSync } from "node:fs";
import { resolve } from "node:path";
import picomatch from "picomatch";
import type { Fault } from "../fault.ts";
import { systemReason } from "../fault.ts";
import { ignoreRules } from "./ignored.ts";
import { isWithin, shownPath, slashes } from "./paths.ts";
import { walk } from "./walk.ts";
import { gitRoot } from "./workspace.ts";

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
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
 */
export function findFiles(paths: readonly string[], cwd: string): Found {
  const files = new Map<string, FoundFile>();
  const faults: Fault[] = [];
  const notes: string[] = [];
  const folders: string[] = [];

  const add = (path: string, named: boolean): void => {
    const known = files.get(path);
    if (known === undefined || (named && !known.named)) {
      files.set(path, { path, shown: shownPath(path, cwd), named });
    }
  };
  const walkInto = (folder: string, wanted: (path: string) => boolean): void =>
    walk(folder, ignoreRules(folder, gitRoot(folder)), {
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
    try {
      if (statSync(path).isDirectory()) {
        walkInto(path, () => true);
        folders.push(path);
      } else add(path, true);
    } catch (error) {
      const glob = picomatch.scan(slashes(named));
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || !glob.isGlob) {
        faults.push({ path: named, message: `not read: ${systemReason(error)}.` });
        continue;
      }
      const base = resolve(cwd, glob.base || ".");
      const matches = picomatch(glob.glob, { nonegate: true });
      let any = false;
      if (isFolder(base)) {
        walkInto(base, (file) => {
          const wanted = matches(shownPath(file, base));
          any ||= wanted;
          return wanted;
        });
      }
      if (!any) faults.push({ path: named, message: "matches no file; is there a typing slip?" });
    }
  }
  const sorted = [...files.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1));
  return { files: sorted, faults, notes: [...new Set(notes)], folders };
}

/** Folders without those that lie in others. */
export function outermost(folders: readonly string[]): string[] {
  return [...new Set(folders)].filter(
    (folder, _, all) => !all.some((other) => other !== folder && isWithin(folder, other)),
  );
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
