import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { adopt } from "../../src/core/adopt/adopt.ts";
import type { Adoption } from "../../src/core/adopt/adopt.ts";
import { defaultConfig } from "../../src/core/config/config.ts";
import { applyEdits } from "../../src/core/text/range.ts";

export interface CorpusFile {
  /** Path below the folder that was named, with the number of that folder where there are several. */
  readonly name: string;
  /** As it is on disk. */
  readonly bytes: Buffer;
  /** Without byte order mark. */
  readonly text: string;
}

/** Every markdown file of the folders that `npm run test:corpus` was given. */
export function corpus(): CorpusFile[] {
  const folders = JSON.parse(process.env["SEAMWORK_CORPUS"] ?? "[]") as string[];
  const files = folders.flatMap((folder, index) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
        return { name: folders.length === 1 ? name : `${index}/${name}`, bytes, text };
      }),
  );
  if (files.length === 0) throw new Error(`There is no markdown in ${folders.join(", ")}.`);
  return files;
}

/** A document and what adopting it makes of it. */
export function adopted({ name, text }: CorpusFile): { adoption: Adoption; after: string } {
  const adoption = adopt(text, { config: defaultConfig, path: name, takenIds: [] });
  return { adoption, after: applyEdits(text, adoption.edits) };
}
