import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { isUnclosed } from "../../core/markdown/frontmatter.ts";
import { MAX_TEXT } from "../../core/markdown/limits.ts";
import { systemReason } from "../fault.ts";

/** A text file as it is on disk. */
export interface FileText {
  /** Without byte order mark. */
  readonly text: string;
  /** The file begins with a byte order mark, which writing puts back. */
  readonly mark: boolean;
  /** What the file holds, mark included. */
  readonly bytes: Buffer;
}

/** What keeps a file from being read, as the end of a sentence that begins with its path. */
export interface Unreadable {
  readonly refused: string;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads a text file as a whole or not at all. Never throws.
 *
 * @param path absolute
 * @returns the text, or why there is none: not there, no regular file, above 10 MB, not UTF-8, binary
 */
export function readText(path: string): FileText | Unreadable {
  const bytes = readBytes(path, MAX_TEXT);
  return "refused" in bytes ? bytes : textIn(bytes);
}

/** What the bytes of a file say, or why they are no text. */
export function textIn(bytes: Buffer): FileText | Unreadable {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { refused: "not read, since it is UTF-16; could you save it as UTF-8?" };
  }
  if (bytes.includes(0)) return { refused: "not read, since it is a binary file; a PRD is UTF-8 text." };
  try {
    const text = utf8.decode(bytes);
    const mark = text.startsWith("\uFEFF");
    return { text: mark ? text.slice(1) : text, mark, bytes };
  } catch {
    return { refused: "not read, since it is not UTF-8 text; could you save it as UTF-8?" };
  }
}

/** How much of a file is read to see that it is no PRD; a longer header is read on. */
const HEAD = 4096;
/** Where reading on ends: no header is that long. */
const LONGEST_HEAD = 256 * 1024;

/**
 * The beginning of a markdown file with its whole header, however the rest of the file is.
 *
 * @param path absolute
 */
export function readHead(path: string): string | Unreadable {
  for (let length = HEAD; ; length *= 4) {
    const bytes = readBytes(path, length, true);
    if ("refused" in bytes) return bytes;
    const head = bytes.toString("utf8").replace(/^\uFEFF/, "");
    if (
      bytes.length < length ||
      length >= LONGEST_HEAD ||
      !head.startsWith("---") ||
      // One that seems to have no end may have it behind what was read.
      !isUnclosed(head)
    ) {
      return head;
    }
  }
}

/**
 * @param limit bytes
 * @param head take the first `limit` bytes of a longer file, which is refused otherwise
 */
function readBytes(path: string, limit: number, head = false): Buffer | Unreadable {
  let file: number | undefined;
  try {
    // Looked at before it is opened: opening a pipe waits until somebody writes to it.
    if (!statSync(path).isFile()) return { refused: "not read, since it is not a regular file." };
    file = openSync(path, "r");
    const { size } = fstatSync(file);
    if (!head && size > limit) return tooLarge(size);
    // Some files (in /proc) grow while they are read or have no size: one byte more than expected tells.
    let buffer = Buffer.allocUnsafe(Math.min(limit, Math.max(size, HEAD)) + 1);
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0) return buffer.subarray(0, length);
      if (length > limit) return head ? buffer.subarray(0, limit) : tooLarge(length);
      if (length === buffer.length) {
        buffer = Buffer.concat([buffer, Buffer.allocUnsafe(Math.min(limit + 1 - length, length))]);
      }
    }
  } catch (error) {
    return { refused: `not read: ${systemReason(error)}.` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

export function tooLarge(size: number): Unreadable {
  const megabytes = Math.max(10.1, Math.ceil((size / 1024 / 1024) * 10) / 10);
  return {
    refused: `not read, since it holds ${megabytes.toFixed(1)} MB and the limit is 10; could it be split?`,
  };
}
