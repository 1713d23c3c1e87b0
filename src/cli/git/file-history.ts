import { CommandError } from "../fault.ts";
import type { Progress } from "../progress.ts";
import { gitOutput } from "./stream.ts";

/** What a commit did to a file, beside one of its parents. */
export interface FileChange {
  /** What the file was called there, from the top of the repository. */
  readonly name: string;
  /** Its blob there; undefined where the commit added it. */
  readonly blob: string | undefined;
}

/** The commits that HEAD comes from, and what they did to some files, under all the names that those had. */
export interface FileHistory {
  /** Newest first; each before its parents. */
  readonly commits: readonly string[];
  parentsOf(commit: string): readonly string[];
  /** @returns undefined where the file is the same in both */
  changeOf(commit: string, parent: string, name: string): FileChange | undefined;
}

/**
 * @param top of the repository, absolute
 * @param names of the files, from the top, as HEAD has them
 * @throws CommandError where git cannot say
 */
export async function historyOfFiles(
  top: string,
  names: readonly string[],
  progress: Progress,
): Promise<FileHistory> {
  const parents = new Map<string, readonly string[]>();
  for (const line of (await asked(top, ["rev-list", "--topo-order", "--parents", "HEAD"], progress)).split(
    "\n",
  )) {
    const [commit, ...own] = line.split(" ");
    if (commit !== undefined && commit !== "") parents.set(commit, own);
  }
  const log = await asked(
    top,
    [
      ...["log", "-m", "--raw", "-r", "-z", "--no-abbrev", "-M", "-l2000", "--no-ext-diff", "--no-textconv"],
      ...["--full-history", "--sparse", "--topo-order", "--pretty=oneline", "--no-decorate", "--no-color"],
      ...["HEAD", "--", ":(icase,glob)**/*.md", ":(icase,glob)**/*.markdown"],
    ],
    progress,
  );
  const changes = changesIn(log, parents, names);
  return {
    commits: [...parents.keys()],
    parentsOf: (commit) => parents.get(commit) ?? [],
    changeOf: (commit, parent, name) => changes.get(`${commit} ${parent} ${name}`),
  };
}

/** By commit, parent and name of the file. What a file was called before is followed too. */
function changesIn(
  log: string,
  parents: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): ReadonlyMap<string, FileChange> {
  const followed = new Set(names);
  const changes = new Map<string, FileChange>();
  const fields = log.split("\0");
  let place: string | undefined;
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? "";
    const [, blob, status] = /^:\d+ \d+ ([0-9a-f]+) [0-9a-f]+ ([A-Z])/.exec(field) ?? [];
    if (status === undefined || blob === undefined) {
      place = placeOf(field, parents) ?? place;
      continue;
    }
    const before = fields[++at] ?? "";
    const name = status === "R" || status === "C" ? (fields[++at] ?? "") : before;
    if (place === undefined || !followed.has(name)) continue;
    changes.set(`${place} ${name}`, { name: before, blob: /^0+$/.test(blob) ? undefined : blob });
    followed.add(before);
  }
  return changes;
}

/**
 * The commit and the parent that the changes behind a line are beside. Only a merge's line names its parent: anybody may begin
 * the title of a commit with the same words.
 */
function placeOf(line: string, parents: ReadonlyMap<string, readonly string[]>): string | undefined {
  const [, commit = "", from] =
    /^\n?([0-9a-f]{40,64})(?: \(from ([0-9a-f]{40,64})\))? /.exec(`${line} `) ?? [];
  const own = parents.get(commit);
  if (own === undefined) return undefined;
  const parent = own.length > 1 ? from : own[0];
  return `${commit} ${parent ?? ""}`;
}

async function asked(top: string, args: readonly string[], progress: Progress): Promise<string> {
  const said = await gitOutput(top, args, progress);
  if (said === undefined)
    throw new CommandError(
      `--verify-signers: git says no to \`git ${args[0]}\`, so nobody can say who wrote what.`,
    );
  return said;
}
