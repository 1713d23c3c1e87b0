import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { fixes } from "../../../src/core/rules/header/prd001-fixes.ts";
import { workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";
import { checked } from "./checked.ts";

describe("PRD001 missing-header", () => {
  it("is all that is said about a candidate, as information and on its title", () => {
    const text = "# Exports\n\n## Requirements\n\n- **R1** fast\n- **R1** fast\n";
    const problems = checkDocument(parseDocument(text, defaultConfig), {
      config: defaultConfig,
      today: "2026-08-01",
    });
    assert.deepEqual(
      problems.map(({ code, severity, start, end }) => [code, severity, text.slice(start, end)]),
      [["PRD001", "information", "# Exports"]],
    );
  });

  it("points at the first words where there is no title", () => {
    assert.deepEqual(checked("PRD001", "\n\n  We want lockers.\nMore.\n").places, ["We want lockers."]);
    assert.deepEqual(checked("PRD001", "").places, [""]);
  });

  it("takes a line across the page for no header that was left open", () => {
    const text = "# Exports\n\nWe want lockers.\n\n---\nNote: soon.\n";
    assert.equal(parseDocument(text, defaultConfig).header.unclosed, false);
    assert.equal(parseDocument(text.slice(text.indexOf("---")), defaultConfig).header.unclosed, true);
    assert.deepEqual(checked("PRD001", text).places, ["# Exports"]);
  });

  it("keeps a header of other tools and adds what it lacks", () => {
    const text = "---\r\nworking_group: ops\r\n---\r\n\r\n# Exports\r\n";
    const { messages, after } = checked("PRD001", text);
    assert.match(messages[0]!, /no `prd`/);
    const adopted = after();
    assert.ok(adopted.includes("working_group: ops\r\n"));
    assert.deepEqual(checked("PRD001", adopted).messages, []);
    assert.doesNotMatch(adopted, /(?<!\r)\n/);
  });

  it("takes the next id that no other document has", () => {
    const document = parseDocument("# Exports\n", defaultConfig);
    const index = workspaceIndex();
    for (const id of ["PRD-007", "PRD-031"]) {
      const summary = {
        path: `${id}.md`,
        kind: "prd",
        id,
        idRange: undefined,
        name: id,
        status: undefined,
      } as const;
      index.set({ ...summary, pm: [], eng: [], team: undefined });
    }
    const context = {
      document,
      config: defaultConfig,
      today: "2026-08-01",
      status: "draft",
      path: "a.md",
      index,
    } as const;
    const [fix] = fixes({ start: 0, end: 1, message: "" }, context);
    assert.equal(fix?.title, "Adopt as PRD-032: add a header, keep every word");
  });

  it("leaves a header of ours without its last line to PRD003, which closes it behind its last field", () => {
    const text = `---\nprd: PRD-1\nname: "A: b"\neng:\n  - "@mara"\n# a comment\n\n# Title: with colon\n`;
    assert.equal(
      checked("PRD003", text).after(),
      `---\nprd: PRD-1\nname: "A: b"\neng:\n  - "@mara"\n---\n# a comment\n\n# Title: with colon\n`,
    );
    assert.equal(
      checked("PRD003", "---\nprd: PRD-1\nstatus: draft").after(),
      "---\nprd: PRD-1\nstatus: draft\n---\n",
    );
  });

  it("offers nothing where it cannot tell where the header ends", () => {
    assert.deepEqual(checked("PRD001", "---\nstatus: draft\n\n# Exports\n").fixes(), []);
  });
});
