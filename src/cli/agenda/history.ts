import { realpathSync } from "node:fs";
import { relative } from "node:path";
import { hadComeTo } from "../../core/agenda/look-into.ts";
import type { ChangeLine, Comparison } from "../../core/agenda/model.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import type { Status } from "../../core/document/status.ts";
import { changesSince } from "../../core/review/since.ts";
import { slashes } from "../files/paths.ts";
import type { Team } from "../files/teams.ts";
import { earlier } from "../git/since.ts";
import { git } from "../git/git.ts";

/** What is compared with its own past. */
export interface Subject {
  /** Absolute. */
  readonly path: string;
  readonly document: PrdDocument;
}

/**
 * What git knows of documents since a meeting, or since they were agreed.
 *
 * @returns undefined where git knows nothing of that time; else what changed in one of the documents
 */
export function changesIn(
  { folder, data }: Team,
  comparison: Comparison["with"],
): ((subject: Subject) => readonly ChangeLine[]) | undefined {
  const top = git(folder, "rev-parse", "--show-toplevel")?.trimEnd();
  if (top === undefined) return undefined;
  const between = (before: string, { document }: Subject): readonly ChangeLine[] =>
    before === document.text ? [] : changesSince(parseDocument(before, data), document, data);
  if ("status" in comparison) {
    return (subject) => {
      const before = firstWith(comparison.status, subject.path, top);
      return before === undefined ? [] : between(before, subject);
    };
  }
  const { day } = comparison;
  const commit = git(folder, "rev-list", "-1", `--before=${day} 23:59:59`, "HEAD")?.trim();
  if (commit === undefined || commit === "") return undefined;
  const then = earlier(folder, commit);
  const changed = changedSince(top, commit);
  return (subject) => {
    if (!changed.has(nameIn(top, subject.path))) return [];
    const before = then.textOf(subject.path);
    if (before !== undefined) return between(before.text, subject);
    const { start, end } = subject.document.title ?? { start: 0, end: 0 };
    return [{ start, end, message: "It is new.", afterBuildingBegan: false }];
  };
}

function nameIn(top: string, path: string): string {
  return slashes(relative(realpathSync(top), realpathSync(path)));
}

/** Files that are not as they were in a commit, those that git does not know included; from the top of the repository. */
function changedSince(top: string, commit: string): Set<string> {
  const known = git(top, "diff", "--name-only", "--no-renames", "-z", commit) ?? "";
  const unknown = git(top, "ls-files", "--others", "--exclude-standard", "-z") ?? "";
  return new Set(`${known}\0${unknown}`.split("\0"));
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
