import assert from "node:assert/strict";
import { commands, DiagnosticSeverity, Uri, window, workspace, WorkspaceEdit } from "vscode";
import { screenshot } from "./driver.ts";
import {
  actionsAt,
  cleanUp,
  codesOf,
  file,
  noProblem,
  open,
  openNew,
  pause,
  problem,
  problemsOf,
  replace,
  run,
  until,
  write,
} from "./editor.ts";

const header = (id: string, more = ""): string =>
  `---\nprd: ${id}\nschema: prd/1\nname: Something\nstatus: agreed\npm: "@lena"\neng: "@mara"\n${more}---\n\n# Something\n`;
const thin = (id: string): string =>
  `${header(id)}\n## Requirements\n\n### R1 · Filter by date\n\nAn analyst can pick a day.\n`;

describe("diagnostics", () => {
  afterEach(() =>
    cleanUp("team/prds/new.prd.md", "team/prds/other.prd.md", "team/prds/moved", "team/elsewhere.md"),
  );

  it("come when a PRD is opened, with a link to the rule's page @smoke", async () => {
    const { document } = await openNew("team/prds/new.prd.md", thin("PRD-900"));
    const found = await problem(document.uri, "PRD101");
    assert.equal(found.severity, DiagnosticSeverity.Warning);
    assert.equal(document.getText(found.range), "R1");
    assert.ok(typeof found.code === "object");
    const page = await workspace.openTextDocument(found.code.target);
    assert.match(page.getText(), /^# PRD101 ·/);
    await screenshot("diagnostics");
  });

  it("follow what is typed @smoke", async () => {
    const { document } = await openNew("team/prds/new.prd.md", thin("PRD-901"));
    await problem(document.uri, "PRD101");
    await replace(document, "pick a day.\n", "pick a day.\n\n- **Why:** books close monthly.\n");
    await noProblem(document.uri, "PRD101");
    await replace(document, "- **Why:** books close monthly.\n", "");
    await problem(document.uri, "PRD101");
  });

  it("never speak about an earlier version of the text", async () => {
    const { document } = await openNew("team/prds/new.prd.md", thin("PRD-902"));
    await problem(document.uri, "PRD101");
    for (let round = 0; round < 15; round++) {
      const change = new WorkspaceEdit();
      change.insert(
        document.uri,
        document.positionAt(document.getText().indexOf("## Requirements")),
        `Line ${round}.\n\n`,
      );
      await workspace.applyEdit(change);
      await pause(round);
      for (const one of problemsOf(document.uri)) {
        if (typeof one.code === "object" && one.code.value === "PRD101") {
          assert.equal(document.getText(one.range), "R1", `after edit ${round}`);
        }
      }
    }
  });

  it("for a candidate are one piece of information", async () => {
    const { document } = await open("team/prds/older.md");
    const found = await problem(document.uri, "PRD001");
    assert.equal(found.severity, DiagnosticSeverity.Information);
    assert.deepEqual(codesOf(document.uri), ["PRD001"]);
  });

  it("come when a file gets the key, and go when it loses it", async () => {
    const { document } = await openNew("team/elsewhere.md", "# Notes\n");
    await pause(200);
    assert.deepEqual(problemsOf(document.uri), []);
    const change = new WorkspaceEdit();
    change.insert(document.uri, document.positionAt(0), "---\nprd: PRD-903\n---\n\n");
    await workspace.applyEdit(change);
    await problem(document.uri, "PRD002");
    await replace(document, "prd: PRD-903\n", "title: x\n");
    await until(() => problemsOf(document.uri).length === 0, "the diagnostics go");
  });

  it("come for a document that was never saved", async () => {
    const document = await workspace.openTextDocument({ language: "markdown", content: thin("PRD-909") });
    await window.showTextDocument(document);
    await problem(document.uri, "PRD101");
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await until(() => problemsOf(document.uri).length === 0, "the diagnostics go");
  });

  it("go when the PRD is closed", async () => {
    const { document } = await openNew("team/prds/new.prd.md", thin("PRD-904"));
    await problem(document.uri, "PRD101");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await until(() => problemsOf(document.uri).length === 0, "the diagnostics go");
  });

  it("move with a PRD that is renamed, and with its folder", async () => {
    const before = file("team/prds/new.prd.md");
    const after = file("team/prds/other.prd.md");
    await openNew("team/prds/new.prd.md", thin("PRD-905"));
    await problem(before, "PRD101");
    const change = new WorkspaceEdit();
    change.renameFile(before, after);
    await workspace.applyEdit(change);
    await problem(after, "PRD101");
    await until(() => problemsOf(before).length === 0, "nothing stays at the old name");

    const moved = Uri.joinPath(file("team/prds/moved"), "other.prd.md");
    await workspace.fs.createDirectory(file("team/prds/moved"));
    const again = new WorkspaceEdit();
    again.renameFile(after, moved);
    await workspace.applyEdit(again);
    await problem(moved, "PRD101");
    await until(() => problemsOf(after).length === 0, "nothing stays in the old folder");
  });

  it("go when the PRD is deleted", async () => {
    const { document } = await openNew("team/prds/new.prd.md", thin("PRD-906"));
    await problem(document.uri, "PRD101");
    const change = new WorkspaceEdit();
    change.deleteFile(document.uri);
    await workspace.applyEdit(change);
    await until(() => problemsOf(document.uri).length === 0, "the diagnostics go");
  });

  it("notice that two PRDs have one id, and that they no longer do, also when the other one is not open", async () => {
    const { document } = await openNew("team/prds/new.prd.md", thin("PRD-001"));
    const found = await problem(document.uri, "PRD010");
    assert.equal(document.getText(found.range).includes("PRD-001"), true);
    await write("team/prds/other.prd.md", thin("PRD-907"));
    // File watchers say nothing of a file that goes as soon as it came.
    await pause(1000);
    await replace(document, "prd: PRD-001", "prd: PRD-907");
    await problem(document.uri, "PRD010");
    await workspace.fs.delete(file("team/prds/other.prd.md"));
    await noProblem(document.uri, "PRD010");
  });

  it("follow the team's data, saved or not", async () => {
    const { document } = await openNew("team/prds/new.prd.md", thin("PRD-908"));
    await problem(document.uri, "PRD101");
    const team = await workspace.openTextDocument(file("team/seamwork.yaml"));
    const change = new WorkspaceEdit();
    change.insert(team.uri, team.positionAt(team.getText().length), 'rules: { PRD101: "off" }\n');
    await workspace.applyEdit(change);
    await noProblem(document.uri, "PRD101");
    await replace(team, 'rules: { PRD101: "off" }\n', "");
    await problem(document.uri, "PRD101");
    await team.save();
  });
});

describe("seamwork.yaml", () => {
  afterEach(() => cleanUp("slip"));

  it("says what does not hold, and offers what was probably meant @smoke", async () => {
    await workspace.fs.createDirectory(file("slip"));
    const { document } = await openNew("slip/seamwork.yaml", "version: 1\nrules: { PRD403: wrning }\n");
    const found = await until(() => problemsOf(document.uri)[0], "an error");
    assert.match(found.message, /warning/);
    const [fix] = await actionsAt(document.uri, found.range, "quickfix");
    assert.ok(fix, "No fix is offered.");
    await run(fix);
    await until(() => problemsOf(document.uri).length === 0, "the error goes");
    assert.match(document.getText(), /PRD403: warning/);
  });
});
