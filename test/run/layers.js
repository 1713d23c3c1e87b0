/** Runs scripts of package.json one after the other and adds up what they counted. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./process.js";

/**
 * Runs each layer, also behind one that failed. The last line is `N passed, N failed`; the exit code is 1 when anything
 * failed.
 * @param {readonly [string, ...string[]][]} layers scripts of package.json with their arguments
 */
export async function runLayers(layers) {
  const folder = mkdtempSync(join(tmpdir(), "seamwork-test-"));
  const lines = [];
  let passed = 0;
  let failed = 0;
  for (const [layer, ...args] of layers) {
    console.log(`\n— ${layer} —`);
    const started = Date.now();
    const file = join(folder, `${layer.replaceAll(":", "-")}.json`);
    const code = await npmRun(layer, args, file);
    const counts = result(code, file);
    passed += counts.passed;
    failed += counts.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    lines.push(
      `${counts.failed === 0 ? "✔" : "✘"} ${layer.padEnd(16)} ${counts.passed} passed, ${counts.failed} failed  ${seconds} s`,
    );
  }
  rmSync(folder, { recursive: true });
  console.log(`\n${lines.join("\n")}\n\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/**
 * @param {string} script of package.json
 * @param {string[]} args
 * @param {string} counts the file that the script's reporter writes
 */
function npmRun(script, args, counts) {
  const env = { ...process.env, SEAMWORK_COUNTS: counts, FORCE_COLOR: process.env["FORCE_COLOR"] ?? "0" };
  const npm = process.env["npm_execpath"];
  return npm
    ? run(process.execPath, [npm, "run", "--silent", script, "--", ...args], { env })
    : run("npm", ["run", "--silent", script, "--", ...args], { env });
}

/**
 * What a layer counted; one that counts nothing, such as the linter, is one check. A layer that ended badly without
 * counting a failure has failed once.
 * @param {number} code
 * @param {string} file
 * @returns {{ passed: number, failed: number }}
 */
function result(code, file) {
  const counted = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { passed: code === 0 ? 1 : 0, failed: 0 };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
