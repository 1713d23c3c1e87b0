import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { commands, ConfigurationTarget, TabInputTextDiff, window, workspace } from "vscode";
import type { CodeLens, TextDocument, TextEditor, Uri } from "vscode";
import { asked, asMe, fill, find, listed, pick, titled, today } from "./asked.ts";
import { press, readScreen, screenshot, type } from "./driver.ts";
import {
  actionsAt,
  cleanUp,
  file,
  noProblem,
  openNew,
  pause,
  problem,
  putCursor,
  rangeOf,
  read,
  replace,
  run,
  until,
  write,
} from "./editor.ts";

const prd = `---
prd: PRD-921
schema: prd/1
name: Filter exports by date
status: in-review
pm: "@lena"
eng: "@mara"
---

# Filter exports by date

## Why

- **Problem:** finance asks support for one month's rows 40 times a month.

## Requirements

### R1 · Filter by date range

An analyst can pick a first and a last day.

- **Why:** finance closes books on calendar months and copies rows by hand today.
- **Edge cases:**
  - **E1** The range is empty: the file has its header only, and says so.
- **Constraints:**
  - **C1** (perf, @mara, 2099-07-20): p95 under 300 ms up to 90 days. Accepted @lena 2099-07-22.
- **Accept:**
  - [ ] A range of 2026-05-01 to 2026-05-31 gives 31 days of rows.

### R2 · Remember the range

An analyst sees the range of the last export again.

- **Why:** nine in ten exports repeat the last one.

### R3 · Show the zone

The page must show the time zone of the days.

- **Why:** a day in Berlin is not a day in Denver.
- **Edge cases:** None, because every account has one zone.
- **Accept:**
  - [ ] The zone of the account is on the page.
`;

const path = "review/prds/one.prd.md";
const folder = (): string => file("review").fsPath;

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=Mara", "-c", "user.email=mara@example.com", ...args], {
    cwd: folder(),
    stdio: "ignore",
  });
}

/** A PRD in a repository of its own, with one commit. */
async function committed(text = prd): Promise<TextEditor> {
  await write("review/seamwork.yaml", await read("team/seamwork.yaml"));
  await write(path, text);
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "The PRD");
  const editor = await openNew(path, text);
  await problem(editor.document.uri, "PRD301");
  return editor;
}

async function lensesAt(document: TextDocument, heading: string): Promise<CodeLens[]> {
  const lenses = await commands.executeCommand<CodeLens[]>(
    "vscode.executeCodeLensProvider",
    document.uri,
    50,
  );
  const { line } = rangeOf(document, heading).start;
  return lenses.filter(({ range }) => range.start.line === line);
}

async function titlesAt(document: TextDocument, heading: string): Promise<string[]> {
  return (await lensesAt(document, heading)).map(({ command }) => command?.title ?? "");
}

async function click(document: TextDocument, heading: string, title: string): Promise<void> {
  const lens = (await lensesAt(document, heading)).find(({ command }) => command?.title === title);
  assert.ok(lens?.command !== undefined, `${title} above ${heading}`);
  await commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
}

/** The two sides of the comparison that is shown. */
async function compared(): Promise<{ left: string; right: Uri; label: string }> {
  const tab = await until(() => {
    const { activeTab } = window.tabGroups.activeTabGroup;
    return activeTab?.input instanceof TabInputTextDiff ? activeTab : undefined;
  }, "a comparison is open");
  const { original, modified } = tab.input as TabInputTextDiff;
  return {
    left: (await workspace.openTextDocument(original)).getText(),
    right: modified,
    label: tab.label,
  };
}

/** Waits until the document says something. */
async function says(document: TextDocument, what: RegExp): Promise<void> {
  await until(
    () => what.test(document.getText()),
    () => `${String(what)} in\n${document.getText()}`,
  );
}

async function notified(): Promise<string> {
  await commands.executeCommand("notifications.showList");
  return readScreen(".notifications-center");
}

async function theme(name: string | undefined): Promise<void> {
  await workspace.getConfiguration("workbench").update("colorTheme", name, ConfigurationTarget.Global);
}

/** The same picture in a light and in a dark theme. */
async function pictures(name: string): Promise<void> {
  for (const [suffix, colours] of [
    ["light", "Default Light Modern"],
    ["dark", "Default Dark Modern"],
  ] as const) {
    await theme(colours);
    await pause(600);
    await screenshot(`${name}-${suffix}`);
  }
  await theme(undefined);
}

/** Waits until a list offers an act as the likeliest one, and takes it by Enter alone. */
async function enter(title: string, act: string): Promise<void> {
  await asked(title);
  let row = "";
  await until(
    async () => {
      row = await readScreen(".quick-input-list .monaco-list-row.focused", "aria-label");
      return row.startsWith(act);
    },
    () => `"${act}" is what Enter does; it is "${row}"`,
  );
  await press("Enter");
}

