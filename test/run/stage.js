import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import JSZip from "jszip";
import { createVSIX } from "@vscode/vsce";
import { buildAll } from "../../esbuild.js";
import { root } from "./paths.js";

/**
 * Copies the extension, freshly built and readable, so that other builds do not disturb a run.
 * @param {string} folder to make
 * @param {{ web: boolean }} options web: a manifest without `main`, so that only the web worker host can run it
 */
export async function stageExtension(folder, { web }) {
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  if (web) delete manifest.main;
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  for (const part of ["README.md", "docs/rules", "docs/seamwork.schema.json", "media", "syntaxes"]) {
    if (existsSync(join(root, part))) await cp(join(root, part), join(folder, part), { recursive: true });
  }
  await buildAll({ folder: join(folder, "dist"), dev: true });
}

/**
 * Packs the extension as it ships.
 * @param {string} file where the package goes
 */
export async function packVsix(file) {
  await buildAll({ folder: join(root, "dist"), dev: false });
  await createVSIX({
    cwd: root,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

/**
 * Packs the extension and unpacks it again: what a user's VS Code would run.
 * @param {string} folder to make
 */
export async function unpackedVsix(folder) {
  const temp = await mkdtemp(join(tmpdir(), "seamwork-vsix-"));
  try {
    const file = join(temp, "seamwork.vsix");
    await packVsix(file);
    const { files } = await JSZip.loadAsync(await readFile(file));
    for (const [name, entry] of Object.entries(files)) {
      if (entry.dir || !name.startsWith("extension/")) continue;
      const target = join(folder, name.slice("extension/".length));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, await entry.async("nodebuffer"));
    }
  } finally {
    await rm(temp, { recursive: true });
  }
}
