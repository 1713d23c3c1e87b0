import { execFile } from "node:child_process";
import { basename, dirname } from "node:path";
import { workspace } from "vscode";
import type { Uri } from "vscode";
import type { BlamedLine, CommittedText, Git } from "../platform.ts";

/** So long git may take, in milliseconds. */
const QUICK_MS = 2_000;
const HISTORY_MS = 20_000;

/** More than any PRD that is checked, in bytes. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * What a repository's own settings may make git run is switched off: a folder that somebody was sent must not run
 * programs. History is asked for in trusted workspaces only, all the same.
 */
const NOTHING_RUNS = [
  ...["-c", "core.fsmonitor=false"],
  ...["-c", "core.hooksPath=/dev/null"],
  ...["-c", "log.showSignature=false"],
  ...["-c", "core.quotePath=false"],
];

/** Git as it is installed on this machine. */
export const git: Omit<Git, "trend"> = {
  async email(folder) {
    const said = isOnDisk(folder)
      ? await run(folder.fsPath, QUICK_MS, ["config", "--get", "user.email"])
      : undefined;
    const email = said?.trim();
    return email === "" ? undefined : email;
  },
  async blame(file, text) {
    if (!isReadable(file)) return undefined;
    const { folder, name } = placeOf(file);
    const args = ["blame", "--line-porcelain", "--no-textconv", "-M", "-w", "--contents", "-", "--", name];
    const said = await run(folder, HISTORY_MS, args, text);
    return said === undefined ? undefined : blamedLines(said);
  },
  async *texts(file, most) {
    if (!isReadable(file)) return;
    const { folder, name } = placeOf(file);
    const format = "--format=%x00%H%x00%as%x00%aN%x00";
    const args = ["log", "--follow", "--name-only", "-z", format, `--max-count=${most}`, "--", name];
    const top = (await run(folder, QUICK_MS, ["rev-parse", "--show-toplevel"]))?.trimEnd();
    const said = top === undefined ? undefined : await run(folder, HISTORY_MS, args);
    for (const { path, ...commit } of commitsIn(said ?? "")) {
      const text = await run(top ?? folder, HISTORY_MS, [
        "show",
        "--no-textconv",
        `${commit.commit}:${path}`,
      ]);
      if (text !== undefined) yield { ...commit, text: text.replace(/^\uFEFF/, "") };
    }
  },
};

function placeOf(file: Uri): { folder: string; name: string } {
  return { folder: dirname(file.fsPath), name: basename(file.fsPath) };
}

/** Here, or on the machine that a remote window works on, where this runs. */
export function isOnDisk({ scheme }: Uri): boolean {
  return scheme === "file" || scheme === "vscode-remote";
}

function isReadable(file: Uri): boolean {
  return isOnDisk(file) && workspace.isTrusted;
}

/** @returns what git printed; undefined when it is not installed, says no or takes too long */
function run(
  folder: string,
  timeout: number,
  args: readonly string[],
  input?: string,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      GIT_OPTIONAL_LOCKS: "0",
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_TERMINAL_PROMPT: "0",
    };
    const options = { cwd: folder, env, timeout, windowsHide: true, maxBuffer: MOST_OUTPUT } as const;
    const child = execFile("git", [...NOTHING_RUNS, ...args], options, (error, stdout) =>
      resolve(error === null ? stdout : undefined),
    );
    // Git may end before it has read everything.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });
}

/** @param porcelain of `git blame --line-porcelain`: for each line its commit, then fields, then a tab and the line */
function blamedLines(porcelain: string): BlamedLine[] {
  const lines: BlamedLine[] = [];
  let commit = "";
  let name = "";
  let email = "";
  for (const line of porcelain.split("\n")) {
    if (line.startsWith("\t")) {
      const committed = !/^0+$/.test(commit);
      lines.push({ text: line.slice(1).replace(/\r$/, ""), by: committed ? { name, email } : undefined });
    } else if (line.startsWith("author ")) name = line.slice("author ".length);
    else if (line.startsWith("author-mail ")) email = line.slice("author-mail ".length).replace(/^<|>$/g, "");
    else commit = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? commit;
  }
  return lines;
}

type Commit = Omit<CommittedText, "text"> & { readonly path: string };

/** @param log fields that end in NUL: an empty one, commit, date, author, and the file's name then, after a line feed */
function commitsIn(log: string): Commit[] {
  const found: Commit[] = [];
  const fields = log.split("\0").filter((field) => field !== "");
  for (let at = 0; at + 3 < fields.length; at += 4) {
    const [commit = "", date = "", author = "", path = ""] = fields.slice(at, at + 4);
    found.push({ commit, date, author, path: path.replace(/^\n/, "") });
  }
  return found;
}
