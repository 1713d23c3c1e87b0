import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import picomatch from "picomatch";
import { ignoreRules } from "./ignored.ts";
import type { IgnoreRules } from "./ignored.ts";
import { isWithin, shownPath, slashes } from "./paths.ts";

/** Which files of a repository the paths on the command line mean, as `check` finds them on disk. */
export interface Scope {
  /** @param path from the top of the repository, with `/` */
  wants(path: string): boolean;
  /** The file is among those that the current `.gitignore` leaves out. */
  ignores(path: string): boolean;
  /** Something that was named lies in the folder (absolute), so that its other documents must be known. */
  liesIn(folder: string): boolean;
}

/**
 * @param paths as they were named
 * @param cwd absolute
 * @param top of the repository, absolute and without links
 */
export function scopeOf(paths: readonly string[], cwd: string, top: string): Scope {
  const named = paths.map((name) => placeOf(name, cwd));
  const rules = new Map<string, IgnoreRules | "ignored">();
  const rulesOf = (folder: string): IgnoreRules | "ignored" => {
    let found = rules.get(folder);
    if (found === undefined) {
      const above = folder === top ? undefined : rulesOf(dirname(folder));
      if (above === undefined || named.some((one) => one.folder === folder)) found = ignoreRules(folder, top);
      else found = above === "ignored" || above.ignores(folder, true) ? "ignored" : above.into(folder);
      rules.set(folder, found);
    }
    return found;
  };
  const wants = (path: string): boolean => {
    const file = join(top, path);
    return named.some((one) =>
      one.file
        ? one.folder === file
        : isWithin(file, one.folder) && one.matches(slashes(shownPath(file, one.folder))),
    );
  };
  const ignores = (path: string): boolean => {
    const file = join(top, path);
    const own = rulesOf(dirname(file));
    return own === "ignored" || own.ignores(file, false);
  };
  return {
    wants: remembering(wants),
    ignores: remembering(ignores),
    liesIn: (folder) => named.some((one) => isWithin(one.folder, folder)),
  };
}

/** Each path is asked about on every day of the history. */
function remembering(ask: (path: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    let answer = known.get(path);
    if (answer === undefined) known.set(path, (answer = ask(path)));
    return answer;
  };
}

interface Place {
  /** Absolute; of the file itself where one was named. */
  readonly folder: string;
  readonly file: boolean;
  readonly matches: (path: string) => boolean;
}

function placeOf(name: string, cwd: string): Place {
  const path = resolve(cwd, name);
  if (existsSync(path)) {
    const file = !statSync(path).isDirectory();
    return { folder: realpathSync(path), file, matches: () => true };
  }
  const glob = picomatch.scan(slashes(name));
  const base = resolve(cwd, glob.base || ".");
  // What is not there now may have been there once.
  if (!glob.isGlob || !existsSync(base)) return { folder: path, file: true, matches: () => true };
  return { folder: realpathSync(base), file: false, matches: picomatch(glob.glob, { nonegate: true }) };
}
