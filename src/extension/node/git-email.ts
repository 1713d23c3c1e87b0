import { execFile } from "node:child_process";
import type { Uri } from "vscode";

/**
 * Asks git who works here. Git's own configuration only: nothing of the folder runs.
 *
 * @param folder on this machine's disk; other folders have no answer
 * @returns the address, undefined when git is missing, takes longer than two seconds or knows none
 */
export function gitEmail(folder: Uri): Promise<string | undefined> {
  if (folder.scheme !== "file" && folder.scheme !== "vscode-remote") return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const options = { cwd: folder.fsPath, timeout: 2000, windowsHide: true };
    execFile("git", ["config", "--get", "user.email"], options, (error, stdout) => {
      const email = stdout.trim();
      resolve(error === null && email !== "" ? email : undefined);
    });
  });
}
