import { readdirSync, realpathSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { dirname, join } from "node:path";
import { systemReason } from "../fault.ts";
import type { IgnoreRules } from "./ignored.ts";
import { isWithin } from "./paths.ts";

/** What a walk meets, in any order; paths are absolute and begin as the folder's own. */
export interface WalkVisitor {
  /** Before each folder; a walk may take long, and this may end it by an error. */
  readonly folder: (path: string) => Promise<void>;
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
 * Links come last, so that a file is met first under the path that is no link; each real folder is visited once.
 *
 * @param folder absolute
 */
export async function walk(folder: string, rules: IgnoreRules, visitor: WalkVisitor): Promise<void> {
  const folders = new Set<string>();
  const links: { path: string; rules: IgnoreRules }[] = [];

  const enter = async (at: string, own: IgnoreRules): Promise<void> => {
    await visitor.folder(at);
    for (const entry of entriesOf(at, folders, visitor)) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!own.ignores(path, true)) await enter(path, own.into(path));
      } else if (entry.isSymbolicLink()) {
        if (!own.ignores(path, false)) links.push({ path, rules: own });
      } else if (isMarkdown(entry.name) && !own.ignores(path, false)) {
        if (entry.isFile()) visitor.file(path);
        else visitor.fault(path, "not read, since it is not a regular file.");
      }
    }
  };

  await enter(folder, rules);
  // A linked folder may hold further links, which join the end of the queue.
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const { path } = link;
    const target = targetOf(path, visitor);
    if (target === undefined) continue;
    if (!target.isFolder) {
      if (isMarkdown(path)) visitor.file(path);
    } else if (isWithin(realpathSync(dirname(path)), target.path)) {
      visitor.note(path, "left out, since this link leads back to a folder above itself.");
    } else if (!folders.has(target.path) && !link.rules.ignores(path, true)) {
      await enter(path, link.rules.into(path));
    }
  }
}

function entriesOf(folder: string, seen: Set<string>, visitor: WalkVisitor): Dirent[] {
  try {
    seen.add(realpathSync(folder));
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    visitor.fault(folder, `not searched: ${systemReason(error)}.`);
    return [];
  }
}

function targetOf(link: string, visitor: WalkVisitor): { path: string; isFolder: boolean } | undefined {
  try {
    const path = realpathSync(link);
    return { path, isFolder: statSync(path).isDirectory() };
  } catch (error) {
    if (isMarkdown(link)) visitor.fault(link, `not read: ${systemReason(error)}.`);
    else if ((error as NodeJS.ErrnoException).code === "ELOOP") {
      visitor.note(link, `left out: ${systemReason(error)}.`);
    }
    return undefined;
  }
}
