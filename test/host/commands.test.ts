import assert from "node:assert/strict";
import { commands, ConfigurationTarget, TabInputTextDiff, window, workspace } from "vscode";
import type { TextEditor } from "vscode";
import { asked, fill, find, titled } from "./asked.ts";
import { press, screenshot, type } from "./driver.ts";
import {
  actionsAt,
  cleanUp,
  codesOf,
  file,
  open,
  openNew,
  pause,
  problem,
  putCursor,
  read,
  run,
  until,
} from "./editor.ts";

const today = (): string => {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
const path = "team/prds/new.prd.md";
const prd = (body: string): string =>
  `---\nprd: PRD-920\nschema: prd/1\nname: Something\nstatus: in-review\npm: "@lena"\neng: "@mara"\n---\n\n# Something\n\n${body}`;
const requirement =
  "## Requirements\n\n### R1 · Filter by day\n\nAn analyst can pick a day.\n\n- **Why:** books close monthly.\n";

async function asMe(handle: string | undefined): Promise<void> {
  await workspace.getConfiguration("seamwork").update("me", handle, ConfigurationTarget.Global);
}

/** Presses Enter in the list that a command has opened, after typing into it. */
async function pick(text: string): Promise<void> {
  await pause(500);
  if (text !== "") await type(text);
  await pause(300);
  await press("Enter");
}

async function opened(body: string): Promise<TextEditor> {
  const editor = await openNew(path, prd(body));
  await until(() => codesOf(editor.document.uri).length > 0, "it is checked");
  return editor;
}

describe("commands", () => {
  before(() => asMe("@mara"));
  after(() => asMe(undefined));
  afterEach(() => cleanUp(path));

  it("Add constraint asks for the kind and leaves the cursor where the words go @smoke", async () => {
    const editor = await opened(
      `${requirement}\n## Assumptions\n\n- **A1** Days are UTC. Tested @mara 2026-07-01: held.\n`,
    );
    putCursor(editor, "pick a day");
    const done = commands.executeCommand("seamwork.addConstraint");
    await pause(600);
    await screenshot("add-constraint");
    await pick("perf");
    await done;
    await until(
      () => editor.document.getText().includes("**C1**"),
      () => editor.document.getText(),
    );
    await commands.executeCommand("type", { text: "p95 under 300 ms." });
    const expected = `- **Why:** books close monthly.\n- **Constraints:**\n  - **C1** (perf, @mara, ${today()}): p95 under 300 ms.\n\n## Assumptions`;
    assert.ok(editor.document.getText().includes(expected), editor.document.getText());
  });

  it('Add constraint takes the place of "None seen", and follows what is there', async () => {
    const editor = await opened(`${requirement}- **Constraints:** None seen, @mara 2026-07-01.\n`);
    putCursor(editor, "R1");
    let done = commands.executeCommand("seamwork.addConstraint");
    await pick("ops");
    await done;
    await until(
      () => editor.document.getText().includes("**C1**"),
      () => editor.document.getText(),
    );
    assert.doesNotMatch(editor.document.getText(), /None seen/);
    await commands.executeCommand("leaveSnippet");
    done = commands.executeCommand(
      "seamwork.addConstraint",
      editor.document.uri,
      editor.document.getText().indexOf("R1"),
    );
    await pick("cost");
    await done;
    await until(
      () => editor.document.getText().includes("**C2** (cost"),
      () => editor.document.getText(),
    );
    assert.match(editor.document.getText(), /\n {2}- \*\*C1\*\* .*\n {2}- \*\*C2\*\* \(cost, @mara/);
  });

  it("Add edge case, Add question and Open disagreement write their annotations, the last two after asking", async () => {
    const editor = await opened(requirement);
    const { document } = editor;
    putCursor(editor, "pick a day");
    await commands.executeCommand("seamwork.addEdgeCase");
    await until(
      () => document.getText().includes("- **Edge cases:**\n  - **E1** "),
      () => document.getText(),
    );
    await commands.executeCommand("leaveSnippet");
    putCursor(editor, "pick a day");
    let done = commands.executeCommand("seamwork.addQuestion");
    await fill("What do you need to know about R1?", "Do weekends count");
    const owners = await asked(/^Who finds it out by \d{4}-\d\d-\d\d\?$/);
    assert.match(owners[0] ?? "", /@lena/, "the other one of the pair comes first");
    await screenshot("add-question");
    await press("Enter");
    await done;
    await until(
      () =>
        /\n## Questions\n\n- \*\*Q1\*\* \(@lena, by \d{4}-\d\d-\d\d\): R1: Do weekends count\?\n?$/.test(
          document.getText(),
        ),
      () => document.getText(),
    );
    putCursor(editor, "**Q1** (@lena");
    done = commands.executeCommand("seamwork.openDisagreement");
    await fill("What do you two see differently about Q1?", "Count them, or leave them out");
    await find("What kind of disagreement is it?", "weigh it");
    await screenshot("open-disagreement");
    await press("Enter");
    await done;
    const line = `- **D1** tier 1 (trade-off), @mara and @lena, ${today()}: Q1, Count them, or leave them out.`;
    await until(
      () => document.getText().includes(line),
      () => document.getText(),
    );
    assert.match(document.getText(), /\*\*Q1\*\*.*\? See D1\./);
    assert.equal(document.lineAt(editor.selection.active).text, line, "the cursor is where more can be said");
  });

  it("Add question and Open disagreement write nothing where somebody goes back", async () => {
    const editor = await opened(requirement);
    const before = editor.document.getText();
    putCursor(editor, "pick a day");
    for (const command of ["seamwork.addQuestion", "seamwork.openDisagreement"]) {
      const done = commands.executeCommand(command);
      await fill(/about R1\?$/, "Do weekends count");
      await asked(/^Who finds it out|^What kind/);
      await press("Escape");
      await done;
      assert.equal(editor.document.getText(), before);
    }
  });

  it("Accept, Counter and Answer reply to the annotation under the cursor @smoke", async () => {
    const body = `${requirement}- **Constraints:**\n  - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms\n  - **C2** (data, @mara, 2026-07-20): some rows have no date.\n\n## Questions\n\n- **Q1** (@lena, by 2099-01-01): do weekends count?\n\n## Assumptions\n\n- **A1** Days are UTC.\n`;
    const editor = await opened(body);
    const { document } = editor;
    putCursor(editor, "p95");
    await commands.executeCommand("seamwork.accept");
    await until(
      () => document.getText().includes(`p95 under 300 ms. Accepted @mara ${today()}.\n`),
      () => document.getText(),
    );
    putCursor(editor, "some rows");
    await commands.executeCommand("seamwork.counter");
    await until(
      () => document.getText().includes(`no date. Countered @mara ${today()}: what if we?\n`),
      () => document.getText(),
    );
    await commands.executeCommand("leaveSnippet");
    putCursor(editor, "weekends");
    await commands.executeCommand("seamwork.answer");
    await until(
      () => document.getText().includes(`count? Answered @mara ${today()}: the answer.\n`),
      () => document.getText(),
    );
    await commands.executeCommand("leaveSnippet");
    putCursor(editor, "Days are");
    await commands.executeCommand("seamwork.answer");
    await until(
      () => document.getText().includes(`UTC. Tested @mara ${today()}: `),
      () => document.getText(),
    );
  });

  it("Adopt gives an existing PRD its header and ids, and changes no word @smoke", async () => {
    const before = await read("team/prds/older.md");
    const editor = await openNew(path, before);
    const found = await problem(editor.document.uri, "PRD001");
    await screenshot("candidate");
    const [fix] = await actionsAt(editor.document.uri, found.range, "quickfix");
    assert.ok(fix);
    await run(fix);
    await until(() => editor.document.getText() !== before, "it is adopted");
    const after = editor.document.getText();
    // What was done is said, and can be seen beside what was there.
    await until(async () => {
      await commands.executeCommand("notification.acceptPrimaryAction").then(undefined, () => {});
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof TabInputTextDiff && input.modified.path === editor.document.uri.path;
    }, "the difference is shown");
    await screenshot("adopted-difference");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await window.showTextDocument(editor.document);
    assert.match(
      after,
      /^---\nprd: PRD-\d+\nschema: prd\/1\nname: Merge duplicate clients\nstatus: draft\n---\n/,
    );
    assert.match(after, /- \*\*R1\*\* A user can merge two clients\./);
    assert.equal(after.replace(/^---\n[^]*?\n---\n\n?/, "").replace(/\*\*[RA]\d\*\* /g, ""), before);
    await problem(editor.document.uri, "PRD002");
    await commands.executeCommand("undo");
    await problem(editor.document.uri, "PRD001");
    await commands.executeCommand("seamwork.adopt");
    assert.equal(editor.document.getText(), after);
  });

  it("New PRD asks for a name and opens the template with the next free id @smoke", async () => {
    const done = commands.executeCommand("seamwork.newPrd", file("team/prds"));
    await pick("Waiting list");
    await done;
    const editor = await until(() => {
      const active = window.activeTextEditor;
      return active?.document.uri.path.endsWith("-waiting-list.prd.md") === true && active;
    }, "the new PRD is open");
    const { document } = editor;
    assert.match(document.getText(), /^---\nprd: PRD-002\n/);
    assert.match(document.getText(), /eng: "@mara"/);
    await until(() => codesOf(document.uri).length > 0, "it is checked");
    assert.match(document.getText(editor.selection), /\?$/, "The template's first question is selected.");
    await screenshot("new-prd");
    await workspace.fs.delete(document.uri);
  });

  it("New PRD leads with Tab from the first prompt to the last, and keeps its box while one looks elsewhere", async () => {
    const done = commands.executeCommand("seamwork.newPrd", file("team/prds"));
    await pause(500);
    await type("Weigh-in reminders");
    await commands.executeCommand("workbench.action.focusSideBar");
    await pause(300);
    assert.equal(await titled(), "New PRD");
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await done;
    const editor = await until(() => {
      const active = window.activeTextEditor;
      return active?.document.uri.path.endsWith("-weigh-in-reminders.prd.md") === true && active;
    }, "the new PRD is open");
    const { document } = editor;
    const lines = document.lineCount;
    await until(() => !editor.selection.isEmpty && !document.isDirty, "the first prompt is selected");
    const seen: string[] = [];
    for (let count = 1; count <= 10; count++) {
      seen.push(document.getText(editor.selection));
      await type(`Answer ${count}.`);
      await press("Tab");
      await until(
        // Behind an answer nothing is selected until the Tab has come.
        () =>
          (count === 10 || !editor.selection.isEmpty) &&
          !document.getText(editor.selection).startsWith("Answer") &&
          document.getText().includes(`Answer ${count}.`),
        `answer ${count} stands, and what is selected is the next prompt`,
      );
    }
    assert.equal(document.lineCount, lines, "each answer stands in its own line");
    assert.match(seen[0] ?? "", /^Who has it/);
    assert.match(seen[9] ?? "", /^Engineering: which options/);
    assert.doesNotMatch(document.getText(), / {4}Answer|Answer \d+\. *Answer/);
    for (let count = 1; count <= 10; count++)
      assert.equal(document.getText().split(`Answer ${count}.`).length, 2, `answer ${count} stands once`);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await workspace.fs.delete(document.uri);
  });

  it("say what to do where they do not apply", async () => {
    await open("README.md");
    await commands.executeCommand("seamwork.addConstraint");
    await pause(200);
    await screenshot("not-here");
    await commands.executeCommand("notifications.clearAll");
    const editor = await opened(requirement);
    putCursor(editor, "R1");
    const before = editor.document.getText();
    await commands.executeCommand("seamwork.accept");
    assert.equal(editor.document.getText(), before);
    await commands.executeCommand("notifications.clearAll");
  });
});
