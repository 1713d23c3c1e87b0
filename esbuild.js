/**
 * Builds everything that ships into dist/. `node esbuild.js --dev` leaves the code readable and adds source maps.
 *
 * An entry whose source is missing is an error: a bundle that silently disappears would only be noticed by users.
 */
import { existsSync } from "node:fs";
import { chmod, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL(".", import.meta.url));
const dev = process.argv.includes("--dev");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev ? "linked" : false,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    entryPoints: ["src/extension/main.ts"],
    outfile: "dist/extension.cjs",
    platform: "node",
    format: "cjs",
    external: ["vscode"],
  },
  {
    entryPoints: ["src/extension/web.ts"],
    outfile: "dist/extension.web.cjs",
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
    // The default entity decoder of remark needs a DOM, which a web worker does not have.
    conditions: ["worker"],
  },
  {
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    platform: "node",
    format: "esm",
    target: "node20.19",
    // Commander is CommonJS and asks for Node's modules by `require`.
    banner: {
      js: '#!/usr/bin/env node\nimport { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
    },
  },
];

await rm(`${root}dist`, { recursive: true, force: true });
const present = bundles.filter(({ entryPoints }) =>
  existsSync(`${root}${/** @type {string[]} */ (entryPoints)[0]}`),
);
const results = await Promise.all(present.map((bundle) => build({ ...shared, ...bundle })));
if (existsSync(`${root}dist/cli.js`)) await chmod(`${root}dist/cli.js`, 0o755);

for (const result of results) {
  for (const [file, { bytes }] of Object.entries(result.metafile?.outputs ?? {})) {
    if (!file.endsWith(".map")) console.log(`${file}  ${(bytes / 1024).toFixed(0)} KB`);
  }
}
