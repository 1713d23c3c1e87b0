import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "esbuild";
import fc from "fast-check";
import * as whole from "./read-and-write.ts";
import { fixtureTexts } from "./fixtures.ts";

type Bundled = typeof whole;

/** The same functions as the extension has them. */
async function shipped(): Promise<Bundled> {
  const { onlyWhatRuns } = (await import(pathToFileURL(resolve("esbuild.js")).href)) as {
    onlyWhatRuns: Plugin;
  };
  const { outputFiles, metafile } = await build({
    entryPoints: ["test/unit/read-and-write.ts"],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    plugins: [onlyWhatRuns],
    alias: { yaml: resolve("node_modules/yaml/browser/index.js") },
  });
  assert.ok(Object.keys(metafile.inputs).some((path) => path.includes("yaml/browser/dist/stringify/")));
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  return (await import(`data:text/javascript;base64,${source}`)) as Bundled;
}

const lines = [
  "prd: PRD-042",
  "name: Lunch: who eats",
  "pm: @lena",
  "eng: [\"@mara\", '@omar']",
  "status: draft # still",
  "people: &all",
  "  - name: Lena",
  "    email: lena@example.com",
  "    <<: *all",
  "pm: *all",
  "? [a, b]",
  ": { c: 1, d: !!int 2, d: 0x1F }",
  "text: |",
  "  two lines",
  "folded: >-",
  "\ttab",
  "rules: { PRD403: off, PRD101: [",
  "- 1.5e3",
  "]}",
  "%YAML 1.1",
  "--- !!map",
  "...",
  "prd: PRD-042",
];

describe("what the extension leaves out of its packages", function () {
  let small: Bundled;
  before(async () => {
    small = await shipped();
  });

  for (const [name, text] of fixtureTexts())
    it(`is not needed to read ${name}`, () => {
      assert.deepEqual(small.reading(text), whole.reading(text));
    });

  it("is not needed to read the names of characters", () => {
    const names =
      "AElig colon comma commat NewLine Tab nbsp ThickSpace fjlig NotEqualTilde acE amp nosuch zwnj";
    const text = `# ${names.replace(/\w+/g, "&$&;")}\n`;
    assert.deepEqual(small.reading(text), whole.reading(text));
  });

  it("is not needed to read any header", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 8 }), (some) => {
        const text = `---\n${some.join("\n")}\n---\n\n# Lunch\n`;
        assert.deepEqual(small.header(text), whole.header(text));
      }),
      { numRuns: 300 },
    );
  });

  it("is not needed to read or to add to any seamwork.yaml", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 8 }), (some) => {
        const text = some.join("\n");
        assert.deepEqual(small.team(text), whole.team(text));
      }),
      { numRuns: 300 },
    );
  });
});
