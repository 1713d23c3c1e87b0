import { readFileSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { cache, root } from "./paths.js";

/**
 * The desktop VS Codes that the host suites run on: the one that $VSCODE_EXECUTABLE names, else the newest and the
 * oldest that the manifest allows.
 * @returns {Promise<{ name: string, executable: string }[]>} none where SEAMWORK_HOST=web asks for the server, where
 *   there is no screen, or where VS Code cannot be downloaded
 */
export async function desktopVersions() {
  if (process.env["SEAMWORK_HOST"] === "web") return [];
  const named = process.env["VSCODE_EXECUTABLE"];
  if (named) return [{ name: named, executable: named }];
  if (process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"]) return [];
  const oldest = /** @type {{ engines: { vscode: string } }} */ (
    JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  ).engines.vscode.replace("^", "");
  try {
    const versions = [];
    for (const version of ["stable", oldest]) {
      const executable = await downloadAndUnzipVSCode({ version, cachePath: join(cache, "vscode") });
      versions.push({ name: `VS Code ${version}`, executable });
    }
    return versions;
  } catch (error) {
    console.log(
      `VS Code cannot be downloaded here (${error instanceof Error ? error.message : String(error)}).`,
    );
    return [];
  }
}
