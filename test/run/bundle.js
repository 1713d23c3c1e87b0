import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { out, root } from "./paths.js";

/**
 * Bundles every *.test.ts below a folder, one file each, with what they share in chunks.
 * @param {{ from: string, to: string }} folders below the project's folder and below out/
 * @returns {Promise<string[]>} the bundles, by name
 * @throws when the folder holds no tests: an empty run must not look like a success
 */
export async function bundleTests({ from, to }) {
  const entries = (await readdir(join(root, from), { recursive: true }))
    .filter((name) => name.endsWith(".test.ts"))
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
    sourcemap: "linked",
    logLevel: "warning",
    outExtension: { ".js": ".mjs" },
  });
  return entries.map((name) => join(outdir, name.replace(/\.ts$/, ".mjs")));
}
