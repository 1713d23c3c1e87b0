import { realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { MAX_TEXT } from "../../core/markdown/limits.ts";
import { frontmatterEnd } from "../../core/markdown/frontmatter.ts";
import { systemReason } from "../fault.ts";
import type { IgnoreRules } from "./ignored.ts";
import { isWithin } from "./paths.ts";
import { readHead, readText, textIn, tooLarge } from "./read.ts";
import type { FileText, Unreadable } from "./read.ts";
import { isMarkdown, walk } from "./walk.ts";
import type { WalkVisitor } from "./walk.ts";

/** Where a check reads files: the disk, git's index, or the disk with one file as somebody is editing it. Paths are absolute. */
export interface Files {
  entry(path: string): "file" | "folder" | NoEntry;
  /** With all links followed; the path itself for what cannot be followed. */
  real(path: string): string;
  text(path: string): FileText | Unreadable;
  /** As {@link readHead}. */
  head(path: string): string | Unreadable;
  /** As {@link walk}. */
  walk(folder: string, rules: IgnoreRules, visitor: WalkVisitor): Promise<void>;
}

/** Why there is nothing. */
export interface NoEntry {
  readonly missing: boolean;
  /** It is a link that leads back to itself. */
  readonly isLoop: boolean;
  readonly reason: string;
}

export const disk: Files = {
  entry(path) {
    try {
      return statSync(path).isDirectory() ? "folder" : "file";
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return { missing: code === "ENOENT", isLoop: code === "ELOOP", reason: systemReason(error) };
    }
  },
  real(path) {
    try {
      return realpathSync(path);
    } catch {
      return path;
    }
  },
  text: readText,
  head: readHead,
  walk,
};

/**
 * The disk with one file as it is being edited, whether it is saved or not.
 *
 * @param path absolute
 */
export function editing(path: string, bytes: Buffer): Files {
  const real = disk.real(path);
  const isIt = (other: string): boolean => other === path || disk.real(other) === real;
  return {
    ...disk,
    entry: (other) => (isIt(other) ? "file" : disk.entry(other)),
    text: (other) => (isIt(other) ? textOf(bytes) : disk.text(other)),
    head: (other) => (isIt(other) ? headOf(bytes) : disk.head(other)),
  };
}

/**
 * Files that are nowhere on disk as they are here.
 *
 * @param top absolute path of the folder that all of them lie in; what lies elsewhere is read from disk
 * @param held what each holds, by absolute path; undefined for one that cannot be read whole
 */
export function filesIn(top: string, held: ReadonlyMap<string, Buffer | Unreadable>): Files {
  const folders = new Set([top]);
  for (const path of held.keys()) {
    for (let at = dirname(path); !folders.has(at) && isWithin(at, top); at = dirname(at)) folders.add(at);
  }
  const here = (path: string): boolean => isWithin(path, top);
  const bytesOf = (path: string): Buffer | Unreadable =>
    held.get(path) ?? { refused: "not read: it is not in git's index." };
  return {
    entry(path) {
      if (!here(path)) return disk.entry(path);
      if (held.has(path)) return "file";
      return folders.has(path)
        ? "folder"
        : { missing: true, isLoop: false, reason: "it is not in git's index" };
    },
    real: (path) => (here(path) ? path : disk.real(path)),
    text(path) {
      const bytes = here(path) ? bytesOf(path) : undefined;
      if (bytes === undefined) return disk.text(path);
      return "refused" in bytes ? bytes : textOf(bytes);
    },
    head(path) {
      const bytes = here(path) ? bytesOf(path) : undefined;
      if (bytes === undefined) return disk.head(path);
      return "refused" in bytes ? bytes : headOf(bytes);
    },
    async walk(folder, rules, visitor) {
      if (!here(folder)) return disk.walk(folder, rules, visitor);
      await visitor.folder(folder);
      for (const [path, bytes] of held) {
        if (!isWithin(path, folder) || !isMarkdown(path) || path.includes("/node_modules/")) continue;
        if ("refused" in bytes) visitor.fault(path, bytes.refused);
        else visitor.file(path);
      }
    },
  };
}

function textOf(bytes: Buffer): FileText | Unreadable {
  return bytes.length > MAX_TEXT ? tooLarge(bytes.length) : textIn(bytes);
}

/** The whole header is enough, so that what follows it may be anything. */
function headOf(bytes: Buffer): string {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  return text.slice(0, Math.max(4096, frontmatterEnd(text)));
}
