import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Changes with every build: this program is one file. */
export function buildId(): string {
  return createHash("sha256")
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest("hex");
}

export interface Place {
  /** Absolute path of the folder that holds the cache's files. */
  readonly home: string;
  /** Absolute path of the folder that entries name their documents from. */
  readonly anchor: string;
}

/** The nearest package's own cache folder; without a package, the person's. */
export function usualPlace(cwd: string): Place {
  for (let at = cwd; ; at = dirname(at)) {
    const modules = join(at, "node_modules");
    if (existsSync(join(at, "package.json")) && existsSync(modules)) {
      return { home: join(modules, ".cache", "seamwork"), anchor: at };
    }
    if (dirname(at) === at) break;
  }
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return { home: join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), ".cache"), "seamwork"), anchor: cwd };
}
