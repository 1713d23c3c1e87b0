import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { tokens, typeAt } from "./keys.ts";
import { inspect, openPair, until, type Pair } from "./pair.ts";

/** What people do with the file of a shared PRD while a colleague types in it. */
describe("the file of a shared PRD", function () {
  this.timeout(120_000);
  let pair: Pair;

  before(async () => {
    pair = await openPair({ joined: true });
  });

  after(() => pair?.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  it("may be closed and opened again", async () => {
    const { pm, eng } = pair;
    const [mine, more] = [tokens("b", 6), tokens("c", 6)];
    await pair.saved();
    await eng.window.command("workbench.action.closeAllEditors");
    await pm.window.caretBehind("Every practice ");
    await typeAt(pm.window.page, mine.typed, 10);
    await eng.window.caretBehind("worried owner ");
    await pm.window.caretBehind("Moving people ");
    await typeAt(pm.window.page, more.typed, 10);
    await until(async () => {
      const text = (await inspect(eng))?.text ?? "";
      return more.in(text).length === more.words.length;
    }, "the engineer has it");
    const text = await pair.saved();
    for (const one of [mine, more]) assert.deepEqual(one.in(text), one.words);
    await pair.quiet();
  });

  it("gets a constraint that the engineer adds by a command, at once for the PM too", async () => {
    const { pm, eng } = pair;
    await eng.window.caretBehind("An owner who finds a day full");
    await eng.window.palette("Seamwork: Add Constraint…");
    await eng.window.pick("perf");
    const added = /- \*\*C\d+\*\* \(perf, @priya, \d{4}-\d\d-\d\d\): /;
    await until(async () => added.test((await inspect(pm))?.text ?? ""), "the PM has the constraint");
    await typeAt(eng.window.page, "the list opens at once", 10);
    await until(
      async () => /@priya, \S+: the list opens at once/.test((await inspect(pm))?.text ?? ""),
      "the PM reads it",
    );
    await eng.window.page.keyboard.press("Escape");
    await pair.saved();
    await pair.quiet();
  });

  it("may be renamed, and goes on under its new name", async () => {
    const { pm, eng } = pair;
    const theirs = tokens("D", 6);
    const before = await pair.saved();
    const renamed = eng.window.path.replace("waiting-list", "list-of-waiting");
    await eng.window.run(
      async (vscode, { from, to }) => {
        const edit = new vscode.WorkspaceEdit();
        edit.renameFile(vscode.Uri.file(from), vscode.Uri.file(to));
        await vscode.workspace.applyEdit(edit);
        await vscode.window.showTextDocument(vscode.Uri.file(to));
      },
      { from: eng.window.path, to: renamed },
    );
    eng.window.path = renamed;
    await until(async () => (await inspect(eng))?.settled === true, "it is live under its new name");
    await pm.window.caretBehind("Every practice ");
    await typeAt(pm.window.page, theirs.typed, 10);
    await until(async () => {
      const state = await inspect(eng);
      return state?.settled === true && theirs.in(state.text).length === theirs.words.length;
    }, "what the PM types arrives");
    const text = await pair.settled();
    assert.deepEqual(theirs.in(text), theirs.words);
    assert.equal(text.length, before.length + theirs.typed.length, text);
    await until(async () => {
      await eng.window.run(
        (vscode, path) => vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === path)?.save(),
        renamed,
      );
      return (await readFile(renamed, "utf8")).replaceAll("\r\n", "\n") === text;
    }, "the renamed file has it");
    await pair.quiet();
  });
});
