import { readFileSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { SourceMap } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { out, root } from "./paths.js";

/**
 * Bundles every *.test.ts below a folder, one file each, with what they share in chunks.
 * @param {{ from: string, to: string, paths: string[] }} options folders below the project's folder and below out/, and
 *   the files or folders to take, all when there are none
 * @returns {Promise<string[]>} the bundles, by name
 * @throws when the folder holds no tests: an empty run must not look like a success
 */
export async function bundleTests({ from, to, paths }) {
  const entries = (await readdir(join(root, from), { recursive: true }))
    .filter((name) => name.endsWith(".test.ts"))
    .filter((name) => paths.length === 0 || paths.some((path) => join(from, name).startsWith(join(path))))
    .sort();
  if (entries.length === 0) throw new Error(`There are no tests in ${from}.`);
  const outdir = join(out, to);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => join(root, from, name)),
    outbase: join(root, from),
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    loader: { ".css": "text" },
    sourcemap: "linked",
    logLevel: "warning",
    outExtension: { ".js": ".mjs" },
    plugins: [
      {
        // Runners find the project's folder by where they are.
        name: "runners stay in their place",
        setup(build) {
          build.onResolve({ filter: /\/run\/[\w-]+\.js$/ }, ({ path, resolveDir }) => ({
            path: pathToFileURL(resolve(resolveDir, path)).href,
            external: true,
          }));
        },
      },
    ],
  });
  return entries.map((name) => join(outdir, name.replace(/\.ts$/, ".mjs")));
}

/**
 * Bundles a host suite into one CommonJS file, as VS Code loads it.
 * @param {{ from: string, file: string, driver: string, grep: string | undefined, platform: "node" | "browser" }} options
 *   `from` is a folder whose *.test.ts files are taken, without those in its folders
 * @throws when the folder holds no tests
 */
export async function bundleSuite({ from, file, driver, grep, platform }) {
  const tests = (await readdir(join(root, from))).filter((name) => name.endsWith(".test.ts")).sort();
  if (tests.length === 0) throw new Error(`There are no tests in ${from}.`);
  await build({
    absWorkingDir: root,
    entryPoints: ["test/host/suite.ts"],
    outfile: file,
    bundle: true,
    // Mocha's browser build writes to module.exports itself, so the suite's own exports come after it.
    format: "iife",
    globalName: "suite",
    footer: { js: "module.exports = suite;" },
    platform,
    target: "es2022",
    conditions: platform === "browser" ? ["worker"] : [],
    external: ["vscode"],
    sourcemap: "external",
    logLevel: "warning",
    define: { SEAMWORK_DRIVER: JSON.stringify(driver), SEAMWORK_GREP: JSON.stringify(grep ?? "") },
    plugins: [
      {
        name: "tests",
        setup(build) {
          build.onResolve({ filter: /^seamwork:tests$/ }, ({ path }) => ({ path, namespace: "tests" }));
          build.onLoad({ filter: /.*/, namespace: "tests" }, () => ({
            resolveDir: join(root, from),
            // A function, because the tests need mocha's globals when they load.
            contents: `export async function load() {\n${tests.map((name) => `await import("./${name}");`).join("\n")}\n}`,
          }));
        },
      },
    ],
  });
}

/**
 * Rewrites the positions in a bundle to those in the sources.
 * @param {string} stack
 * @param {string} file the bundle, with its map beside it
 */
export function mapStack(stack, file) {
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
  return stack.replaceAll(
    /[^\s(]*\/suite\.cjs(#vscode-extension)?:(\d+):(\d+)/g,
    (text, worker, line, column) => {
      const { originalSource, originalLine, originalColumn } =
        /** @type {Partial<import("node:module").SourceMapping>} */ (
          // The worker host puts the code into a function, whose head takes two lines.
          map.findEntry(Number(line) - (worker ? 3 : 1), Number(column) - 1)
        );
      if (originalSource === undefined || originalLine === undefined || originalColumn === undefined)
        return text;
      return `${relative(root, resolve(dirname(file), originalSource))}:${originalLine + 1}:${originalColumn + 1}`;
    },
  );
}
