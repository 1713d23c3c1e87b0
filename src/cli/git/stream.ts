import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { Progress } from "../progress.ts";
import { byteReader } from "./bytes.ts";
import { gitEnvironment, nothingRuns } from "./git.ts";

export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn("git", [...nothingRuns, ...args], { cwd: folder, env: gitEnvironment(), windowsHide: true });
}

/** Git is not installed. */
export class NoGit extends Error {}

/** Something that the history names is not on this machine: a partial clone, or a damaged repository. */
export class NotHere extends Error {}

/**
 * Runs git, which may take its time, and hears Ctrl+C meanwhile.
 *
 * @param folder absolute
 * @param input what it reads, if anything
 * @returns what it printed; undefined when it says no
 * @throws NoGit, Cancelled
 */
export async function gitOutput(
  folder: string,
  args: readonly string[],
  progress: Progress,
  input = "",
): Promise<string | undefined> {
  const child = startGit(folder, args);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => void chunks.push(chunk));
  child.stderr.resume();
  // Git may end before it has read everything.
  child.stdin.on("error", () => undefined);
  const result = codeOf(child);
  const ended = result.then(() => true);
  child.stdin.end(input);
  try {
    while (!(await Promise.race([ended, pause(100, false, { ref: false })])))
      await progress.step("the history");
    return (await result) === 0 ? Buffer.concat(chunks).toString("utf8") : undefined;
  } finally {
    child.kill();
  }
}

export function codeOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new NoGit() : error),
    );
    child.on("close", resolve);
  });
}

/**
 * Reads blobs in the order in which they are named.
 *
 * @param hashes each once
 * @param most bytes; a larger one is passed over
 * @param visit gets what a blob holds; undefined for one that is too large, or is none
 * @throws NoGit, NotHere, and what `visit` throws
 */
export async function readBlobs(
  folder: string,
  hashes: readonly string[],
  most: number,
  visit: (hash: string, bytes: Buffer | undefined) => Promise<void>,
): Promise<void> {
  if (hashes.length === 0) return;
  const { child, ended, next } = startBatch(folder, most);
  child.stdin.end(hashes.map((hash) => `${hash}\n`).join(""));
  try {
    for (const hash of hashes) {
      const answer = await next();
      // Of a partial clone, some versions of git say what is missing, and others end.
      if (answer === undefined || answer === "missing") throw new NotHere();
      await visit(hash, answer.bytes);
    }
    await ended;
  } finally {
    child.kill();
  }
}

export interface Batch {
  readonly child: ChildProcessWithoutNullStreams;
  /** Rejects where git could not be started. */
  readonly ended: Promise<number | null>;
  /**
   * The answer to the next question, in the order of the questions: what an object holds, without bytes where it is too large
   * or no blob; `missing` where git has none; undefined when git has ended.
   */
  next(): Promise<{ readonly bytes: Buffer | undefined } | "missing" | undefined>;
}

/**
 * A git that is asked for objects, a line of its input each.
 *
 * @param most bytes of a blob; a larger one is passed over
 */
export function startBatch(folder: string, most: number): Batch {
  const child = startGit(folder, ["cat-file", "--batch"]);
  const ended = codeOf(child);
  ended.catch(() => undefined);
  child.stderr.resume();
  // Git may end before it has read everything.
  child.stdin.on("error", () => undefined);
  const reader = byteReader(child.stdout);
  return {
    child,
    ended,
    async next() {
      const head = await reader.line();
      if (head === undefined) return undefined;
      const [, type, size] = /^\S+ (\w+) (\d+)$/.exec(head) ?? [];
      if (size === undefined) return "missing";
      const bytes = await reader.take(Number(size), type === "blob" && Number(size) <= most);
      await reader.take(1, false);
      return { bytes };
    },
  };
}
