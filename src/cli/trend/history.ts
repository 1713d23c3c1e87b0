import { realpathSync } from "node:fs";
import type { DatedCommit } from "../../core/trend/trend.ts";
import { gitOutput, NoGit } from "../git/stream.ts";
import type { Progress } from "../progress.ts";
import { CONFIG_NAME } from "../workspace/homes.ts";

/** A repository with its whole history, or why there is none, in one sentence. */
export type History = Repository | { readonly missing: string };

export interface Repository {
  /** Absolute, with all links followed. */
  readonly top: string;
  /** The first parents of what is checked out, newest first. */
  readonly commits: readonly DatedCommit[];
}

/** Blobs by path from the top of the repository: markdown files and team data, as a commit has them. */
export type State = Map<string, string>;

/** What changes from one state to the next; a blob that is undefined is gone. */
export type Changed = readonly (readonly [path: string, blob: string | undefined])[];

const WANTED = [":(icase,glob)**/*.md", ":(icase,glob)**/*.markdown", `:(glob)**/${CONFIG_NAME}`];

/** @param folder absolute; somewhere in the repository */
export async function historyOf(folder: string, progress: Progress): Promise<History> {
  try {
    const about = ["rev-parse", "--show-toplevel", "--is-shallow-repository"];
    const [top = "", shallow] = (await gitOutput(folder, about, progress))?.trimEnd().split("\n") ?? [];
    if (top === "") return { missing: "This is not a git repository, so there is no trend." };
    if (shallow === "true") {
      return {
        missing:
          "This clone has only part of the history, so there is no trend; could you fetch all of it (`git fetch --unshallow`, in CI `fetch-depth: 0`)?",
      };
    }
    const log = ["log", "--first-parent", "--no-show-signature", "--format=%H %cs", "HEAD"];
    const lines = (await gitOutput(top, log, progress))?.trimEnd().split("\n") ?? [];
    const commits = lines.flatMap((line): DatedCommit[] => {
      const [commit, day] = line.split(" ");
      return commit === undefined || day === undefined ? [] : [{ commit, day }];
    });
    if (commits.length === 0) return { missing: "Nothing is committed here yet, so there is no trend." };
    return { top: realpathSync(top), commits };
  } catch (error) {
    if (error instanceof NoGit) return { missing: "Git is not installed here, so there is no trend." };
    throw error;
  }
}

/** All documents and team data of a commit, and whatever else is a markdown file. */
export async function stateAt(top: string, commit: string, progress: Progress): Promise<State> {
  const listed = await gitOutput(top, ["ls-tree", "-r", "-z", "--full-tree", commit], progress);
  const state: State = new Map();
  for (const entry of (listed ?? "").split("\0")) {
    const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
    if (blob !== undefined && path !== undefined && isFile(mode) && isWanted(path)) state.set(path, blob);
  }
  return state;
}

/**
 * What each of the commits changed beside the one before it, one line of history long.
 *
 * @param from the commit before the first one
 * @param to the last one
 * @returns by commit; those that changed none of the files are not in it
 */
export async function changesBetween(
  top: string,
  from: string,
  to: string,
  progress: Progress,
): Promise<ReadonlyMap<string, Changed>> {
  const log = await gitOutput(
    top,
    [
      ...["log", "--first-parent", "-m", "--raw", "-r", "-z", "--no-abbrev", "--no-renames"],
      ...["--no-ext-diff", "--no-show-signature", "--format=%x01%H", `${from}..${to}`, "--", ...WANTED],
    ],
    progress,
  );
  const changes = new Map<string, [string, string | undefined][]>();
  let changed: [string, string | undefined][] = [];
  const fields = (log ?? "").split("\0");
  for (let at = 0; at < fields.length; at++) {
    const field = (fields[at] ?? "").replace(/^\n+/, "");
    if (field.startsWith("\u0001")) changes.set(field.slice(1).trim(), (changed = []));
    const [, mode, blob] = /^:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) \w/.exec(field) ?? [];
    if (blob === undefined) continue;
    const path = fields[++at] ?? "";
    if (isWanted(path)) changed.push([path, isFile(mode) ? blob : undefined]);
  }
  return changes;
}

/** No link and no submodule; a file that is gone has mode 000000. */
function isFile(mode: string | undefined): boolean {
  return mode?.startsWith("100") === true;
}

function isWanted(path: string): boolean {
  return isTeamData(path) || /\.(?:md|markdown)$/i.test(path);
}

export function isTeamData(path: string): boolean {
  return path === CONFIG_NAME || path.endsWith(`/${CONFIG_NAME}`);
}
