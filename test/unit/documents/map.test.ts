import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { filesIn, page, pages, rowsOf } from "./documents.ts";

const core = "src/core";
const folders = rowsOf(page("ARCHITECTURE.md"), "folder").flatMap(([cell = ""]) =>
  cell.split(" ").map((name) => name.replaceAll("`", "")),
);

/** The folder of core that a file stands in. */
const folderOf = (path: string): string => relative(core, path).replaceAll("\\", "/").split("/")[0] ?? "";

describe("the map of ARCHITECTURE.md", () => {
  it("has every folder of core", () => {
    const there = readdirSync(core).filter((name) => name !== "tsconfig.json");
    assert.deepEqual(folders.toSorted(), there.toSorted());
  });

  it("has each folder below all that it imports", () => {
    const wrong = filesIn(core)
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) =>
        [...readFileSync(path, "utf8").matchAll(/(?:\bfrom |\bimport\(\s*)"(\.[^"]+)"/g)]
          .map(([, target = ""]) => join(dirname(path), target))
          .filter((target) => folderOf(target) !== folderOf(path))
          .filter((target) => folders.indexOf(folderOf(target)) >= folders.indexOf(folderOf(path)))
          .map((target) => `${path} imports ${target}`),
      );
    assert.deepEqual(wrong, []);
  });

  it("is small enough to be read", () => {
    assert.ok(Buffer.byteLength(page("ARCHITECTURE.md")) <= 12 * 1024);
  });
});

describe("each decision", () => {
  it("says in three lines what it is, why, and what would change our mind", () => {
    const decided = [...pages].filter(([path]) => /^docs\/decisions\/[a-z]+\.md$/.test(path));
    const other = decided.flatMap(([path, text]) =>
      text
        .split(/^## /m)
        .slice(1)
        .filter(
          (one) =>
            !/^.+\n\n- \*\*What\.\*\* .+\n- \*\*Why\.\*\* .+\n- \*\*What would change our mind\.\*\* .+\n*$/.test(
              one,
            ),
        )
        .map((one) => `${path}: ${one.split("\n")[0]}`),
    );
    assert.ok(decided.length >= 7, `${decided.length} pages`);
    assert.deepEqual(other, []);
  });
});
