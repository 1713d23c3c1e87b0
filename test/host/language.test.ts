import assert from "node:assert/strict";
import { commands, ConfigurationTarget, workspace } from "vscode";
import type { CodeLens, Location, Position, TextEditor, WorkspaceEdit } from "vscode";
import { readScreen, screenshot } from "./driver.ts";
import {
  cleanUp,
  hoverAt,
  offersAt,
  open,
  openNew,
  problem,
  putCursor,
  rangeOf,
  replace,
  until,
} from "./editor.ts";

const example = "team/prds/PRD-001-export.prd.md";

async function exampleEditor(): Promise<TextEditor> {
  const editor = await open(example);
  await problem(editor.document.uri, "PRD103");
  return editor;
}

const inside = ({ document }: TextEditor, text: string, nth = 1): Position =>
  rangeOf(document, text, nth).start.translate(0, 1);

describe("hover", () => {
  afterEach(() => cleanUp());

  it("says what an id means and how it stands @smoke", async () => {
    const editor = await exampleEditor();
    const { uri } = editor.document;
    const waiting = await hoverAt(uri, inside(editor, "C1"));
    assert.match(waiting, /constraint on R1 \(perf\), seen by @mara/);
    assert.match(waiting, /p95 under 300 ms/);
    assert.match(waiting, /Waits for product since 2026\\?-07\\?-20 \(\d+ days\)/);
    assert.match(await hoverAt(uri, inside(editor, "C2")), /Settled on 2026-07-22/);
    assert.match(await hoverAt(uri, inside(editor, "R1", 2)), /Filter by date range/);
    assert.match(await hoverAt(uri, inside(editor, "E2", 2)), /edge case[^]*last day is in the future/);
    assert.match(await hoverAt(uri, inside(editor, "A1")), /Held on 2026-07-21/);
    assert.match(await hoverAt(uri, inside(editor, "Q1")), /No answer, wanted by 2099-08-01/);
  });

  it("says who a handle is", async () => {
    const editor = await exampleEditor();
    const text = await hoverAt(editor.document.uri, inside(editor, "@mara", 2));
    assert.match(text, /Mara Lind\*\* · engineer/);
    assert.match(text, /Manager: Ines Park/);
  });

  it("says what a field of the header means and takes", async () => {
    const editor = await exampleEditor();
    assert.match(
      await hoverAt(editor.document.uri, inside(editor, "status")),
      /how far it is[^]*`parked` from anywhere/,
    );
    assert.match(await hoverAt(editor.document.uri, inside(editor, "eng")), /Mara Lind/);
  });
});

describe("definition, references and rename", () => {
  afterEach(() => cleanUp("team/prds/new.prd.md"));

  it("lead from a mention to its definition and back @smoke", async () => {
    const editor = await exampleEditor();
    const { document } = editor;
    const definitions = await commands.executeCommand<Location[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      inside(editor, "E2", 2),
    );
    assert.deepEqual(
      definitions.map(({ range }) => range.start.line),
      [rangeOf(document, "**E2**").start.line],
    );
    const references = await commands.executeCommand<Location[]>(
      "vscode.executeReferenceProvider",
      document.uri,
      inside(editor, "R1"),
    );
    // VS Code's own markdown extension adds the heading.
    const found = references
      .map(({ range }) => document.getText(range))
      .filter((text) => !text.startsWith("#"));
    // Where it is defined, where it is mentioned, and where somebody signed it off.
    assert.deepEqual(found, ["R1", "R1", "R1"]);
  });

  it("rename an id and all its mentions @smoke", async () => {
    const text = await workspace.openTextDocument((await exampleEditor()).document.uri);
    const editor = await openNew("team/prds/new.prd.md", text.getText().replace("PRD-001", "PRD-911"));
    const { document } = editor;
    await problem(document.uri, "PRD103");
    const edit = await commands.executeCommand<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      inside(editor, "E2"),
      "E7",
    );
    await workspace.applyEdit(edit);
    assert.match(document.getText(), /- \*\*E7\*\* The last day/);
    assert.match(document.getText(), /as R1 and E7 describe/);
    assert.doesNotMatch(document.getText(), /E2/);
  });

  it("ask for another name where the new one has a meaning already, is no id, or there is none here", async () => {
    const editor = await exampleEditor();
    const { document } = editor;
    const rename = (position: Position, name: string): Thenable<unknown> =>
      commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, position, name);
    await assert.rejects(async () => rename(inside(editor, "E2"), "E1"), /E1 is the id of something else/);
    await assert.rejects(async () => rename(inside(editor, "E2"), "later"), /letters and a number/);
    await assert.rejects(async () => rename(inside(editor, "E2"), "C9"), /letter E/);
    await assert.rejects(
      async () => commands.executeCommand("vscode.prepareRename", document.uri, inside(editor, "finance")),
      /cursor on an id/,
    );
  });
});

