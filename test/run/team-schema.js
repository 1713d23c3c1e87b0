/** Writes docs/seamwork.schema.json, the JSON Schema of seamwork.yaml, from the schema that the product checks with. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { format } from "prettier";
import { out, root } from "./paths.js";

const outfile = join(out, "team-schema.mjs");
await build({
  absWorkingDir: root,
  entryPoints: ["src/core/config/json-schema.ts"],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "warning",
});
const { teamDataJsonSchema } = await import(pathToFileURL(outfile).href);
const file = join(root, "docs/seamwork.schema.json");
await writeFile(
  file,
  await format(JSON.stringify(teamDataJsonSchema()), { parser: "json", printWidth: 110 }),
);
