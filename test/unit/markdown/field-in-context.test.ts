import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "esbuild";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** remark as it is in what ships: a function from a text to a tree. */
async function shipped(): Promise<(text: string) => Root> {
  const { fieldInContext } = (await import(pathToFileURL(resolve("esbuild.js")).href)) as {
    fieldInContext: Plugin;
  };
  const { outputFiles } = await build({
    stdin: {
      contents: `import remarkGfm from "remark-gfm";
        import remarkParse from "remark-parse";
        import { unified } from "unified";
        export const parse = (text) => unified().use(remarkParse).use(remarkGfm).parse(text);`,
      resolveDir: resolve(),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    plugins: [fieldInContext],
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { parse } = (await import(`data:text/javascript;base64,${source}`)) as {
    parse: (text: string) => Root;
  };
  return parse;
}

describe("The parser that ships", () => {
  for (const file of ["README.md", "CHANGELOG.md", "docs/decisions/parsing.md"])
    it(`reads ${file} as remark does`, async () => {
      const text = await readFile(file, "utf8");
      const parse = await shipped();
      assert.deepEqual(parse(text), unified().use(remarkParse).use(remarkGfm).parse(text));
    });
});
