import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { disk } from "./files.ts";
import type { Files } from "./files.ts";
import { commonFolder } from "./paths.ts";

/** The file with a team's data. */
export const CONFIG_NAME = "seamwork.yaml";

/** Where a document belongs. */
export interface Home {
  /** Absolute; the document globs are relative to it. */
  readonly folder: string;
  /** Absolute path of the `seamwork.yaml` that speaks for it. */
  readonly config: string | undefined;
  /** The folder is the working folder (or one above it) because nothing else marks it: it may hold anything. */
  readonly unmarked: boolean;
}

/**
 * Finds the homes of documents: the folder of the nearest `seamwork.yaml`, else of the git repository, else the working
 * folder (for a file elsewhere: the nearest folder above both).
 *
 * @param cwd absolute
 * @param config absolute path of a `seamwork.yaml` that speaks for all documents
 */
export function homes(cwd: string, config?: string, files: Files = disk): (folder: string) => Home {
  if (config !== undefined) {
    const home: Home = { folder: dirname(config), config, unmarked: false };
    return () => home;
  }
  const found = new Map<string, Home | undefined>();
  const marked = (folder: string): Home | undefined => {
    if (found.has(folder)) return found.get(folder);
    const file = join(folder, CONFIG_NAME);
    const parent = dirname(folder);
    const above = parent === folder ? undefined : marked(parent);
    const home = isConfig(file, files)
      ? { folder, config: file, unmarked: false }
      : above?.config === undefined && existsSync(join(folder, ".git"))
        ? { folder, config: undefined, unmarked: false }
        : above;
    found.set(folder, home);
    return home;
  };
  return (folder) =>
    marked(folder) ?? { folder: commonFolder(cwd, folder), config: undefined, unmarked: true };
}

/** The folder of the git repository that a folder lies in. */
export function gitRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Whatever bears the name and is no folder is meant as the team's data, even if it cannot be read. */
function isConfig(path: string, files: Files): boolean {
  const entry = files.entry(path);
  return entry === "file" || (entry !== "folder" && entry.isLoop);
}
