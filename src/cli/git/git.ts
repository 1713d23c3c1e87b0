import { spawnSync } from "node:child_process";

/** More than any file that is read; git's output is UTF-8 text. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** What a repository's own settings may make git run is switched off. */
export const nothingRuns: readonly string[] = [
  ...["-c", "core.fsmonitor=false"],
  ...["-c", "core.hooksPath=/dev/null"],
  ...["-c", "log.showSignature=false"],
  ...["-c", "core.quotePath=false"],
];

/** The environment to the same end; objects are those that were committed, without replacements. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/**
 * Runs git and waits for it. A filter still runs where git reads a file of the working folder, which only `blame` needs.
 *
 * @param folder absolute path of the folder that it runs in
 * @returns what it printed; undefined when it is not installed or says no
 */
export function git(folder: string, ...args: readonly string[]): string | undefined {
  const options = { encoding: "utf8", maxBuffer: MOST_OUTPUT, timeout: 60_000 } as const;
  const where = { cwd: folder, env: gitEnvironment(), windowsHide: true };
  const { status, stdout } = spawnSync("git", [...nothingRuns, ...args], { ...options, ...where });
  return status === 0 ? stdout : undefined;
}
