import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { commands, TabInputTextDiff, window, workspace } from "vscode";
import type { TextDocument, TextEditor } from "vscode";
import { asked, asMe, fill, pick, today } from "./asked.ts";
import { press } from "./driver.ts";
import {
  actionsAt,
  cleanUp,
  codesOf,
  file,
  noProblem,
  openNew,
  problem,
  putCursor,
  read,
  replace,
  run,
  until,
  write,
} from "./editor.ts";

/** What Lena, a product manager, has written before anybody else looks at it. */
const draft = `---
prd: PRD-940
schema: prd/1
name: Filter exports by date
status: draft
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
- **Accept:**
  - [ ] A range of 2026-05-01 to 2026-05-31 gives 31 days of rows.

## Feasibility

| Option | Time | Trade-off               | Chosen |
| ------ | ---- | ----------------------- | ------ |
| F1     | 1w   | days only, no hours     | yes    |
| F2     | 3w   | hours, and a new index  |        |

- **In the room:** @lena, @mara, 2026-07-21
`;

const path = "story/prds/export.prd.md";

describe("a PRD from draft to agreed, by product and engineering", () => {
  after(() => asMe(undefined));
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await cleanUp("story");
  });

  const git = (...args: string[]): void => {
    const who = ["-c", "user.name=Lena", "-c", "user.email=lena@example.com"];
    execFileSync("git", [...who, ...args], { cwd: file("story").fsPath, stdio: "ignore" });
  };
  const says = async (document: TextDocument, what: RegExp): Promise<void> => {
    await until(
      () => what.test(document.getText()),
      () => `${String(what)} in\n${document.getText()}`,
    );
  };
  /** Calls a command at a place and types over the place that it leaves to fill in. */
  const sayAt = async (editor: TextEditor, at: string, command: string, words: string): Promise<void> => {
    await window.showTextDocument(editor.document);
    putCursor(editor, at);
    await commands.executeCommand(command);
    await commands.executeCommand("type", { text: words });
    await commands.executeCommand("leaveSnippet");
  };
  /** Moves on where nothing stands in the way. */
  const moveOn = async (to: string): Promise<void> => {
    const done = commands.executeCommand("seamwork.moveOn");
    await asked(`Move PRD-940 to ${to}?`);
    await press("Enter");
    await done;
  };

  it("is drafted, reviewed, limited, countered, settled, signed, changed, signed again and agreed", async function () {
    this.timeout(120_000);
    await write("story/seamwork.yaml", await read("team/seamwork.yaml"));
    const editor = await openNew(path, draft);
    const { document } = editor;
    git("init", "--quiet");

    // Product says that it can be reviewed.
    await asMe("@lena");
    await until(() => codesOf(document.uri).includes("PRD107"), "it is checked");
    await moveOn("in review");
    await says(document, /\nstatus: in-review\n/);
    await problem(document.uri, "PRD301");

    // Engineering says what limits it, and leaves.
    await asMe("@mara");
    const walking = commands.executeCommand("seamwork.startReview");
    const step = "Review 1 of 1 · R1 · Filter by date range";
    await pick(step, "add constraint");
    await pick("What kind of constraint limits R1?", "how fast");
    await fill("What limits R1? (perf)", "p95 under 300 ms up to 90 days");
    await asked(step);
    await press("Escape");
    await walking;
    await says(document, /\*\*C1\*\* \(perf, @mara, .*\): p95 under 300 ms up to 90 days\.\n/);

    // Product cannot live with it; they disagree, settle it, and product accepts.
    await asMe("@lena");
    await sayAt(editor, "p95 under", "seamwork.counter", "a year, since audits ask for it");
    await says(document, /90 days\. Countered @lena \d{4}-\d\d-\d\d: a year, since audits ask for it\?\n/);
    await asMe("@mara");
    await window.showTextDocument(document);
    putCursor(editor, "p95 under");
    const disagreeing = commands.executeCommand("seamwork.openDisagreement");
    await fill("What do you two see differently about C1?", "90 days, or a year");
    await pick("What kind of disagreement is it?", "missing");
    await disagreeing;
    await says(
      document,
      /See D1\.[^]*\*\*D1\*\* tier 1 \(missing context\), @mara and @lena, .*: C1, 90 days/,
    );
    await sayAt(editor, "**D1** tier 1", "seamwork.answer", "90 days at once, a year by mail");
    await says(document, new RegExp(`Resolved ${today()}: 90 days at once, a year by mail\\.\n`));
    await asMe("@lena");
    putCursor(editor, "p95 under");
    await commands.executeCommand("seamwork.accept");
    await says(document, /See D1\. Accepted @lena/);

    // Engineering goes on with the review and signs what now stands there.
    await asMe("@mara");
    const signing = commands.executeCommand("seamwork.startReview");
    await pick(step, "sign off");
    await asked("Review · that was the last one");
    await press("Enter");
    await signing;
    await noProblem(document.uri, "PRD301");
    await document.save();
    git("add", ".");
    git("commit", "--quiet", "-m", "Reviewed");

    // Product changes why, and cannot move on: nobody has signed that.
    await asMe("@lena");
    await replace(document, "calendar months", "calendar quarters");
    const stale = await problem(document.uri, "PRD302");
    assert.match(stale.message, /^R1 changed since @mara signed it today: Why\./);
    const moving = commands.executeCommand("seamwork.moveOn");
    assert.match(
      (await asked("PRD-940 · in review · 1 thing to settle before it is agreed")).join("\n"),
      /R1 changed since @mara signed it today: Why/,
    );
    await press("Escape");
    await moving;

    // Engineering looks at what changed, and signs again.
    await asMe("@mara");
    const light = async (title: string): Promise<void> => {
      const { range } = await problem(document.uri, "PRD302");
      const action = (await actionsAt(document.uri, range)).find((one) => one.title === title);
      assert.ok(action, title);
      await run(action);
    };
    await light("Show what changed in R1 since @mara signed");
    const shown = await until(() => {
      const { activeTab } = window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof TabInputTextDiff ? activeTab.input : undefined;
    }, "the comparison is open");
    const left = (await workspace.openTextDocument(shown.original)).getText();
    assert.ok(left.includes("finance closes books on calendar months"));
    await light("Sign R1 again, as @mara");
    await noProblem(document.uri, "PRD302");

    // And product moves it on.
    await asMe("@lena");
    await window.showTextDocument(document);
    await moveOn("agreed");
    await says(document, /\nstatus: agreed\n/);
    await until(
      () => codesOf(document.uri).length === 0,
      () => `nothing is left to say; there are ${codesOf(document.uri).join(", ")}`,
    );
    assert.equal(document.getText().match(/Signed off/g)?.length, 1);
  });
});
