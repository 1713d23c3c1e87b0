/**
 * `npm run docs`: lists what the rules' files say about them in src/core/rules/documentation.ts, and writes the pages of
 * docs/rules from that, and docs/styles.md from the examples of the styles.
 */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { out, root } from "./paths.js";

const rules = join(root, "src/core/rules");
const documented = (await readdir(rules, { recursive: true }))
  .map((path) => /^\w+[\\/](prd\d+)\.ts$/.exec(path))
  .filter((found) => found !== null)
  .map(([path = "", name = ""]) => ({ path: path.replaceAll("\\", "/"), name }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ path, name }) => `export { docs as ${name} } from "./${path}";\n`);
await writeFile(
  join(rules, "documentation.ts"),
  `/* What people read about each rule, apart from the catalogue, so that the editor need not load it. Written by npm run docs. */\n${documented.join("")}`,
);

const file = join(out, "docs.mjs");
await build({
  absWorkingDir: root,
  stdin: {
    resolveDir: root,
    contents: `import { documentedRules } from "./src/core/rules/documented.ts";
import { rulePages } from "./src/core/docs/rule-page.ts";
import { documentedStyles } from "./src/core/recognise/dialects/documentation.ts";
import { stylesPage } from "./src/core/docs/styles-page.ts";
export const pages = rulePages(documentedRules);
export const styles = stylesPage(documentedStyles);`,
  },
  outfile: file,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "warning",
});
/** @type {{ pages: Map<string, string>, styles: string }} */
const { pages, styles } = await import(file);
const folder = join(root, "docs/rules");
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of pages) await writeFile(join(folder, name), text);
console.log(`docs/rules: ${pages.size} pages`);
await writeFile(join(root, "docs/styles.md"), styles);
