import { realpathSync } from "node:fs";
import { dirname, relative } from "node:path";
import { parseHeader } from "../../core/document/header.ts";
import type { Previous } from "../../core/rules/rule.ts";
import { CommandError } from "../fault.ts";
import { slashes } from "../workspace/paths.ts";
import { git } from "./git.ts";

/** An earlier state of the files, in git. */
export interface Earlier {
  /** As it was named. */
  readonly revision: string;
  /** @returns undefined for a file that was not there; one that was renamed is found under its old name */
  textOf(path: string): Previous | undefined;
  /** True when the status of a file was `agreed` in a commit between then and now. */
  wasAgreed(path: string): boolean;
}

/**
 * The state in which this branch left another one: what came into the other one since is none of this branch's doing.
 *
 * @param cwd absolute
 * @param revision a branch, tag or commit
 * @throws CommandError when this is no git repository, or it does not know the revision
 */
export function earlier(cwd: string, revision: string): Earlier {
  const top = git(cwd, "rev-parse", "--show-toplevel")?.trimEnd();
  if (top === undefined)
    throw new CommandError(`--since ${revision}: this folder is not in a git repository.`);
  const named = git(
    cwd,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  )?.trim();
  if (named === undefined) {
    throw new CommandError(
      `--since ${revision}: git does not know this revision here. In CI, was the whole history fetched (fetch-depth: 0)?`,
    );
  }
  const base = git(cwd, "merge-base", named, "HEAD")?.trim() ?? named;
  const date = git(cwd, "show", "-s", "--format=%cs", base)?.trim();
  let renamed: Map<string, string> | undefined;
  const nameOf = (path: string): string => slashes(relative(realpathSync(top), realpathSync(path)));
  const at = (commit: string, name: string): string | undefined =>
    git(top, "show", `${commit}:${name}`)?.replace(/^\uFEFF/, "");
  return {
    revision,
    textOf(path) {
      const name = nameOf(path);
      renamed ??= renamesSince(top, base);
      const text = at(base, renamed.get(name) ?? name);
      return text === undefined ? undefined : { text, date };
    },
    wasAgreed(path) {
      const commits = git(
        dirname(path),
        "log",
        "--format=%H",
        "--max-count=200",
        `${base}..HEAD`,
        "--",
        path,
      );
      return (commits ?? "").split("\n").some((commit) => {
        const text = commit === "" ? undefined : at(commit, nameOf(path));
        return text !== undefined && parseHeader(text).field("status")?.values[0]?.text === "agreed";
      });
    },
  };
}

/** Old names by new ones, from the top of the repository. A name that git is not told of yet is new in any case. */
function renamesSince(top: string, base: string): Map<string, string> {
  const fields =
    git(
      top,
      "diff",
      "--cached",
      "--ignore-submodules=all",
      "--find-renames",
      "--diff-filter=R",
      "--name-status",
      "-z",
      base,
    )?.split("\0") ?? [];
  const names = new Map<string, string>();
  for (let index = 0; index + 2 < fields.length; index += 3) {
    names.set(fields[index + 2] as string, fields[index + 1] as string);
  }
  return names;
}
