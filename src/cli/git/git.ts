import { spawnSync } from "node:child_process";
import { devNull } from "node:os";
import { resolve } from "node:path";
import { CommandError } from "../fault.ts";

/** More than any file that is read; git's output is UTF-8 text. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * What a repository's own settings may make git run is switched off, and so is what they may make it show in another way.
 * Filters and text converters cannot be: nothing here lets git read a file of the working folder, or show one's text.
 */
export const nothingRuns: readonly string[] = [
  ...["-c", "core.fsmonitor=false"],
  ...["-c", "core.hooksPath=/dev/null"],
  ...["-c", "log.showSignature=false"],
  ...["-c", "log.diffMerges=separate"],
  ...["-c", "core.quotePath=false"],
  ...["-c", "advice.graftFileDeprecated=false"],
  ...["-c", "protocol.allow=never"],
];

/** Variables that a hook gets from git, with paths that count from the folder that it runs in. */
const placesOfHooks = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"] as const;

/**
 * The environment to the same end; objects are those that were committed, without replacements or grafts, and what a
 * partial clone lacks is not fetched. Git speaks English, so that what it says can be told.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: devNull,
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
  };
  for (const name of placesOfHooks) {
    const place = env[name];
    if (place !== undefined && place !== "") env[name] = resolve(place);
  }
  return env;
}

export interface GitAnswer {
  readonly out: string;
  /** Why git says no, in its own words on one line; undefined where it does what it was asked. */
  readonly refused: string | undefined;
  /** Its exit code; `null` where it did not run to its end. */
  readonly code: number | null;
}

/**
 * Runs git and waits for it.
 *
 * @param folder absolute path of the folder that it runs in
 */
export function askGit(folder: string, ...args: readonly string[]): GitAnswer {
  const options = { encoding: "utf8", maxBuffer: MOST_OUTPUT, timeout: 60_000 } as const;
  const where = { cwd: folder, env: gitEnvironment(), windowsHide: true };
  const { status, stdout, stderr, error } = spawnSync("git", [...nothingRuns, ...args], {
    ...options,
    ...where,
  });
  if (status === 0) return { out: stdout, refused: undefined, code: 0 };
  if (error !== undefined && "code" in error && error.code === "ENOENT")
    return { out: "", refused: "git is not installed", code: null };
  return { out: "", refused: reasonIn(stderr), code: status };
}

/** @returns what git printed; undefined when it is not installed or says no */
export function git(folder: string, ...args: readonly string[]): string | undefined {
  const { out, refused } = askGit(folder, ...args);
  return refused === undefined ? out : undefined;
}

/** The line in which git says why it gives up. */
function reasonIn(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("hint:"));
  const said = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0] ?? "it ended without a word";
  return said.replace(/^(?:fatal|error):\s*/, "").trim();
}

/**
 * The top folder of the repository.
 *
 * @param option what needs it, as messages begin: `--since main`
 * @param outside what is said where there is none
 * @throws CommandError where there is none, or git does not trust it
 */
export function repositoryTop(folder: string, option: string, outside: string): string {
  const { out, refused } = askGit(folder, "rev-parse", "--show-toplevel");
  const top = out.replace(/\r?\n$/, "");
  if (refused === undefined && top !== "") return top;
  throw new CommandError(`${option}: ${distrust(refused) ?? missing(refused) ?? outside}`);
}

/** What is said where git refuses a folder because another user owns it. */
export function distrust(refused: string | undefined): string | undefined {
  const place = /^detected dubious ownership in repository at '(.*)'/.exec(refused ?? "")?.[1];
  if (place === undefined) return undefined;
  return `git does not look into ${place}, since it belongs to another user. If you trust it: git config --global --add safe.directory ${place}`;
}

function missing(refused: string | undefined): string | undefined {
  return refused === "git is not installed" ? "git is not installed here." : undefined;
}