describe("lenses", () => {
  afterEach(() => cleanUp("team/prds/new.prd.md"));
  const lensesOf = async (editor: TextEditor): Promise<string[]> => {
    const lenses = await commands.executeCommand<CodeLens[]>(
      "vscode.executeCodeLensProvider",
      editor.document.uri,
      20,
    );
    return lenses.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ""}`);
  };

  it("count constraints and say whose turn it is; a click goes there @smoke", async () => {
    const editor = await exampleEditor();
    const first = rangeOf(editor.document, "### R1").start.line;
    const second = rangeOf(editor.document, "### R2").start.line;
    const titles = (await lensesOf(editor)).map((one) => one.replace(/\d+ days ago/, "some days ago"));
    assert.deepEqual(titles, [
      `${first}: 2 constraints`,
      `${first}: 1 waits for product`,
      `${first}: Signed by @mara, some days ago`,
      `${second}: Add a constraint`,
      `${second}: Signed by @mara, some days ago`,
    ]);
    const lenses = await commands.executeCommand<CodeLens[]>(
      "vscode.executeCodeLensProvider",
      editor.document.uri,
      20,
    );
    const waits = lenses.find(({ command }) => command?.title === "1 waits for product")?.command;
    assert.ok(waits);
    await commands.executeCommand(waits.command, ...(waits.arguments ?? []));
    assert.equal(editor.document.getText(editor.selection), "C1");
    await screenshot("lenses");
  });

  it("go and come back with `seamwork.codeLens.enabled`, without a reload", async () => {
    const editor = await exampleEditor();
    const drawn = async (): Promise<boolean> => / constraints/.test(await readScreen(".codelens-decoration"));
    const settings = workspace.getConfiguration("seamwork");
    await until(drawn, "they are there at first");
    try {
      await settings.update("codeLens.enabled", false, ConfigurationTarget.Global);
      await until(async () => !(await drawn()), "they are gone");
      assert.deepEqual(await lensesOf(editor), []);
    } finally {
      await settings.update("codeLens.enabled", undefined, ConfigurationTarget.Global);
    }
    await until(drawn, "they are back");
  });

  it("change when somebody answers", async () => {
    const source = await exampleEditor();
    const editor = await openNew(
      "team/prds/new.prd.md",
      source.document.getText().replace("PRD-001", "PRD-912"),
    );
    await problem(editor.document.uri, "PRD103");
    await replace(editor.document, "up to 90 days.", "up to 90 days. Countered @lena 2026-07-25: 30 days?");
    const line = rangeOf(editor.document, "### R1").start.line;
    assert.ok((await lensesOf(editor)).includes(`${line}: 1 waits for engineering`));
    await replace(editor.document, "30 days?", "30 days? Accepted @mara 2026-07-26.");
    assert.deepEqual((await lensesOf(editor)).slice(0, 2), [
      `${line}: 2 constraints`,
      (await lensesOf(editor))[1],
    ]);
    assert.equal(
      (await lensesOf(editor)).some((one) => one.includes("waits")),
      false,
    );
  });
});

describe("completion", () => {
  afterEach(() => cleanUp("team/prds/new.prd.md"));

  const typed = async (
    text: string,
    body: string,
    behind: string,
  ): Promise<{ editor: TextEditor; offers: string[] }> => {
    await cleanUp("team/prds/new.prd.md");
    const editor = await openNew("team/prds/new.prd.md", body);
    await until(
      async () => (await hoverAt(editor.document.uri, inside(editor, "status"))) !== "",
      "it is seen as a PRD",
    );
    const at = putCursor(editor, behind);
    await editor.edit((edit) => edit.insert(at, text));
    const position = putCursor(editor, behind + text);
    return { editor, offers: await offersAt(editor.document.uri, position) };
  };
  const prd = `---\nprd: PRD-913\nstatus: draft\n---\n\n# Something\n\n## Requirements\n\n### R1 · Filter by day\n\nAn analyst can pick a day.\n\n- **Edge cases:**\n  - **E1** Empty: nothing.\n- **Constraints:**\n  - **C4** (perf, @mara, 2026-07-20): 300 ms.\n\n## Assumptions\n\nText.\n`;

  it("offers header fields that are missing, and values", async () => {
    const keys = await typed("\nbu", prd, "status: draft");
    assert.ok(
      keys.offers.includes("bucket") && keys.offers.includes("eng") && !keys.offers.includes("status"),
      keys.offers.join(),
    );
    const buckets = await typed("\nbucket: ", prd, "status: draft");
    assert.deepEqual(buckets.offers.slice(0, 3), ["product", "health", "ops"]);
    const people = await typed("\neng: ", prd, "status: draft");
    assert.equal(people.offers[0], "@mara");
    assert.ok(people.offers.includes("@lena"));
    const id = await typed(" ", prd.replace("prd: PRD-913", "prd:"), "prd:");
    assert.match(id.offers[0] ?? "", /^PRD-\d+$/);
  });

  it("offers sections that are missing", async () => {
    const { offers } = await typed("\n\n## ", prd, "Text.");
    assert.ok(
      offers.includes("Why") && offers.includes("Feasibility") && !offers.includes("Assumptions"),
      offers.join(),
    );
  });

  it("offers the next free id that fits the place, and facets that are missing", async () => {
    const edge = await typed("\n  - **", prd, "Empty: nothing.");
    assert.equal(edge.offers[0], "E2");
    const constraint = await typed("\n  - **", prd, "300 ms.");
    assert.equal(constraint.offers[0], "C5");
    assert.ok(
      constraint.offers.includes("Why") &&
        constraint.offers.includes("Accept") &&
        !constraint.offers.includes("Edge cases"),
    );
    const assumption = await typed("\n\n- **", prd, "Text.");
    assert.equal(assumption.offers[0], "A1");
  });

  it("offers kinds, the team's own too, inside the brackets, and people behind @", async () => {
    const kinds = await typed("\n  - **C5** (", prd, "300 ms.");
    assert.ok(kinds.offers.includes("perf") && kinds.offers.includes("hardware"), kinds.offers.join());
    const people = await typed(" Ask @", prd, "Text.");
    assert.ok(people.offers.includes("@lena") && people.offers.includes("@ines"), people.offers.join());
  });

  it("writes the whole annotation when an id is taken @smoke", async () => {
    const { editor } = await typed("\n  - **", prd, "Empty: nothing.");
    await commands.executeCommand("editor.action.triggerSuggest");
    await until(
      async () => {
        await commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.getText().includes("**E2** ");
      },
      () => editor.document.getText(),
    );
    assert.match(editor.document.getText(), /\n {2}- \*\*E2\*\* the case: what happens then\n/);
  });
});
