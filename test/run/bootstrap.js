/** Gets a fresh clone ready. Only Node's own modules here: nothing else may be installed yet. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";

/**
 * Installs the packages of the lock file when one is missing or has another version. Ends the process when that fails.
 */
export function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Seamwork needs Node 20.19 or newer; this is ${process.version}.`);
    process.exit(2);
  }
  if (packagesFit()) return;
  console.log("Installing packages (npm ci) …");
  const npm = process.env["npm_execpath"];
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    console.error(
      `The packages could not be installed${error ? `: ${error.message}` : ". npm says why above."}`,
    );
    process.exit(2);
  }
}

/** Whether node_modules holds what the lock file names. npm keeps a list of what it installed there. */
function packagesFit() {
  /** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
  const packages = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  try {
    const installed = packages("node_modules/.package-lock.json");
    return Object.entries(packages("package-lock.json")).every(
      // An optional package may be for another kind of machine.
      ([name, { version, optional }]) => name === "" || optional || installed[name]?.version === version,
    );
  } catch {
    return false;
  }
}
