import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { runQuietly } from "./process.js";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * What a browser without a screen needs to run a workbench quietly, also as root in a container.
 * QUIC is off because some networks drop it without an answer.
 */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param {string} program @returns {string | undefined} where it is on PATH */
export function onPath(program) {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const ending of process.platform === "win32" ? [".cmd", ".exe"] : [""]) {
      const file = join(folder, program + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

/**
 * Finds Chromium, and installs Debian's package where there is none.
 * @returns {Promise<string>} its path
 * @throws with what to do when it cannot be installed from here
 */
export async function chromium() {
  const found = names.map(onPath).find((path) => path !== undefined);
  if (found) return found;
  const apt = onPath("apt-get");
  const sudo = process.getuid?.() === 0 ? [] : onPath("sudo") ? ["sudo", "-n"] : undefined;
  if (!apt || !sudo) {
    throw new Error(
      "Chromium is needed and was not found. Install it (Debian, Ubuntu: apt-get install chromium) and run this again.",
    );
  }
  console.log("Installing Chromium (once) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [program, ...rest] = [...sudo, apt, ...args];
    await runQuietly(/** @type {string} */ (program), rest, { env });
  }
  const installed = names.map(onPath).find((path) => path !== undefined);
  if (!installed) throw new Error("apt-get installed Chromium, but it is not on PATH.");
  return installed;
}
