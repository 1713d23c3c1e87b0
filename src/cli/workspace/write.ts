import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CommandError, systemReason } from "../fault.ts";
import type { FileText } from "./read.ts";

/** True for a file; what cannot be looked at is none. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Replaces what a file holds in one step, keeping its mode and byte order mark; a link keeps leading to it.
 *
 * @param path absolute
 * @param before what was read; the file must still hold it
 * @param text without byte order mark
 * @returns why nothing was written, as the end of a sentence that begins with the path; undefined when it was
 */
export function rewrite(path: string, before: FileText, text: string): string | undefined {
  try {
    const target = realpathSync(path);
    accessSync(target, constants.W_OK);
    if (!readFileSync(target).equals(before.bytes)) {
      return "not changed, since somebody else changed it meanwhile; run this again.";
    }
    withTemporary(target, (before.mark ? "\uFEFF" : "") + text, (temporary) => {
      chmodSync(temporary, statSync(target).mode);
      renameSync(temporary, target);
    });
    return undefined;
  } catch (error) {
    return `not changed: ${systemReason(error)}.`;
  }
}

/**
 * Makes a new file, and the folders that it needs.
 *
 * @param path absolute
 * @throws CommandError when the file exists already or cannot be written
 */
export function create(path: string, text: string, shown: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw new CommandError(
      `${shown} was not created: ${exists ? "it already exists" : systemReason(error)}.`,
    );
  }
}

/**
 * Writes a file that this program owns, such as a baseline, whatever was in it.
 *
 * @param path absolute
 * @throws CommandError when it cannot be written
 */
export function writeAnew(path: string, text: string, shown: string): void {
  try {
    replace(path, text);
  } catch (error) {
    throw new CommandError(`${shown} was not written: ${systemReason(error)}.`);
  }
}

/** Writes a file that others may read or write at the same time, such as a cache: they see the old or the new one. */
export function replace(path: string, text: string): void {
  withTemporary(path, text, (temporary) => renameSync(temporary, path));
}

/** The temporary file lies beside the target, so that renaming it is one step; it is gone afterwards. */
function withTemporary(path: string, text: string, use: (temporary: string) => void): void {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    use(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
}
