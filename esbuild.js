/**
 * Builds everything that ships into dist/. `node esbuild.js --dev` leaves the code readable and adds source maps.
 *
 * An entry whose source is missing is an error: a bundle that silently disappears would only be noticed by users.
 */
import { chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL(".", import.meta.url));

/** @type {Record<string, import("esbuild").BuildOptions & { entryPoints: [string] }>} by the name in dist/ */
const bundles = {
  "extension.cjs": {
    entryPoints: ["src/extension/main.ts"],
    platform: "node",
    format: "cjs",
    external: ["vscode"],
  },
  "extension.web.cjs": {
    entryPoints: ["src/extension/web.ts"],
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
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
