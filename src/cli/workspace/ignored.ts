import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ignore from "ignore";
import type { Ignore } from "ignore";
import { slashes } from "./paths.ts";

/** The `.gitignore` files that speak for a folder's content: its own and those of the folders above it. */
export interface IgnoreRules {
  /** @param path absolute path of an entry of this folder */
  ignores(path: string, isFolder: boolean): boolean;
  /** The rules for a folder below. */
  into(folder: string): IgnoreRules;
}

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Never looked into, whatever `.gitignore` says. */
const never: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"]);

/**
 * Rules for a folder that somebody named.
 *
 * @param folder absolute
 * @param root the folder of the git repository, where looking for `.gitignore` upwards ends; undefined without one
 */
export function ignoreRules(folder: string, root: string | undefined): IgnoreRules {
  const above: string[] = [];
  if (root !== undefined) {
    for (let at = folder; at !== root && dirname(at) !== at; at = dirname(at)) above.unshift(dirname(at));
  }
  let rules = rulesOf([]);
  for (const [index, parent] of above.entries()) {
    rules = rules.into(parent);
    // Naming an ignored folder includes it: the rules that ignore it say nothing about what is in it.
    if (rules.ignores(above[index + 1] ?? folder, true)) return rulesOf([]).into(folder);
  }
  return rules.into(folder);
}

function rulesOf(layers: readonly Layer[]): IgnoreRules {
  return {
    ignores(path, isFolder) {
      if (isFolder && never.has(slashes(path).slice(slashes(path).lastIndexOf("/") + 1))) return true;
      // The file nearest to the entry decides, as in git.
      for (let index = layers.length - 1; index >= 0; index--) {
        const layer = layers[index];
        if (layer === undefined) continue;
        const name = slashes(relative(layer.folder, path)) + (isFolder ? "/" : "");
        const { ignored, unignored } = layer.rules.test(name);
        if (ignored || unignored) return ignored;
      }
      return false;
    },
    into(folder) {
      const file = join(folder, ".gitignore");
      const text = existsSync(file) ? readQuietly(file) : "";
      if (text.trim() === "") return rulesOf(layers);
      const rules = ignore({ ignorecase: process.platform !== "linux" }).add(text);
      return rulesOf([...layers, { folder, rules }]);
    },
  };
}

/** A `.gitignore` that cannot be read ignores nothing, as in git. */
function readQuietly(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return "";
  }
}
