/** `npm run docs`: writes the pages of docs/rules from the rules themselves. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { out, root } from "./paths.js";

const file = join(out, "docs.mjs");
await build({
  absWorkingDir: root,
  stdin: {
    resolveDir: root,
    contents: `import { documentedRules } from "./src/core/rules/documented.ts";
import { rulePages } from "./src/core/docs/rule-page.ts";
export const pages = rulePages(documentedRules);`,
  },
  outfile: file,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "warning",
});
/** @type {{ pages: Map<string, string> }} */
const { pages } = await import(file);
const folder = join(root, "docs/rules");
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of pages) await writeFile(join(folder, name), text);
console.log(`docs/rules: ${pages.size} pages`);
