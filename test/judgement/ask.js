/**
 * Asks the built command line about documents. They are copied to a folder of their own, so that no team data is near.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../run/paths.js";

/** @typedef {(...args: string[]) => Map<string, any>} Ask a command with its options; what it says of each file, by name */

/**
 * @template T
 * @param {string} folder
 * @param {readonly string[]} names of files in it
 * @param {(ask: Ask) => T} use
 * @returns {T} what `use` does
 */
export function asking(folder, names, use) {
  const cli = join(root, "dist/cli.js");
  if (!existsSync(cli)) throw new Error("There is no dist/cli.js: `npm run build` first.");
  const copies = mkdtempSync(join(tmpdir(), "seamwork-judgement-"));
  try {
    for (const name of names) cpSync(join(folder, name), join(copies, name));
    return use((...args) => {
      const options = { cwd: copies, maxBuffer: 256 * 1024 * 1024 };
      const out = execFileSync(process.execPath, [cli, ...args, "--format", "json", ...names], options);
      const { files } = JSON.parse(out.toString("utf8"));
      return new Map(files.map((/** @type {{ path: string }} */ file) => [file.path, file]));
    });
  } finally {
    rmSync(copies, { recursive: true });
  }
}
