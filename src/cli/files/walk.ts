import { readdirSync, realpathSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import { systemReason } from "../fault.ts";
import type { IgnoreRules } from "./ignored.ts";
import { isWithin } from "./paths.ts";

/** What a walk meets, in any order; paths are absolute and begin as the folder's own. */
export interface WalkVisitor {
  readonly file: (path: string) => void;
  /** Something that is named like a markdown file or is a folder, and cannot be read. */
  readonly fault: (path: string, message: string) => void;
  /** Something that is left out, and a person may wonder why. */
  readonly note: (path: string, message: string) => void;
}

/** Names of the files that can be PRDs. */
export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/**
 * Visits the markdown files below a folder, without what `.gitignore` files leave out.
 *
 * Written here because ignored folders must not even be opened, and which ones are is only known on the way down.
 * Links come last, so that a file has the path that is no link; each real folder and file is visited once.
 *
 * @param folder absolute
 */
export function walk(folder: string, rules: IgnoreRules, visitor: WalkVisitor): void {
  const folders = new Set<string>();
  const files = new Set<string>();
  const links: { path: string; rules: IgnoreRules }[] = [];

  const enter = (at: string, own: IgnoreRules): void => {
    let entries: Dirent[];
    try {
      folders.add(realpathSync(at));
      entries = readdirSync(at, { withFileTypes: true });
    } catch (error) {
      visitor.fault(at, `not looked into: ${systemReason(error)}.`);
      return;
    }
    for (const entry of entries) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!own.ignores(path, true)) enter(path, own.into(path));
      } else if (entry.isSymbolicLink()) {
        if (!own.ignores(path, false)) links.push({ path, rules: own });
      } else if (isMarkdown(entry.name) && !own.ignores(path, false)) {
        if (entry.isFile()) {
          files.add(path);
          visitor.file(path);
        } else visitor.fault(path, "not read, since it is not a regular file.");
      }
    }
  };

  enter(folder, rules);
  // A linked folder may hold further links, which join the end of the queue.
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const { path } = link;
    try {
      const target = realpathSync(path);
      if (statSync(target).isDirectory()) {
        if (isWithin(realpathSync(join(path, "..")), target)) {
          visitor.note(path, "left out, since this link leads back to a folder that it lies in.");
        } else if (!folders.has(target) && !link.rules.ignores(path, true))
          enter(path, link.rules.into(path));
      } else if (isMarkdown(path) && !files.has(target)) {
        files.add(target);
        visitor.file(path);
      }
    } catch (error) {
      if (isMarkdown(path)) visitor.fault(path, `not read: ${systemReason(error)}.`);
      else if ((error as NodeJS.ErrnoException).code === "ELOOP") {
        visitor.note(path, `left out: ${systemReason(error)}.`);
      }
    }
  }
}
