import assert from "node:assert/strict";
import { openPair, until, type Pair, type Side } from "./pair.ts";
import { typeAt } from "./keys.ts";

/** A review in a live session: what the engineer does shows at the PM's at once, and the server keeps what was signed. */
describe("a review in a live session", function () {
  this.timeout(240_000);
  let pair: Pair;

  before(async () => {
    pair = await openPair({ joined: true });
  });

  after(() => pair?.close());

  afterEach(async function () {
    for (const { network } of pair.both) network.delay = 0;
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  async function says(side: Side, what: RegExp): Promise<void> {
    let text = "";
    await until(
      async () => what.test((text = (await side.window.buffer()).text)),
      () => `${String(what)} at the side of ${side.window.name}, which shows\n${text}`,
    );
  }

  it("shows a sign-off on the other side, and keeps the text that was signed under a name", async () => {
    const { pm, eng } = pair;
    const walking = eng.window.command("seamwork.startReview");
    await eng.window.page.waitForSelector('.quick-input-title:has-text("Review 1 of")');
    await eng.window.pick("Sign off R1");
    await eng.window.page.waitForSelector('.quick-input-title:has-text("Review 2 of")');
    await eng.window.page.keyboard.press("Escape");
    await walking;
    await says(pm, /- \*\*Signed off\*\* R1, @priya, \d{4}-\d\d-\d\d `2:s/);
    const looking = pm.window.command("seamwork.live.history");
    await pm.window.page.waitForSelector(
      '.quick-input-list .monaco-list-row:has-text("R1 signed off by @priya")',
    );
    await pm.window.page.keyboard.press("Escape");
    await looking;
    await pair.quiet();
  });

  it("compares what was signed with what product made of it since", async () => {
    const { pm, eng } = pair;
    const signed = await pair.settled();
    await pm.window.caretBehind("### R1 · ");
    await typeAt(pm.window.page, "Always ", 10);
    await says(eng, /### R1 · Always /);
    await eng.window.command("seamwork.showChanges");
    await eng.window.page.waitForSelector('.tab.active:has-text("R1 as @priya signed it (version")');
    const [left, right] = await eng.window.run(async (vscode) => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      if (!(input instanceof vscode.TabInputTextDiff)) throw new Error("No comparison is open.");
      const of = async (uri: typeof input.original): Promise<string> =>
        (await vscode.workspace.openTextDocument(uri)).getText().replaceAll("\r\n", "\n");
      return Promise.all([of(input.original), of(input.modified)]);
    }, undefined);
    assert.equal(left, signed);
    assert.match(right, /### R1 · Always /);
    await eng.window.command("workbench.action.closeActiveEditor");
    await pair.quiet();
  });

  it("loses no line when two engineers sign different requirements at once", async () => {
    await pair.pm.window.run(
      (vscode, me) => vscode.workspace.getConfiguration("seamwork").update("me", me, true),
      "@jonas",
    );
    for (const { network } of pair.both) network.delay = 300;
    await Promise.all(
      [
        [pair.pm, ["R2"]] as const,
        // R1 again, which replaces a line, and one more.
        [pair.eng, ["R1", "R3"]] as const,
      ].map(async ([{ window }, ids]) =>
        window.run(
          (vscode, { path, ids }) =>
            vscode.commands.executeCommand("seamwork.signOff", vscode.Uri.file(path), ids),
          { path: window.path, ids },
        ),
      ),
    );
    for (const side of pair.both)
      for (const line of [/R2, @jonas, /, /R1, @priya, /, /R3, @priya, /]) await says(side, line);
    for (const { network } of pair.both) network.delay = 0;
    const text = await pair.settled();
    assert.equal(
      text.match(/^- \*\*Signed off\*\* R\d, @\w+, \d{4}-\d\d-\d\d `2:s[^`]+`$/gm)?.length,
      3,
      text,
    );
    await pair.quiet();
  });

  it("names the others for the commit", async () => {
    const { window } = pair.eng;
    // It goes on until somebody says what to do with them.
    void window.command("seamwork.coAuthors").catch(() => undefined);
    await window.told(/One co-author line is copied\./);
    assert.equal(
      await window.run((vscode) => vscode.env.clipboard.readText(), undefined),
      "Co-authored-by: Tomas Vesely <tomas@example.com>\n",
    );
    await window.calm();
    await pair.quiet();
  });
});
