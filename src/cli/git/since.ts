import { realpathSync } from "node:fs";
import { dirname, relative } from "node:path";
import { parseHeader } from "../../core/document/header.ts";
import { statusIn } from "../../core/document/status.ts";
import type { Previous } from "../../core/rules/rule.ts";
import { CommandError } from "../fault.ts";
import { slashes } from "../workspace/paths.ts";
import { openBlobs } from "./blobs.ts";
import { askGit, git, repositoryTop } from "./git.ts";
import { blobsAt, placeOf, renamesSince } from "./tree.ts";
import { NotHere } from "./stream.ts";

/** An earlier state of the files, in git. */
export interface Earlier {
  /** As it was named. */
  readonly revision: string;
  /** Absolute path of the repository, without links. */
  readonly top: string;
  /** @returns undefined for a file that was not there; one that was renamed is found under its old name */
  textOf(path: string): Promise<Previous | undefined>;
  /** @param name from the top of the repository; undefined for a file that was not there */
  textThen(name: string): Promise<string | undefined>;
  /** The name that a file had then, from the top of the repository; its own where git knows of no renaming. */
  nameThen(path: string): string;
  /** What a file of then is called now, if git knows of a renaming; both from the top of the repository. */
  nowCalled(name: string): string | undefined;
  /** Markdown files of then that may be PRDs, from the top of the repository: a line of theirs begins with `prd:`. */
  mayBePrds(): readonly string[];
  /** True when the status of a file was `agreed` in a commit between then and now. */
  wasAgreed(path: string): Promise<boolean>;
  /** Ends what reads the history. */
  end(): void;
}

/**
 * The state in which this branch left another one: what came into the other one since is none of this branch's doing.
 *
 * @param cwd absolute
 * @param revision a branch, tag or commit
 * @throws CommandError when this is no git repository, it does not know the revision, or it does not go back far enough
 */
export function earlier(cwd: string, revision: string): Earlier {
  const option = `--since ${revision}`;
  const top = realpathSync(repositoryTop(cwd, option, "this folder is not in a git repository."));
  const base = leftAt(cwd, revision, option);
  const date = git(top, "show", "-s", "--format=%cs", base)?.trim();
  const blobs = openBlobs(top);
  let renamed: ReadonlyMap<string, string> | undefined;
  let listed: ReadonlyMap<string, string> | undefined;
  const nameOf = (path: string): string => slashes(relative(top, placeOf(path)));
  const read = async (name: string): Promise<string | undefined> => {
    try {
      return await blobs.text(name);
    } catch (error) {
      if (!(error instanceof NotHere)) throw error;
      throw new CommandError(
        `${option}: some files of then are not on this machine; could you fetch them (\`git fetch --refetch\`), or clone without \`--filter\`?`,
      );
    }
  };
  const textThen = async (name: string): Promise<string | undefined> => {
    listed ??= blobsAt(top, base, option);
    const blob = listed.get(name);
    return blob === undefined ? undefined : read(blob);
  };
  const renames = (): ReadonlyMap<string, string> => (renamed ??= renamesSince(top, base, option));
  const nameThen = (path: string): string => renames().get(nameOf(path)) ?? nameOf(path);
  return {
    revision,
    top,
    textThen,
    nameThen,
    nowCalled: (name) => [...renames()].find(([, then]) => then === name)?.[0],
    async textOf(path) {
      const text = await textThen(nameThen(path));
      return text === undefined ? undefined : { text, date };
    },
    mayBePrds: () => namesWithHeader(top, base, option),
    async wasAgreed(path) {
      const limits = ["--format=%H", "--max-count=200", `${base}..HEAD`];
      const commits = git(dirname(placeOf(path)), "log", ...limits, "--", placeOf(path));
      for (const commit of (commits ?? "").split("\n")) {
        const text = commit === "" ? undefined : await read(`${commit}:${nameOf(path)}`);
        if (text !== undefined && statusIn(parseHeader(text)) === "agreed") return true;
      }
      return false;
    },
    end: () => blobs.end(),
  };
}

/** The commit at which this branch left another one. */
function leftAt(cwd: string, revision: string, option: string): string {
  const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options"];
  const named = git(cwd, ...verify, `${revision}^{commit}`)?.trim();
  if (named === undefined) {
    throw new CommandError(
      `${option}: git does not know this revision here. In CI, was the whole history fetched (fetch-depth: 0)?`,
    );
  }
  if (git(cwd, ...verify, "HEAD^{commit}") === undefined)
    throw new CommandError(`${option}: nothing is committed on this branch yet.`);
  const base = git(cwd, "merge-base", named, "HEAD")?.trim();
  if (base !== undefined && base !== "") return base;
  if (git(cwd, "rev-parse", "--is-shallow-repository")?.trim() === "true") {
    throw new CommandError(
      `${option}: this clone has only part of the history, and where this branch left ${revision} is not in it; could you fetch it (\`git fetch --unshallow\`, in CI \`fetch-depth: 0\`)?`,
    );
  }
  throw new CommandError(`${option}: this branch and ${revision} have no commit in common.`);
}

const markdownFiles = [":(top,icase,glob)**/*.md", ":(top,icase,glob)**/*.markdown"];

function namesWithHeader(top: string, commit: string, option: string): readonly string[] {
  const how = ["-l", "-z", "--full-name", "-E", "--no-textconv", "--no-recurse-submodules"];
  const { out, refused, code } = askGit(
    top,
    ...["grep", ...how, "-e", "^[\"']?prd[\"']?[[:space:]]*:", commit, "--", ...markdownFiles],
  );
  // It ends with 1 where nothing is found.
  if (refused !== undefined && code !== 1) throw new CommandError(`${option}: ${refused}.`);
  return out.split("\0").flatMap((line) => (line === "" ? [] : [line.slice(commit.length + 1)]));
}
