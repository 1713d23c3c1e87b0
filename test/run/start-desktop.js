import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./paths.js";

/** Windows starts `code.cmd` only by way of a shell, which takes a name with spaces in quotes. */
const shell = process.platform === "win32";
/** @param {string} word */
const quoted = (word) => (shell ? `"${word}"` : word);

/**
 * Opens a window of the desktop VS Code with this extension: a VS Code of its own, or the second window would open in the
 * process of the first, as the same person.
 * @param {string} program `code`
 * @param {{ data: string, folder: string, file: string, settings: object, env: NodeJS.ProcessEnv }} what `data` is a
 *   folder for all that this VS Code keeps; `env` is what extensions find, beside this process's
 * @returns {Promise<{ closed: Promise<void>, stop: () => Promise<void> }>} `closed` rejects where VS Code does not start;
 *   `stop` closes the window and waits until VS Code has ended
 */
export async function openDesktopWindow(program, { data, folder, file, settings, env }) {
  const user = join(data, "user-data");
  await mkdir(join(user, "User"), { recursive: true });
  await writeFile(join(user, "User/settings.json"), JSON.stringify(settings));
  const args = [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${user}`,
    `--extensions-dir=${join(data, "extensions")}`,
    ...["--disable-workspace-trust", "--new-window", "--wait", folder, file],
  ];
  const child = spawn(quoted(program), args.map(quoted), {
    env: { ...process.env, ...env },
    stdio: "inherit",
    shell,
  });
  /** @type {Promise<void>} */
  const closed = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code) reject(new Error(`VS Code did not open: “${program}” ended with ${code}.`));
      else resolve();
    });
  });
  closed.catch(() => {});
  return {
    closed,
    async stop() {
      child.kill();
      // The program only waits for VS Code, which writes its own process into this file and removes it at its end.
      const pid = Number(await readFile(join(user, "code.lock"), "utf8").catch(() => ""));
      if (pid > 0) await ended(pid);
    },
  };
}

/**
 * Asks a process to end, and waits until it has; 10 seconds at most.
 * @param {number} pid
 */
async function ended(pid) {
  try {
    process.kill(pid, "SIGTERM");
    for (let waited = 0; waited < 10_000; waited += 50) {
      process.kill(pid, 0);
      await sleep(50);
    }
  } catch {
    // It is gone.
  }
}
