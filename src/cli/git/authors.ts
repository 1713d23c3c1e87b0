import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Config } from "../../core/config/config.ts";
import { parseDocument } from "../../core/document/document.ts";
import { personalLines } from "../../core/facts/personal-lines.ts";
import type { PersonalLine } from "../../core/facts/personal-lines.ts";
import { CommandError, systemReason } from "../fault.ts";
import type { Progress } from "../progress.ts";
import { openBlobs } from "./blobs.ts";
import type { Blobs } from "./blobs.ts";
import { git } from "./git.ts";
import { historyOfFiles } from "./file-history.ts";
import type { FileChange, FileHistory } from "./file-history.ts";
import { blobsAt } from "./tree.ts";

/** Personal lines of a document, of which git is asked who wrote them. */
export interface LinesOfFile {
  /** From the top of the repository, as HEAD has it. */
  readonly name: string;
  readonly config: Config;
  readonly lines: readonly PersonalLine[];
}

/** A line on its way back through history: it is known by what it means, which an ignored commit may have changed. */
interface Sought {
  readonly line: PersonalLine;
  readonly keys: readonly string[];
  readonly core: string;
  readonly config: Config;
}

/**
 * The commit that wrote each line: the one in which its meaning was not there before. How it is laid out, where it stands and
 * what the file is called make no difference, so a formatter wrote nothing.
 *
 * @param top of the repository, absolute
 * @param head the commit that is checked out; undefined before the first one
 * @returns without the lines that HEAD does not have
 */
export async function commitsOf(
  top: string,
  head: string | undefined,
  files: readonly LinesOfFile[],
  progress: Progress,
): Promise<ReadonlyMap<PersonalLine, string>> {
  const found = new Map<PersonalLine, string>();
  if (head === undefined || files.length === 0) return found;
  const ignored = ignoredCommits(top);
  const history = await historyOfFiles(
    top,
    files.map(({ name }) => name),
    progress,
  );
  const committedNow = blobsAt(top, head, "--verify-signers");
  const blobs = openBlobs(top);
  try {
    const linesAt = linesIn(blobs);
    const open = new Map<string, Map<string, Sought[]>>();
    const seek = (commit: string, name: string, lines: readonly Sought[]): void => {
      if (lines.length === 0) return;
      let names = open.get(commit);
      if (names === undefined) open.set(commit, (names = new Map()));
      names.set(name, [...(names.get(name) ?? []), ...lines]);
    };
    for (const { name, lines, config } of files) {
      const blob = committedNow.get(name);
      const known = new Set(
        blob === undefined ? [] : (await linesAt(blob, config)).flatMap(({ keys }) => keys),
      );
      const committed = lines.filter(({ keys }) => keys.some((key) => known.has(key)));
      seek(
        head,
        name,
        committed.map((line) => ({ line, keys: line.keys, core: line.core, config })),
      );
    }
    for (const commit of history.commits) {
      const names = open.get(commit);
      if (names === undefined) continue;
      await progress.step("the history");
      open.delete(commit);
      for (const [name, lines] of names) {
        const left = await passedOn({ commit, name, lines, history, linesAt, seek, ignored });
        for (const { line } of left) found.set(line, commit);
      }
    }
    return found;
  } finally {
    blobs.end();
  }
}

type LinesAt = (blob: string, config: Config) => Promise<readonly PersonalLine[]>;

interface Passing {
  readonly commit: string;
  readonly name: string;
  readonly lines: readonly Sought[];
  readonly history: FileHistory;
  readonly linesAt: LinesAt;
  readonly seek: (commit: string, name: string, lines: readonly Sought[]) => void;
  readonly ignored: ReadonlySet<string>;
}

/** Gives the lines that a parent has to that parent; returns those that none has. */
async function passedOn(passing: Passing): Promise<readonly Sought[]> {
  const { commit, name, history, linesAt, seek, ignored } = passing;
  const before: { readonly parent: string; readonly change: FileChange }[] = [];
  for (const parent of history.parentsOf(commit)) {
    const change = history.changeOf(commit, parent, name);
    if (change === undefined) {
      // The file is the same there, so all of it came from there.
      seek(parent, name, passing.lines);
      return [];
    }
    if (change.blob !== undefined) before.push({ parent, change });
  }
  let left = passing.lines;
  for (const { parent, change } of before) {
    const passed: Sought[] = [];
    const kept: Sought[] = [];
    for (const one of left) {
      const was = await earlierLine(one, change, linesAt, ignored.has(commit));
      if (was === undefined) kept.push(one);
      else passed.push({ ...one, keys: was.keys, core: was.core });
    }
    seek(parent, change.name, passed);
    left = kept;
  }
  return left;
}

/** The line as a version before has it. A commit that is ignored may have changed its person and day, never what it is about. */
async function earlierLine(
  { keys, core, config }: Sought,
  { blob }: FileChange,
  linesAt: LinesAt,
  isIgnored: boolean,
): Promise<PersonalLine | undefined> {
  const lines = blob === undefined ? [] : await linesAt(blob, config);
  const same = lines.find((line) => line.keys.some((key) => keys.includes(key)));
  return same ?? (isIgnored ? lines.find((line) => line.core === core) : undefined);
}

/** The personal lines of texts that git keeps, each text read once. */
function linesIn(blobs: Blobs): LinesAt {
  const known = new Map<string, Promise<readonly PersonalLine[]>>();
  return (blob, config) => {
    let lines = known.get(blob);
    if (lines === undefined) {
      lines = blobs
        .text(blob)
        .then((text) => (text === undefined ? [] : personalLines(parseDocument(text, config))));
      known.set(blob, lines);
    }
    return lines;
  };
}

/** What `git blame` leaves out too: the commits in the files of `blame.ignoreRevsFile`, and in `.git-blame-ignore-revs`. */
function ignoredCommits(top: string): ReadonlySet<string> {
  const configured = (git(top, "config", "--type=path", "-z", "--get-all", "blame.ignoreRevsFile") ?? "")
    .split("\0")
    .slice(0, -1);
  // As git has it, an empty one takes back those before it.
  const named = configured.slice(configured.lastIndexOf("") + 1);
  const commits = new Set<string>();
  for (const file of [".git-blame-ignore-revs", ...named]) {
    for (const line of linesOfFile(resolve(top, file), file, named.includes(file))) {
      const hash = line.replace(/#.*/, "").trim().toLowerCase();
      if (hash !== "") commits.add(hash);
    }
  }
  return commits;
}

function linesOfFile(path: string, shown: string, needed: boolean): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch (error) {
    if (!needed && (error as NodeJS.ErrnoException).code === "ENOENT") return [];
    const setting = needed ? "git's setting blame.ignoreRevsFile names " : "";
    throw new CommandError(
      `--verify-signers: ${setting}${shown} cannot be read: ${systemReason(error)}. Could you mend that, so that git can say who wrote what?`,
    );
  }
}
