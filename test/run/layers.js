/** Runs scripts of package.json, most of them one after the other, and adds up what they counted. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runCaptured } from "./process.js";

/**
 * @typedef {[script: string, ...args: string[]]} Layer a script of package.json with its arguments
 * @typedef {{ sideBySide: readonly (readonly Layer[])[] }} Lanes layers that disturb each other so little that a second
 *   processor may work at them; those of one lane run one after the other. What a layer prints is shown when it has ended
 */

/**
 * Runs each layer, also behind one that failed. The last line is `N passed, N failed`; the exit code is 1 when anything
 * failed.
 * @param {readonly (Layer | Lanes)[]} layers
 */
export async function runLayers(layers) {
  const folder = mkdtempSync(join(tmpdir(), "seamwork-test-"));
  /** @type {string[]} */
  const lines = [];
  let passed = 0;
  let failed = 0;
  /** @param {Layer} layer @param {boolean} captured */
  const runLayer = async ([layer, ...args], captured) => {
    if (!captured) console.log(`\n— ${layer} —`);
    const started = Date.now();
    const file = join(folder, `${layer.replaceAll(":", "-")}-${lines.length}.json`);
    const { code, output } = await npmRun(layer, args, file, captured);
    if (captured) console.log(`\n— ${layer} —\n${output}`);
    const counts = result(code, file);
    passed += counts.passed;
    failed += counts.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    lines.push(
      `${counts.failed === 0 ? "✔" : "✘"} ${layer.padEnd(16)} ${counts.passed} passed, ${counts.failed} failed  ${seconds} s`,
    );
  };
  for (const one of layers) {
    if (Array.isArray(one)) await runLayer(one, false);
    else
      await Promise.all(
        one.sideBySide.map(async (lane) => {
          for (const layer of lane) await runLayer(layer, true);
        }),
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
 * @param {boolean} captured
 * @returns {Promise<{ code: number, output: string }>} without output where it went to the terminal
 */
async function npmRun(script, args, counts, captured) {
  const env = { ...process.env, SEAMWORK_COUNTS: counts, FORCE_COLOR: process.env["FORCE_COLOR"] ?? "0" };
  const npm = process.env["npm_execpath"];
  const its = ["run", "--silent", script, "--", ...args];
  const [program, all] = npm ? [process.execPath, [npm, ...its]] : ["npm", its];
  return captured
    ? runCaptured(program, all, { env })
    : { code: await run(program, all, { env }), output: "" };
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
