/** Checks the types of every layer, each with only the globals that it may use. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";

/**
 * Folders that hold a tsconfig.json, deepest last.
 * @param {string} folder
 * @returns {string[]}
 */
function layers(folder) {
  const inner = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "fixtures")
    .flatMap((entry) => layers(join(folder, entry.name)));
  return existsSync(join(root, folder, "tsconfig.json")) ? [folder, ...inner] : inner;
}

let failed = false;
for (const layer of ["src", "server", "test"]
  .filter((name) => existsSync(join(root, name)))
  .flatMap(layers)) {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", layer], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) {
    failed = true;
    console.error(`The types of ${layer} do not fit.`);
  }
}
process.exitCode = failed ? 1 : 0;
