import { resolve } from "node:path";
import { CommandError } from "../fault.ts";
import { stagedFiles } from "../git/index-files.ts";
import type { Progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { editing } from "../workspace/files.ts";
import type { Files } from "../workspace/files.ts";

/** Where a check takes its files from, as a person says it. */
export interface SourceFlags {
  readonly staged?: true;
  readonly stdin?: true;
  /** What standard input is to be called. */
  readonly path?: string;
}

/** What is checked: the files that paths mean, and where they are read. */
export interface Source {
  readonly paths: readonly string[];
  /** Undefined for the disk. */
  readonly files: Files | undefined;
}

/**
 * @param paths as they were named; `.` where nobody named any
 * @throws CommandError where the flags contradict each other
 */
export async function sourceOf(
  paths: readonly string[],
  { staged, stdin, path }: SourceFlags,
  { cwd, input }: Pick<Terminal, "cwd" | "input">,
  progress: Progress,
): Promise<Source> {
  if (stdin !== true && path !== undefined)
    throw new CommandError(
      "seamwork: --path names what comes on standard input; did you mean --stdin with it?",
    );
  if (stdin === true) {
    if (path === undefined)
      throw new CommandError(
        "seamwork: --stdin needs --path NAME: which file is it that comes on standard input?",
      );
    if (staged === true)
      throw new CommandError("seamwork: --staged reads git's index, and --stdin one file; which one is it?");
    if (paths.length > 0 && paths.join() !== ".")
      throw new CommandError(
        "seamwork: --stdin checks one file, that of --path; could you leave out the others?",
      );
    return { paths: [path], files: editing(resolve(cwd, path), await input()) };
  }
  return { paths, files: staged === true ? await stagedFiles(cwd, progress) : undefined };
}
