import { spawn } from "node:child_process";
import { join } from "node:path";
import { Uri, workspace } from "vscode";
import type { CancellationToken } from "vscode";
import type { Trend } from "../../core/trend/trend.ts";
import type { TrendRequest } from "../platform.ts";
import { isOnDisk } from "./git.ts";

/** Longest answer, in UTF-16 units: some thousand days. */
const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * What was open at each seam, day by day, worked out by the program that `seamwork trend` is, as a process of its own: years of
 * history would hold up everything else here, and two ways to count would sooner or later differ.
 *
 * @throws Error with one sentence: there is no git, or no history
 */
export function trendOf(
  folder: Uri,
  { extension, from, today }: TrendRequest,
  token: CancellationToken,
): Promise<Trend | undefined> {
  if (!isOnDisk(folder) || !workspace.isTrusted) return Promise.resolve(undefined);
  const program = join(Uri.joinPath(extension, "dist", "cli.js").fsPath);
  const args = ["trend", ".", "--since", from, "--today", today, "--format", "json"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder.fsPath,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let out = "";
    let err = "";
    const called = token.onCancellationRequested(() => child.kill());
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (out.length < MOST_OUTPUT) out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err = (err + text).slice(-4000)));
    child.once("error", reject);
    child.once("close", (code) => {
      called.dispose();
      if (token.isCancellationRequested) return reject(new Error("The trend was called off."));
      try {
        if (code === 0) return resolve(JSON.parse(out) as Trend);
      } catch {
        // It was cut short; the sentence below says so.
      }
      const said =
        err
          .trim()
          .split("\n")
          .at(-1)
          ?.replace(/^(?:seamwork|error): /i, "") ?? "";
      reject(new Error(said === "" ? "The history could not be read." : said));
    });
  });
}
