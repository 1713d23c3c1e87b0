/**
 * Builds everything that ships into dist/. `node esbuild.js --dev` leaves the code readable and adds source maps.
 *
 * An entry whose source is missing is an error: a bundle that silently disappears would only be noticed by users.
 */
import { existsSync } from "node:fs";
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
 * @param {{ folder: string, dev: boolean }} options the folder is emptied first
 * @returns {Promise<Record<string, number>>} bytes by name
 */
export async function buildAll({ folder, dev }) {
  await rm(folder, { recursive: true, force: true });
  const sizes = await Promise.all(
    Object.entries(bundles)
      .filter(([, { entryPoints }]) => existsSync(join(root, entryPoints[0])))
      .map(async ([name, options]) => {
        const outfile = join(folder, name);
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
          ...options,
        });
        if (name === "cli.js") await chmod(outfile, 0o755);
        const output = Object.entries(metafile?.outputs ?? {}).find(([file]) => !file.endsWith(".map"));
        return /** @type {[string, number]} */ ([name, output?.[1].bytes ?? 0]);
      }),
  );
  return Object.fromEntries(sizes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = await buildAll({ folder: join(root, "dist"), dev: process.argv.includes("--dev") });
  for (const [name, bytes] of Object.entries(sizes))
    console.log(`dist/${name}  ${(bytes / 1024).toFixed(0)} KB`);
}
