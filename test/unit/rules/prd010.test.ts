import assert from "node:assert/strict";
import { checkInWorkspace, concernsWorkspace } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

const prd = (id: string): string => `---\nprd: ${id} # ours\nstatus: agreed\n---\n`;
const options = { config: defaultConfig, today: "2026-08-01" };

function workspace(ids: Record<string, string>): ReturnType<typeof workspaceIndex> {
  const index = workspaceIndex();
  for (const [path, id] of Object.entries(ids)) {
    index.set(summarise(parseDocument(prd(id), defaultConfig), path, "prd"));
  }
  return index;
}

function problemsOf(
  path: string,
  id: string,
  ids: Record<string, string>,
): ReturnType<typeof checkInWorkspace> {
  return checkInWorkspace(parseDocument(prd(id), defaultConfig), path, workspace(ids), options);
}

describe("PRD010 duplicate-prd-id", () => {
  it("names the other files, in both", () => {
    const ids = { "b.md": "PRD-7", "a.md": "PRD-7", "c.md": "PRD-8" };
    assert.match(
      problemsOf("a.md", "PRD-7", ids)[0]?.message ?? "",
      /^PRD-7 is also the id of b\.md; `seamwork renumber`/,
    );
    assert.match(problemsOf("b.md", "PRD-7", ids)[0]?.message ?? "", /^PRD-7 is also the id of a\.md;/);
    assert.deepEqual(problemsOf("c.md", "PRD-8", ids), []);
  });

  it("names three files and counts the rest", () => {
    const ids = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [`${name}.md`, "PRD-7"]));
    assert.match(problemsOf("a.md", "PRD-7", ids)[0]?.message ?? "", /of b\.md, c\.md, d\.md and 2 more;/);
  });

  it("tells from the index alone whom it concerns", () => {
    const index = workspace({ "a.md": "PRD-7", "b.md": "PRD-7", "c.md": "PRD-8" });
    assert.deepEqual(
      ["a.md", "b.md", "c.md", "unknown.md"].map((path) => concernsWorkspace(path, index)),
      [true, true, false, false],
    );
    index.delete("b.md");
    assert.equal(concernsWorkspace("a.md", index), false);
  });

  it("offers the next free id of the workspace", () => {
    const index = workspace({ "a.md": "PRD-007", "b.md": "PRD-007", "c.md": "PRD-099", "d.md": "OSAC-1110" });
    const text = prd("PRD-007");
    const document = parseDocument(text, defaultConfig);
    const [problem] = checkInWorkspace(document, "a.md", index, options);
    const [fix] = fixesFor(problem!, document, options, { path: "a.md", index });
    assert.equal(applyEdits(text, fix!.edits), prd("PRD-100"));
    assert.equal(fix?.kind, "guided");
    const named = `${text}\nPRD-007 D1, not PRD-0071 or x/PRD-007.\n`;
    const longer = parseDocument(named, defaultConfig);
    const [again] = fixesFor(problem!, longer, options, { path: "a.md", index });
    const expected = `${prd("PRD-100")}\nPRD-100 D1, not PRD-0071 or x/PRD-007.\n`;
    assert.equal(applyEdits(named, again!.edits), expected, "where it names itself too");
  });
});
