import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { relative } from "node:path";
import { hadComeTo } from "../../core/agenda/look-into.ts";
import type { ChangeLine, Comparison } from "../../core/agenda/model.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import type { Status } from "../../core/format/status.ts";
import { changesSince } from "../../core/review/since.ts";
import { slashes } from "../workspace/paths.ts";
import type { Team } from "../workspace/teams.ts";
import { earlier } from "../git/since.ts";
import { git } from "../git/git.ts";

/** What is compared with its own past. */
export interface Subject {
  /** Absolute. */
  readonly path: string;
  readonly document: PrdDocument;
}

export interface ChangesIn {
  /** What changed in one of the documents. */
  of(subject: Subject): Promise<readonly ChangeLine[]>;
  /** Ends what reads the history. */
  end(): void;
}

/**
 * What git knows of documents since a meeting, or since they were agreed.
 *
 * @returns undefined where git knows nothing of that time
 */
export function changesIn({ folder, data }: Team, comparison: Comparison["with"]): ChangesIn | undefined {
  const top = git(folder, "rev-parse", "--show-toplevel")?.trimEnd();
  if (top === undefined) return undefined;
  const between = (before: string, { document }: Subject): readonly ChangeLine[] =>
    before === document.text ? [] : changesSince(parseDocument(before, data), document, data);
  if ("status" in comparison) {
    const { status } = comparison;
    return {
      async of(subject) {
        const before = firstWith(status, subject.path, top);
        return before === undefined ? [] : between(before, subject);
      },
      end: () => undefined,
    };
  }
  const { day } = comparison;
  const commit = git(folder, "rev-list", "-1", `--before=${day} 23:59:59`, "HEAD")?.trim();
  if (commit === undefined || commit === "") return undefined;
  const then = earlier(folder, commit);
  const isSame = asIn(commit, top);
  return {
    async of(subject) {
      if (isSame(nameIn(top, subject.path), subject.document.text)) return [];
      const before = await then.textOf(subject.path);
      if (before !== undefined) return between(before.text, subject);
      const { start, end } = subject.document.title ?? { start: 0, end: 0 };
      return [{ start, end, message: "It is new.", afterBuildingBegan: false }];
    },
    end: () => then.end(),
  };
}

function nameIn(top: string, path: string): string {
  return slashes(relative(realpathSync(top), realpathSync(path)));
}

/**
 * Says of a text whether the commit has exactly it under this name. Git is not asked to compare it with the file, since it
 * would run the repository's filters to do so.
 */
function asIn(commit: string, top: string): (name: string, text: string) => boolean {
  const hashes = new Map<string, string>();
  for (const entry of (git(top, "ls-tree", "-r", "-z", "--full-tree", commit) ?? "").split("\0")) {
    const [, hash, name] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (hash !== undefined && name !== undefined) hashes.set(name, hash);
  }
  return (name, text) => {
    const known = hashes.get(name);
    if (known === undefined) return false;
    const kind = known.length === 40 ? "sha1" : "sha256";
    return (
      createHash(kind)
        .update(`blob ${Buffer.byteLength(text)}\0${text}`)
        .digest("hex") === known
    );
  };
}

/** Commits of one file that are looked at, the latest first. */
const MOST_COMMITS = 500;

/** The text of a file in the first commit of those in which it had come so far; undefined where there is none. */
function firstWith(status: Status, path: string, top: string): string | undefined {
  const log = git(
    top,
    "log",
    "--follow",
    `--max-count=${MOST_COMMITS}`,
    "--format=%n%H",
    "--name-only",
    "--",
    nameIn(top, path),
  );
  const lines = (log ?? "").split("\n").filter((line) => line !== "");
  // A commit's line is followed by the name that the file had in it.
  for (let index = lines.length - 2; index >= 0; index -= 2) {
    const text = git(top, "show", `${lines[index]}:${lines[index + 1]}`)?.replace(/^\uFEFF/, "");
    if (text !== undefined && hadComeTo(text, status)) return text;
  }
  return undefined;
}
