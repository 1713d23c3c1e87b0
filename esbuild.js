/**
 * Builds everything that ships into dist/. `node esbuild.js --dev` leaves the code readable and adds source maps.
 *
 * An entry whose source is missing is an error: a bundle that silently disappears would only be noticed by users.
 */
import { chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Leaves out of the extension the half of GFM that writes markdown. (The rules' documentation stays out by itself: it is
 * an export that the extension does not import.)
 * @type {import("esbuild").Plugin}
 */
const onlyWhatRuns = {
  name: "only what runs",
  setup(build) {
    build.onLoad({ filter: /[\\/]mdast-util-gfm[\\/]index\.js$/ }, () => ({
      contents: 'export { gfmFromMarkdown } from "./lib/index.js";\nexport const gfmToMarkdown = () => ({});',
    }));
  },
};

/**
 * Lets the small entry load all that works on PRDs from a file of its own, when the first one is seen.
 * @type {import("esbuild").Plugin}
 */
const prdsOnDemand = {
  name: "PRDs on demand",
  setup(build) {
    build.onResolve({ filter: /^\.\/start\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./prd.cjs", external: true } : undefined,
    );
  },
};

const root = fileURLToPath(new URL(".", import.meta.url));

/** @type {Record<string, import("esbuild").BuildOptions & { entryPoints: [string] }>} by the name in dist/ */
const bundles = {
  "extension.cjs": {
    entryPoints: ["src/extension/main.ts"],
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    plugins: [prdsOnDemand],
    // `require`, because VS Code provides its module to nothing else.
    supported: { "dynamic-import": false },
  },
  "prd.cjs": {
    entryPoints: ["src/extension/start.ts"],
    platform: "node",
    format: "cjs",
    external: ["vscode"],
    plugins: [onlyWhatRuns],
    // The package's build for Node is CommonJS, of which nothing can be left out.
    alias: { yaml: join(root, "node_modules/yaml/browser/index.js") },
  },
  "extension.web.cjs": {
    entryPoints: ["src/extension/web.ts"],
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
    plugins: [onlyWhatRuns],
    // The default entity decoder of remark needs a DOM, which a web worker does not have.
    conditions: ["worker"],
  },
  "cli.js": {
    entryPoints: ["src/cli/main.ts"],
    platform: "node",
    format: "esm",
    target: "node20.19",
    // Commander is CommonJS and asks for Node's modules by `require`.
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
    },
  },
};

/**
 * @param {{ folder: string, dev: boolean, names?: readonly string[] }} options the folder is emptied first; without
 *   names, every bundle is made
 * @returns {Promise<Record<string, number>>} bytes by name
 * @throws when a bundle could not be made; esbuild has said why, and the others are there
 */
export async function buildAll({ folder, dev, names = Object.keys(bundles) }) {
  await rm(folder, { recursive: true, force: true });
  const results = await Promise.allSettled(names.map((name) => buildOne(name, join(folder, name), dev)));
  const failed = names.filter((_name, index) => results[index]?.status === "rejected");
  if (failed.length > 0) throw new Error(`Not built: ${failed.join(", ")}.`);
  return Object.fromEntries(
    results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
  );
}

/**
 * @param {string} name
 * @param {string} outfile
 * @param {boolean} dev
 * @returns {Promise<[name: string, bytes: number]>}
 */
async function buildOne(name, outfile, dev) {
  const { metafile } = await build({
    absWorkingDir: root,
    outfile,
    bundle: true,
    minify: !dev,
    sourcemap: dev ? "linked" : false,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    ...bundles[name],
  });
  if (name === "cli.js") await chmod(outfile, 0o755);
  const output = Object.entries(metafile?.outputs ?? {}).find(([file]) => !file.endsWith(".map"));
  return [name, output?.[1].bytes ?? 0];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const sizes = await buildAll({ folder: join(root, "dist"), dev: process.argv.includes("--dev") });
    for (const [name, bytes] of Object.entries(sizes))
      console.log(`dist/${name}  ${(bytes / 1024).toFixed(0)} KB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
