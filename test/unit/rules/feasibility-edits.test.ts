import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { newOption } from "../../../src/core/writing/new-option.ts";
import { roomEdits } from "../../../src/core/writing/in-the-room.ts";
import { fillSnippet } from "../../../src/core/writing/snippet.ts";
import { addColumn } from "../../../src/core/writing/table-edits.ts";
import { answeredByEdit, testedEdit } from "../../../src/core/writing/tested.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";

const header = "---\nprd: PRD-042\nschema: prd/1\nstatus: in-review\n---\n\n";

function parsed(body: string): PrdDocument {
  return parseDocument(header + body, defaultConfig);
}

/** The text below the header after edits. */
function after(document: PrdDocument, edits: Parameters<typeof applyEdits>[1]): string {
  return applyEdits(document.text, edits).slice(header.length);
}

describe("a new option", () => {
  const added = (body: string): string => {
    const document = parsed(body);
    const { edit, filled } = newOption("F2", document, true);
    assert.equal(edit.snippet, true);
    return after(document, [{ ...edit, newText: fillSnippet(edit.newText, filled) }]);
  };
  const table = "| Option | Time | Trade-off | Chosen |\n| --- | --- | --- | --- |\n";
  const row = "| F2 · Queue | 3w | no range over 90 days |  |\n";

  it("goes below the others", () => {
    const before = `## Feasibility\n\n${table}| F1 · Nothing | 0d | 212 tickets | |\n\n- **In the room:** @lena, 2026-07-01\n`;
    assert.equal(added(before), before.replace("\n\n- **In", `\n${row}\n- **In`));
  });

  it("makes a section one empty line below what stands above it, blank or not", () => {
    const made = `## Feasibility\n\n${table}| F2 · Queue | 3w | no range over 90 days | |\n\n`;
    for (const empty of ["\n", "  \n", "\t\n"])
      assert.equal(
        added(`## Why\n\nA word.\n${empty}## Review\n`),
        `## Why\n\nA word.\n${empty}${made}## Review\n`,
      );
  });

  it("follows a table of ids in another order of columns", () => {
    const before = "## Feasibility\n\n| Time | Option | Chosen |\n| --- | --- | --- |\n| 1w | F1 | yes |\n";
    assert.equal(added(before), `${before}| 3w | F2 |  |\n`);
  });

  it("takes a blank that does not break, behind an id, for no name", () => {
    const before = `## Feasibility\n\n${table}| F1\u00a0 | 0d | 212 tickets | |\n`;
    assert.equal(added(before), `${before}| F2 | 3w | no range over 90 days |  |\n`);
  });

  it("has a name in a table that has no row yet, and where a table or the section is missing", () => {
    assert.equal(added(`## Feasibility\n\n${table}`), `## Feasibility\n\n${table}${row}`);
    const made = `${table}| F2 · Queue | 3w | no range over 90 days | |\n`;
    assert.equal(added("## Feasibility\n\nA word.\n"), `## Feasibility\n\nA word.\n\n${made}`);
    assert.equal(
      added("## Why\n\nA word.\n\n## Review\n"),
      `## Why\n\nA word.\n\n## Feasibility\n\n${made}\n## Review\n`,
    );
  });
});

describe("a column that is added", () => {
  const before = "| Option | Time |\n| --- | :-- |\n| F1 | 1w\n| F2 | 2w |\n| F3 | a \\|\n";
  const column = (cellFor: (start: number) => readonly string[] | undefined): string => {
    const edit = addColumn(before, { start: 0, end: before.length }, "Chosen", cellFor);
    return applyEdits(before, [edit]);
  };

  it("has its name, the rule below, and a cell in every row, whether rows end in a bar or not", () => {
    const start = before.indexOf("| F2");
    assert.equal(
      column((row) => (row === start ? ["yes"] : undefined)),
      "| Option | Time | Chosen |\n| --- | :-- | ------ |\n| F1 | 1w | \n| F2 | 2w | yes |\n| F3 | a \\| | \n",
    );
  });
});

describe("who was in the room", () => {
  const table = "## Feasibility\n\n| Option | Time |\n| --- | --- |\n| F1 | 1w |\n";
  const said = (body: string, ...who: string[]): string => {
    const document = parsed(body);
    return after(document, roomEdits(document, who, "2026-08-01"));
  };
  const line = (text: string): string => `${table}\n- **In the room:** ${text}\n`;

  it("is said below the options, or in a section that is made for it", () => {
    assert.equal(said(table, "@lena", "@mara"), line("@lena, @mara, 2026-08-01"));
    assert.equal(
      said("## Why\n\nA word.\n", "@lena"),
      "## Why\n\nA word.\n\n## Feasibility\n\n- **In the room:** @lena, 2026-08-01\n",
    );
  });

  it("is added to the line of the day, whose other words stay", () => {
    const before = line("@lena, 2026-08-01, by phone");
    assert.equal(said(before, "@lena", "@mara", "@omar"), line("@lena, @mara, @omar, 2026-08-01, by phone"));
    assert.equal(said(before, "@Lena"), before);
  });

  it("loses who was not there after all", () => {
    assert.equal(
      said(line("@lena, @mara, 2026-08-01, by phone"), "@mara", "@omar"),
      line("@mara, @omar, 2026-08-01, by phone"),
    );
  });

  it("gives a line without a day the day", () => {
    assert.equal(said(line("@lena"), "@lena"), line("@lena, 2026-08-01"));
    assert.equal(said(line("@lena"), "@lena", "@mara"), line("@lena, @mara, 2026-08-01"));
    assert.equal(said(line("").trimEnd() + "\n", "@mara"), line("@mara, 2026-08-01"));
  });

  it("of another day stays, and today's line follows it", () => {
    const before = `${table}\n* **In the room:** @lena, 2026-07-01\n\nAnd so on.\n`;
    assert.equal(
      said(before, "@mara"),
      before.replace("07-01\n", "07-01\n* **In the room:** @mara, 2026-08-01\n"),
    );
  });
});

describe("an assumption's test", () => {
  const tested = (body: string, outcome: string): string => {
    const document = parsed(body);
    const [assumption] = document.assumptions;
    assert.ok(assumption !== undefined);
    return after(document, [testedEdit(document, assumption, "@mara", "2026-08-01", [outcome]).edit]);
  };

  it("is a sentence of its own", () => {
    assert.equal(
      tested("## Assumptions\n\n- **A1** Days are UTC\n", "held"),
      "## Assumptions\n\n- **A1** Days are UTC. Tested @mara 2026-08-01: held.\n",
    );
  });

  it("is a table's cell", () => {
    const table = "## Assumptions\n\n| ID | Assumption | Result |\n| --- | --- | --- |\n";
    assert.equal(
      tested(`${table}| A1 | Days are UTC | |\n`, "broke, see C1"),
      `${table}| A1 | Days are UTC | broke, see C1 (@mara 2026-08-01) |\n`,
    );
  });

  it("that says it broke can say later what answers it", () => {
    const body = "## Assumptions\n\n- **A1** Days are UTC. Tested @mara 2026-07-01: broke.\n- **A2** No.\n";
    const document = parsed(body);
    const [broke, untested] = document.assumptions;
    assert.ok(broke !== undefined && untested !== undefined);
    const edit = answeredByEdit(document.text, broke, "C1");
    assert.ok(edit !== undefined);
    assert.equal(after(document, [edit]), body.replace("broke", "broke, see C1"));
    assert.equal(answeredByEdit(document.text, untested, "C1"), undefined);
  });
});
