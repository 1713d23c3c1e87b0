import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { git } from "./cli.ts";

/** Files by path; undefined takes one away. */
export type Files = Readonly<Record<string, string | undefined>>;

/** Makes a folder a repository without a commit. */
export function repository(folder: string): void {
  git(folder, "init", "-q", "-b", "main");
}

/**
 * Writes files and commits all that there is.
 *
 * @param day `YYYY-MM-DD`, at noon in UTC, or a whole time such as `2026-08-01T23:30:00-07:00`
 * @returns the commit
 */
export function commit(folder: string, day: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    if (content === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  git(folder, "add", "-A");
  commitIndex(folder, day);
  return git(folder, "rev-parse", "HEAD").trim();
}

function commitIndex(folder: string, day: string): void {
  const date = day.includes("T") ? day : `${day}T12:00:00Z`;
  const who = ["-c", "user.name=Lena", "-c", "user.email=lena@example.com", "-c", "commit.gpgSign=false"];
  const { status, stderr } = spawnSync("git", [...who, "commit", "-q", "--allow-empty", "-m", day], {
    cwd: folder,
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: "1", GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}
