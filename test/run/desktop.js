import { readFileSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cache, root } from "./paths.js";

/**
 * The desktop VS Code for a suite: $VSCODE_EXECUTABLE or the newest, or the oldest that the manifest allows.
 * @param {{ oldest: boolean }} which
 * @returns {Promise<string | undefined>} its executable; none where SEAMWORK_HOST=web asks for the server, where there
 *   is no screen, or where VS Code cannot be downloaded
 */
export async function desktop({ oldest }) {
  if (process.env["SEAMWORK_HOST"] === "web") return undefined;
  const named = process.env["VSCODE_EXECUTABLE"];
  if (named && !oldest) return named;
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"])
    return undefined;
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const version = oldest ? engines.vscode.replace("^", "") : "stable";
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(cache, "vscode") });
  } catch (error) {
    console.log(
      `VS Code ${version} cannot be downloaded here (${error instanceof Error ? error.message : String(error)}).`,
    );
    return undefined;
  }
}
