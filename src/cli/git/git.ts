import { spawnSync } from "node:child_process";

/** More than any file that is read; git's output is UTF-8 text. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs git and waits for it.
 *
 * @param folder absolute path of the folder that it runs in
 * @returns what it printed; undefined when it is not installed or says no
 */
export function git(folder: string, ...args: readonly string[]): string | undefined {
  const options = { cwd: folder, encoding: "utf8", maxBuffer: MOST_OUTPUT, timeout: 60_000 } as const;
  const { status, stdout } = spawnSync("git", ["-c", "core.quotePath=false", ...args], options);
  return status === 0 ? stdout : undefined;
}
