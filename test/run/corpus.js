/**
 * `npm run test:corpus -- FOLDER…`: what must hold on other people's PRDs, on every markdown file of the folders. Options
 * such as `--grep X` go to mocha. The last line is `N passed, N failed`.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "./paths.js";
import { run } from "./process.js";

const args = process.argv.slice(2);
const options = args.findIndex((arg) => arg.startsWith("-"));
const folders = options < 0 ? args : args.slice(0, options);
const wrong = folders.find((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory());
if (folders.length === 0 || wrong !== undefined) {
  console.error(
    wrong === undefined ? "Which folder? npm run test:corpus -- FOLDER…" : `${wrong} is no folder.`,
  );
  process.exit(2);
}

const temporary = mkdtempSync(join(tmpdir(), "seamwork-corpus-"));
const counts = process.env["SEAMWORK_COUNTS"] ?? join(temporary, "counts.json");
const env = {
  ...process.env,
  SEAMWORK_COUNTS: counts,
  SEAMWORK_CORPUS: JSON.stringify(folders.map((folder) => resolve(folder))),
};
const mocha = [join(root, "test/run/mocha.js"), "corpus", ...(options < 0 ? [] : args.slice(options))];
const code = await run(process.execPath, mocha, { env });
let counted = { passed: 0, failed: 1 };
try {
  counted = JSON.parse(readFileSync(counts, "utf8"));
} catch {
  console.error("The tests did not run to their end.");
}
rmSync(temporary, { recursive: true });
console.log(`${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = code === 0 && counted.failed === 0 ? 0 : 1;
