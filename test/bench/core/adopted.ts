/** Copies every markdown file of some folders and those in them, adopted: `node adopted.mjs TO FOLDER…`. Most rules speak only about PRDs. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { adopt } from "../../../src/core/adopt/adopt.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { longPrd } from "./long-prd.ts";

const [to = "", ...folders] = process.argv.slice(2);
const takenIds = new Set<string>();
for (const folder of folders) {
  for (const file of readdirSync(folder, { encoding: "utf8", recursive: true }).sort()) {
    if (!file.endsWith(".md")) continue;
    const text = readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "");
    const { edits, id } = adopt(text, { config: defaultConfig, path: file, takenIds });
    takenIds.add(id);
    writeFileSync(join(to, "adopted", file.replaceAll(/[\\/]/g, "-")), applyEdits(text, edits));
  }
}
writeFileSync(join(to, "2000.md"), longPrd(2_000));
writeFileSync(join(to, "10000.md"), longPrd(10_000));
