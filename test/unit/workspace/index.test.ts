import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

const document = parseDocument(
  '---\nprd: PRD-042\nschema: prd/1\npm: "@lena"\n---\n\n# Exports\n',
  defaultConfig,
);

describe("the index of a workspace", () => {
  it("gives the documents of one id by path, whatever order they came in", () => {
    const index = workspaceIndex();
    for (const path of ["c.md", "a.md", "b.md"]) index.set(summarise(document, path, "prd"));
    assert.deepEqual(index.withId("PRD-042"), ["a.md", "b.md", "c.md"]);
    index.delete("a.md");
    assert.deepEqual(index.withId("PRD-042"), ["b.md", "c.md"]);
    assert.deepEqual(index.withId("PRD-043"), []);
  });
});
