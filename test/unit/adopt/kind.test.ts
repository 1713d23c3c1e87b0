import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { headerKind } from "../../../src/core/document/header.ts";
import { headOf, isOfAnotherTool, kindOf } from "../../../src/core/document/kind.ts";
import { fixtureTexts } from "../fixtures.ts";

describe("what a document is", () => {
  const kinds: [string, string, "prd" | "cycle" | "retro" | undefined][] = [
    ["a PRD", "---\nprd: PRD-1\ncycle: 2026-Q3\n---\n", "prd"],
    ["a PRD whose id is missing", "---\nprd:\n---\n", "prd"],
    ["a PRD with Windows line ends", "---\r\nprd: PRD-1\r\n---\r\n", "prd"],
    ["a cycle", "---\ncycle: 2026-Q3\nschema: cycle/1\n---\n", "cycle"],
    ["a cycle without schema", "---\ncycle: 2026-Q3\nfrom: 2026-07-01\n---\n", "cycle"],
    ["a page that only names a cycle", "---\ncycle: 2026-Q3\n---\n", undefined],
    ["a retro", "---\nretro: RETRO-7\n---\n", "retro"],
    ["a header of another tool", "---\ntitle: About the prd\n---\n", undefined],
    ["a key in a text block", "---\ntext: |\n  prd: PRD-1\n---\n", undefined],
    ["a header that never ends", "---\nprd: PRD-1\n\n# Title\n", "prd"],
    ["another tool's header that never ends", "---\nname: a\n\n# Title\n\nprd: it\n", undefined],
    ["a header in the middle", "# Title\n\n---\nprd: PRD-1\n---\n", undefined],
    ["nothing", "", undefined],
  ];
  for (const [name, text, kind] of kinds) {
    it(`${name}: ${kind ?? "none"}, wherever it stands`, () => {
      assert.equal(kindOf(text, "README.md", defaultConfig), kind);
      assert.equal(kindOf(text, "prds/a.md", defaultConfig), kind ?? "candidate");
    });
  }

  for (const [name, text] of fixtureTexts()) {
    it(`${name}: the same as its header`, () => {
      const kind = headerKind(parseDocument(text, defaultConfig).header);
      assert.equal(kindOf(text, "a.md", defaultConfig), kind);
    });
  }

  it("is known from the head of a file", () => {
    const text = `---\nprd: PRD-1\n---\n${"a line of prose\n".repeat(100_000)}`;
    assert.ok(headOf(text).length < 70_000);
    assert.equal(kindOf(headOf(text), "a.md", defaultConfig), "prd");
  });

  it("is a candidate where another tool keeps its files, and told apart from the team's own", () => {
    const places = [
      "openspec/specs/a/spec.md",
      ".kiro/specs/a/requirements.md",
      "specs/1/spec.md",
      "docs/prd/a.md",
    ];
    for (const path of [...places, "PRD.md"]) {
      assert.equal(kindOf("# T\n", path, defaultConfig), "candidate");
      assert.equal(isOfAnotherTool(path, defaultConfig), true);
    }
    assert.equal(kindOf("---\nprd: PRD-1\n---\n", "PRD.md", defaultConfig), "prd");
    assert.equal(isOfAnotherTool("prds/a.md", defaultConfig), false);
    assert.equal(isOfAnotherTool("docs/prd/prds/a.md", defaultConfig), false);
  });

  it("is a candidate by its place, as the team says", () => {
    const { config } = parseConfig('version: 1\ndocuments: { prd: ["specs/*.md"] }\n', "seamwork.yaml");
    assert.equal(kindOf("# T\n", "specs/filters.md", config), "candidate");
    assert.equal(kindOf("# T\n", "product/prds/filters.md", config), undefined);
  });
});