const first = "Review 1 of 3 · R1 · Filter by date range";
const second = "Review 2 of 3 · R2 · Remember the range";
const third = "Review 3 of 3 · R3 · Show the zone";
const print = "`2:[sweca0-9 a-f]+`";

describe("the review", () => {
  before(() => asMe("@mara"));
  after(() => asMe(undefined));
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await cleanUp("review");
  });

  it("is asked for above each requirement, signs off, and sees what changed since @smoke", async function () {
    this.timeout(120_000);
    const { document } = await committed();
    assert.deepEqual(await titlesAt(document, "### R2"), [
      "Add a constraint",
      "Nobody has reviewed this yet · Review",
    ]);
    await commands.executeCommand("seamwork.signOff", document.uri, "R1");
    await says(
      document,
      new RegExp(`\\n## Review\\n\\n- \\*\\*Signed off\\*\\* R1, @mara, ${today()} ${print}\\n`),
    );
    assert.ok((await titlesAt(document, "### R1")).includes("Signed by @mara, today"));
    const signed = document.getText();
    await document.save();
    git("commit", "--quiet", "-am", "R1 reviewed");

    await replace(document, "calendar months", "calendar quarters");
    const stale = await problem(document.uri, "PRD302");
    assert.equal(
      stale.message,
      "R1 changed since @mara signed it today: Why. Sign it again, or carry it if only the wording is new?",
    );
    assert.deepEqual((await titlesAt(document, "### R1")).slice(-3), [
      "Why changed since @mara signed today",
      "Show",
      "Sign again",
    ]);
    await pictures("review-lenses");

    await click(document, "### R1", "Show");
    const { left, right, label } = await compared();
    assert.equal(left, signed);
    assert.equal(right.toString(), document.uri.toString());
    assert.match(label, /^R1 as @mara signed it \(commit [0-9a-f]{7} of .*\) ↔ now$/);
    const shown = window.activeTextEditor;
    assert.equal(shown?.document, document);
    assert.equal(shown.selection.start.line, rangeOf(document, "- **Why:** finance closes").start.line);
    await pictures("review-changes");

    await click(document, "### R1", "Sign again");
    await noProblem(document.uri, "PRD302");
    assert.ok((await titlesAt(document, "### R1")).includes("Signed by @mara, today"));
    assert.equal(document.getText().match(/Signed off/g)?.length, 1);
  });

  it("offers the same in the light bulb, and to sign only to whose sign-off it is", async function () {
    this.timeout(120_000);
    const { document } = await committed();
    const asking = await problem(document.uri, "PRD301");
    const titles = async (at = asking.range): Promise<string[]> =>
      (await actionsAt(document.uri, at)).map(({ title }) => title);
    let offered: string[] = [];
    await until(
      async () => (offered = await titles()).includes("Start the review of R1–R3"),
      () => `the review is offered among ${offered.join(", ")}`,
    );
    await commands.executeCommand("seamwork.signOff", document.uri, ["R1", "R2", "R3"]);
    await says(document, /R1, @mara.*\n- \*\*Signed off\*\* R2, @mara.*\n- \*\*Signed off\*\* R3, @mara/);
    await replace(document, "p95 under 300 ms", "p95 under 200 ms");
    const { range } = await problem(document.uri, "PRD302");
    const mine = [
      "Show what changed in R1 since @mara signed",
      "Sign R1 again, as @mara",
      "Keep my sign-off of R1: only the wording changed…",
    ];
    assert.deepEqual((await titles(range)).slice(0, 3), mine);
    await asMe("@lena");
    assert.deepEqual(
      (await titles(range)).filter((title) => mine.includes(title)),
      mine.slice(0, 1),
    );
    await asMe("@mara");
    const again = (await actionsAt(document.uri, range)).find(({ title }) => title === mine[1]);
    assert.ok(again);
    await run(again);
    await noProblem(document.uri, "PRD302");

    // What comes in after the PRD was agreed: its engineer reviews it, and product asks them to.
    await replace(document, "status: in-review", "status: agreed");
    await replace(document, "### R3 · Show", "### R4 · Print\n\nAn analyst can print.\n\n### R3 · Show");
    const late = await problem(document.uri, "PRD303");
    assert.ok((await titles(late.range)).includes("Review R4"));
    await asMe("@lena");
    const ask = (await actionsAt(document.uri, late.range)).find(
      ({ title }) => title === "Ask @mara to review R4",
    );
    assert.ok(ask);
    await run(ask);
    await says(
      document,
      /## Questions\n\n- \*\*Q1\*\* \(@mara, by \d{4}-\d\d-\d\d\): could you review R4\?\n/,
    );
    await asMe("@mara");
  });

  it("walks through by keys alone, can be left, and goes on where it was", async function () {
    this.timeout(120_000);
    const editor = await committed();
    const { document } = editor;
    // From the palette, as most people begin.
    await commands.executeCommand("workbench.action.showCommands");
    await type("Seamwork: Start Review");
    await until(
      async () => (await listed())[0]?.startsWith("Seamwork: Start Review") === true,
      "the palette has the command",
    );
    await press("Enter");
    const rows = await asked(first);
    assert.equal(document.getText(), prd);
    assert.equal(
      await readScreen(".quick-input-widget input", "placeholder"),
      "Nobody has reviewed this yet. What now?",
    );
    assert.deepEqual(
      rows.map((row) => row.replace(/,.*/, "")),
      ["Add constraint…", "Add edge case…", "Ask a question…", "Sign off R1", "Skip"],
    );
    assert.equal(editor.selection.active.line, rangeOf(document, "### R1").start.line);
    await pictures("review-walk");
    await enter(first, "Sign off R1");
    await asked(second);
    await says(document, /Signed off\*\* R1, @mara/);

    await enter(second, "Add constraint…");
    await pick("What kind of constraint limits R2?", "what the data");
    await fill("What limits R2? (data)", "a range is kept for 30 days");
    await asked(second);
    await says(
      document,
      new RegExp(`- \\*\\*C2\\*\\* \\(data, @mara, ${today()}\\): a range is kept for 30 days\\.\\n`),
    );
    await pick(second, "edge");
    await fill("Which case could break R2?", "The last range is gone");
    await fill("The last range is gone: what happens then?", "the page shows this month");
    await asked(second);
    await says(document, /- \*\*E2\*\* The last range is gone: the page shows this month\.\n/);
    await pick(second, "question");
    await fill("What do you need to know about R2?", "per person or per team");
    await asked(second);
    await says(document, /- \*\*Q1\*\* \(@lena, by \d{4}-\d\d-\d\d\): R2: per person or per team\?\n/);

    await press("Escape");
    const goOn = async (): Promise<string> => readScreen("[id='seamwork.seamwork.seamwork.review']");
    await until(async () => (await goOn()).includes("Continue review (2 of 3)"), "the status bar leads back");
    await pictures("review-left");
    await window.showTextDocument(document);
    await press("Control+Alt+Enter");
    await asked(second);
    assert.equal(await goOn(), "");
    await pick(second, "sign off");
    await asked(third);
    await pick(third, "back");
    await pick(second, "skip");
    await pick(third, "nothing");
    await says(document, new RegExp(`- \\*\\*Constraints:\\*\\* None seen, @mara ${today()}\\n`));
    await enter(third, "Sign off R3");
    await asked("Review · that was the last one");
    assert.equal(
      await readScreen(".quick-input-widget input", "placeholder"),
      "You signed R1–R3. Nothing wants your look any more.",
    );
    await enter("Review · that was the last one", "Done");
    await until(async () => (await titled()) === "", "the round is over");
    await noProblem(document.uri, "PRD301");
    assert.equal(await goOn(), "");
  });

  it("shows what changed on the way, and keeps a sign-off over new wording", async function () {
    this.timeout(120_000);
    const { document } = await committed();
    await commands.executeCommand("seamwork.signOff", document.uri, ["R1", "R2"]);
    await document.save();
    git("commit", "--quiet", "-am", "Reviewed");
    await replace(document, "copies rows by hand today", "copies its rows by hand today");
    await problem(document.uri, "PRD302");

    // With several, it asks which, unless the cursor is in one of them.
    await replace(document, "nine in ten exports", "eight in ten exports");
    putCursor(await window.showTextDocument(document), "## Why");
    const showing = commands.executeCommand("seamwork.showChanges");
    assert.deepEqual(
      (await asked("Show the changes since which sign-off?")).map((row) => row.replace(/,.*/, "")),
      ["R1", "R2"],
    );
    await pick("Show the changes since which sign-off?", "remember");
    await showing;
    const { left, label } = await compared();
    assert.match(left, /nine in ten exports/);
    assert.match(label, /^R2 as @mara/);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await replace(document, "eight in ten exports", "nine in ten exports");

    const walking = commands.executeCommand("seamwork.startReview");
    await asked("Review 1 of 2 · R1 · Filter by date range");
    assert.equal(
      await readScreen(".quick-input-widget input", "placeholder"),
      "Why changed since you signed today. What now?",
    );
    await enter("Review 1 of 2 · R1 · Filter by date range", "Show what changed");
    assert.match((await compared()).left, /copies rows by hand/);
    await asked("Review 1 of 2 · R1 · Filter by date range");
    await pictures("review-walk-changes");
    await pick("Review 1 of 2 · R1 · Filter by date range", "wording");
    await asked("Review 2 of 2 · R3 · Show the zone");
    await says(document, new RegExp(`R1, @mara, ${today()} carried ${today()} ${print}`));
    await noProblem(document.uri, "PRD302");
    // The text is in front again, at the next requirement.
    assert.ok(!(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff));
    await press("Escape");
    await walking;
  });

  it("carries a sign-off over new wording from the light bulb: shows it, asks again when more changes, and keeps the day", async function () {
    this.timeout(120_000);
    const { document } = await committed();
    await commands.executeCommand("seamwork.signOff", document.uri, "R1");
    await replace(document, `R1, @mara, ${today()}`, "R1, @mara, 2026-07-24");
    await document.save();
    git("commit", "--quiet", "-am", "Reviewed");
    await replace(document, "copies rows by hand today", "copies its rows by hand today");
    const { range } = await problem(document.uri, "PRD302");
    const keep = (await actionsAt(document.uri, range)).find(({ title }) =>
      title.startsWith("Keep my sign-off of R1"),
    );
    assert.ok(keep?.command !== undefined && keep.edit === undefined);
    const question = "Is only the wording of R1 new?";
    const asking = (): Promise<string> => readScreen(".quick-input-widget input", "placeholder");

    // Whoever leaves has not said yes.
    const left = run(keep);
    await asked(question);
    await press("Escape");
    await left;
    assert.doesNotMatch(document.getText(), /carried/);

    const carrying = run(keep);
    assert.deepEqual(
      (await asked(question)).map((row) => row.replace(/,.*/, "")),
      ["Yes", "Show what changed"],
    );
    assert.match(await asking(), /^Why changed since you signed .*\. Does it ask for the same\?$/);
    await pictures("review-carry");
    await pick(question, "show");
    assert.match((await compared()).left, /copies rows by hand/);
    await asked(question);
    // Somebody writes while the question stands: a yes to the words before is none to these.
    await replace(document, "p95 under 300 ms", "p95 under 200 ms");
    await enter(question, "Yes");
    await until(async () => (await asking()).includes("More was written meanwhile"), "it is asked anew");
    assert.match(await asking(), /^Why and constraints changed/);
    assert.doesNotMatch(document.getText(), /carried/);
    await enter(question, "Yes");
    await carrying;
    await says(document, new RegExp(`R1, @mara, 2026-07-24 carried ${today()} ${print}`));
    await noProblem(document.uri, "PRD302");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await window.showTextDocument(document);
    assert.deepEqual((await titlesAt(document, "### R1")).slice(-1), ["Signed by @mara, today"]);
  });

  it("signs what is ticked, as one change", async function () {
    this.timeout(120_000);
    const editor = await committed();
    const { document } = editor;
    putCursor(editor, "last export again");
    const signing = commands.executeCommand("seamwork.signOff");
    await asked("Sign off what you have reviewed, as @mara");
    await pictures("review-sign-off");
    await find("Sign off what you have reviewed, as @mara", "zone");
    await press("ArrowDown", "Space", "Enter");
    await signing;
    await says(document, /R2, @mara.*\n- \*\*Signed off\*\* R3, @mara/);
    assert.doesNotMatch(document.getText(), /R1, @mara/);
    await window.showTextDocument(document);
    await commands.executeCommand("undo");
    assert.doesNotMatch(document.getText(), /Signed off/);
  });

  it("asks a product manager kindly to let an engineer do it", async function () {
    const { document } = await committed();
    await asMe("@lena");
    void commands.executeCommand("seamwork.startReview", document.uri);
    await until(
      async () =>
        (await notified()).includes("You are @lena, product manager here") &&
        (await notified()).includes("Could @mara review this PRD?"),
      "they are told who could",
    );
    await asMe("@mara");
    assert.equal(document.getText(), prd);
  });

  it("says in one sentence where there is nothing to compare with", async function () {
    const { document } = await committed();
    // Signed, changed and never committed in between.
    await commands.executeCommand("seamwork.showChanges", document.uri);
    await until(
      async () => (await notified()).includes("Nobody has signed anything here yet."),
      "nobody has signed",
    );
    // Never saved between two changes.
    await replace(document, "300 ms", "200 ms");
    await commands.executeCommand("seamwork.signOff", document.uri, "R1");
    await commands.executeCommand("seamwork.showChanges", document.uri, "R1");
    await until(
      async () => (await notified()).includes("R1 says what was signed: nothing changed."),
      "nothing changed",
    );
    await replace(document, "200 ms", "100 ms");
    await commands.executeCommand("seamwork.showChanges", document.uri, "R1");
    await until(
      async () =>
        (await notified()).includes(
          "The text of R1 that @mara signed is neither in a live session of this PRD nor in its last commits",
        ),
      "the signed text is nowhere",
    );
    assert.ok(!(window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff));
  });
});
