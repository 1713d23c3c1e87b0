/**
 * Which deliberate bugs ("mutants") there are, and which of them a seed draws.
 *
 * What a mutant is called says what stands there and what it becomes, not where: so a draw stays as it is when lines or
 * files move, and only what was rewritten is drawn anew.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/**
 * @typedef {import("@stryker-mutator/instrumenter").Range} Range
 * @typedef {object} Drawn
 * @property {string} key its name: the file's name without folders, what stands there and what it becomes
 * @property {string} path of the file, below the project's folder
 * @property {number} line from 1
 * @property {Range} range
 * @property {string} replacement
 * @property {string} mutator the kind of bug, in Stryker's words
 * @property {string} before the line as it stands, without blanks around it; the first one where it is about several
 * @property {string} after that line with the bug
 * @property {string} diff
 */

const quiet = Object.fromEntries(
  ["trace", "debug", "info", "warn", "error", "fatal", "isDebugEnabled"].map((name) => [name, () => false]),
);

/**
 * Puts mutants behind a switch: `__STRYKER_ACTIVE_MUTANT__` in the environment names the one that is on.
 * @param {import("@stryker-mutator/instrumenter").File[]} files
 */
export function instrument(files) {
  return instrumentWith(new Instrumenter(quiet), files);
}

/**
 * @param {Instrumenter} instrumenter
 * @param {import("@stryker-mutator/instrumenter").File[]} files
 */
function instrumentWith(instrumenter, files) {
  return instrumenter.instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
}

/**
 * @param {string} root the project's folder
 * @param {string[]} paths of sources below it
 * @param {{ seed: string, count: number }} options
 * @returns {Promise<{ drawn: Drawn[], of: number }>} in the order of the draw, which is random; fewer where there are fewer
 */
export async function draw(root, paths, { seed, count }) {
  const contents = new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
  // Only the mutants are wanted, and not forty thousand lines with all of them in.
  const { mutants } = await instrumentWith(
    new Instrumenter(quiet, undefined, () => ""),
    [...contents].map(([name, content]) => ({ name, content, mutate: true })),
  );
  const met = new Map();
  const all = mutants.map(({ fileName, location, replacement, mutatorName }) => {
    const lines = (contents.get(fileName) ?? "").split("\n");
    const change = changeOf(lines, location, replacement);
    const name = nameOf({ path: fileName, ...change });
    const nth = (met.get(name) ?? 0) + 1;
    met.set(name, nth);
    return {
      key: nth === 1 ? name : `${name} (${nth})`,
      path: fileName,
      line: location.start.line + 1,
      range: location,
      replacement,
      mutator: mutatorName,
      ...change,
    };
  });
  const place = (/** @type {Drawn} */ { key }) => createHash("sha256").update(`${seed} ${key}`).digest("hex");
  const placed = all.map((one) => ({ one, at: place(one) }));
  placed.sort((a, b) => (a.at < b.at ? -1 : 1));
  return { drawn: placed.slice(0, count).map(({ one }) => one), of: all.length };
}

/**
 * What a mutant is called, but for a number where several have one name.
 * @param {{ path: string, before: string, after: string }} change
 */
export function nameOf({ path, before, after }) {
  return `${basename(path)}: ${before} → ${after}`;
}

/**
 * @param {string[]} lines of the file
 * @param {Range} range
 * @param {string} replacement
 */
function changeOf(lines, { start, end }, replacement) {
  const old = lines.slice(start.line, end.line + 1);
  const changed = (old[0] ?? "").slice(0, start.column) + replacement + (old.at(-1) ?? "").slice(end.column);
  const fresh = changed.split("\n");
  const diff = [...shortened(old).map((line) => `- ${line}`), ...shortened(fresh).map((line) => `+ ${line}`)];
  return { before: (old[0] ?? "").trim(), after: (fresh[0] ?? "").trim(), diff: diff.join("\n") };
}

/** @param {string[]} lines */
function shortened(lines) {
  return lines.length <= 10 ? lines : [...lines.slice(0, 8), "  …", ...lines.slice(-1)];
}
