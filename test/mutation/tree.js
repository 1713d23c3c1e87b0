/**
 * A copy of the project in which the drawn mutants stand behind a switch. The project itself is only read.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../run/paths.js";
import { instrument } from "./draw.js";

/** @typedef {import("./draw.js").Drawn} Drawn */

/** Files of the project that git knows or would know, below its folder; without what is here, which is no part of it. */
export function projectFiles() {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const isFile = (/** @type {string} */ path) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isFile();
  return [...new Set(listed.split("\0"))]
    .filter((path) => path !== "" && !path.startsWith("test/mutation/") && isFile(path))
    .sort();
}

/** @param {string[]} paths @returns {string} another one when any of the files says something else */
export function fingerprintOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/**
 * @param {string} tree the folder to make; what is there goes
 * @param {string[]} paths of the project's files
 * @param {Drawn[]} drawn
 * @returns {Promise<Map<string, string>>} the number by which each mutant is switched on, by its key
 */
export async function plant(tree, paths, drawn) {
  rmSync(tree, { recursive: true, force: true });
  for (const path of paths) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    cpSync(join(root, path), join(tree, path));
  }
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  // Else git would find the project around it, in which this folder is ignored.
  execFileSync("git", ["init", "--quiet"], { cwd: tree });

  /** @type {Map<string, Drawn[]>} */
  const byPath = new Map();
  for (const one of drawn) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  const { files, mutants } = await instrument(
    [...byPath].map(([name, ones]) => ({
      name,
      content: readFileSync(join(root, name), "utf8"),
      mutate: ones.map(({ range }) => range),
    })),
  );
  for (const { name, content } of files) writeFileSync(join(tree, name), content);
  const same = (/** @type {unknown[]} */ ...parts) => JSON.stringify(parts);
  const ids = new Map(
    mutants.map(({ id, fileName, location, mutatorName, replacement }) => [
      same(fileName, location, mutatorName, replacement),
      id,
    ]),
  );
  return new Map(
    drawn.map(({ key, path, range, mutator, replacement }) => {
      const id = ids.get(same(path, range, mutator, replacement));
      if (id === undefined) throw new Error(`This mutant was not found again: ${key}`);
      return [key, id];
    }),
  );
}

/**
 * Bundles the tests of some layers, and the programs that they start, from the copy.
 * @param {string} tree
 * @param {string[]} layers
 * @returns {Promise<{ bundles: Map<string, string[]>, programs: string }>} the tests' bundles by layer, and the folder
 *   of the programs
 */
export async function bundle(tree, layers) {
  const runner = await import(pathToFileURL(join(tree, "test/run/bundle.js")).href);
  const bundles = new Map();
  for (const layer of layers)
    bundles.set(layer, await runner.bundleTests({ from: `test/${layer}`, to: layer, paths: [] }));
  const programs = join(tree, "dist");
  const { buildAll } = await import(pathToFileURL(join(tree, "esbuild.js")).href);
  const names = ["cli.js", "server.js"];
  await buildAll({ folder: programs, dev: false, names });
  for (const name of names) {
    const file = join(programs, name);
    const text = readFileSync(file, "utf8");
    const begin = text.startsWith("#!") ? text.indexOf("\n") + 1 : 0;
    const note = `import ${JSON.stringify(pathToFileURL(join(root, "test/mutation/reached.js")).href)};\n`;
    writeFileSync(file, text.slice(0, begin) + note + text.slice(begin));
  }
  return { bundles, programs };
}

/** What a test's bundle is called in the project. @param {string} tree @param {string} file */
export function testOf(tree, file) {
  return `test/${relative(join(tree, "out"), file)
    .replaceAll("\\", "/")
    .replace(/\.mjs$/, ".ts")}`;
}
