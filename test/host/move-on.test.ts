import assert from "node:assert/strict";
import { commands, ConfigurationTarget, window, workspace } from "vscode";
import type { TextDocument } from "vscode";
import { asked, asMe, find, listed, pick, titled, today } from "./asked.ts";
import { press, readScreen, screenshot, type } from "./driver.ts";
import { cleanUp, codesOf, openNew, replace, until } from "./editor.ts";

const path = "team/prds/gate.prd.md";

/** A PRD in which nothing is missing but what a test takes away. */
function prd(status: string, body = ""): string {
  return `---
prd: PRD-930
schema: prd/1
name: Waiting list
${status}pm: "@lena"
eng: "@mara"
---

# Waiting list

${body}`;
}

const openPoints = `## Requirements

### R1 · Join the list

An owner can join the waiting list of a day.

- **Why:** nine of ten cancelled days stay empty, since nobody is told.
- **Edge cases:**
  - **E1** The day has passed: the page says so.
- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20): the page answers within 300 ms at p95.
- **Accept:**
  - [ ] An owner who joins is on the list.

## Assumptions

- **A1** Owners read messages within an hour.

## Feasibility

| Option | Time | Trade-off | Chosen |
| ------ | ---- | --------- | ------ |
| F1 | 1w | by hand | |
| F2 | 3w | a queue | yes |

- **In the room:** @lena, @mara, 2026-07-20
`;

async function opened(text: string): Promise<TextDocument> {
  const { document } = await openNew(path, text);
  await until(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return true;
  }, "it is checked");
  return document;
}

async function shows(document: TextDocument, text: string): Promise<void> {
  await until(
    () => document.getText().includes(text),
    () => `"${text}" in\n${document.getText()}`,
  );
}

async function closed(): Promise<void> {
  await until(async () => (await titled()) === "", "nothing is asked any more");
}

describe("the gate of the next status", () => {
  before(() => asMe("@lena"));
  after(() => asMe(undefined));
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await cleanUp(path);
  });

  it("lists what stands in the way by whose turn it is, and goes to what is picked", async () => {
    const document = await opened(prd("status: in-review\n", openPoints));
    await until(() => codesOf(document.uri).includes("PRD301"), "it is checked");
    const done = commands.executeCommand("seamwork.moveOn");
    const rows = await asked("PRD-930 · in review · 3 things to settle before it is agreed");
    const list = rows.join("\n");
    assert.match(list, /No engineer has reviewed R1 yet.*@mara · line \d+ · PRD301/);
    assert.match(list, /C1 waits for product: the page answers.*@lena · line \d+ · \d+ days/);
    assert.match(list, /A1 is untested: Owners read messages.*@lena, @mara · line \d+/);
    assert.match(list, /Move anyway, with a reason…[^]*Another status…$/);
    await pick(/3 things/, "Owners read");
    await done;
    assert.equal(window.activeTextEditor?.document.getText(window.activeTextEditor.selection), "A1");
    assert.equal(document.isDirty, false);
  });

  it("finds what was picked where the text changed meanwhile", async () => {
    const document = await opened(prd("status: in-review\n", openPoints));
    const done = commands.executeCommand("seamwork.moveOn");
    await find(/3 things/, "Owners read");
    await replace(document, "# Waiting list\n", "# Waiting list\n\nSomebody wrote this meanwhile.\n");
    await press("Enter");
    await done;
    assert.equal(window.activeTextEditor?.document.getText(window.activeTextEditor.selection), "A1");
  });

  it("moves when nothing stands in the way, after one question @smoke", async () => {
    const document = await opened(prd("status: draft # since May\n"));
    const done = commands.executeCommand("seamwork.moveOn");
    assert.deepEqual(
      (await asked("Move PRD-930 to in review?")).map((row) => row.replace(/,.*$/, "")),
      ["Move it to in review", "Another status…"],
    );
    await press("Enter");
    await done;
    await shows(document, "\nstatus: in-review # since May\n");
  });

  it("asks again when something came up while the question stood there", async () => {
    const document = await opened(prd("status: draft\n"));
    const done = commands.executeCommand("seamwork.moveOn");
    await asked("Move PRD-930 to in review?");
    await replace(document, 'eng: "@mara"\n', "");
    await press("Enter");
    await asked("PRD-930 · draft · 1 thing to settle before it is in review");
    await press("Escape");
    await done;
    assert.ok(document.getText().includes("\nstatus: draft\n"));
  });

  it("leaves a status alone that somebody else has changed meanwhile", async () => {
    const document = await opened(prd("status: draft\n"));
    const done = commands.executeCommand("seamwork.moveOn");
    await asked("Move PRD-930 to in review?");
    await replace(document, "status: draft", "status: parked");
    await press("Enter");
    await done;
    assert.ok(document.getText().includes("\nstatus: parked\n"));
  });

  it("moves anyway with a reason, and with none it does not", async () => {
    const document = await opened(prd("status: in-review\n", openPoints));
    const done = commands.executeCommand("seamwork.moveOn");
    await pick(/3 things/, "anyway");
    await asked("Move PRD-930 to agreed anyway");
    await press("Enter");
    await until(
      async () =>
        (await readScreen(".quick-input-widget .quick-input-message")).includes("Say in a sentence"),
      "a reason is asked for",
    );
    await type("the season begins on Monday");
    await press("Enter");
    await done;
    await shows(document, "\nstatus: agreed\n");
    assert.ok(
      document
        .getText()
        .endsWith(`## Review\n\n- **Moved to agreed** @lena ${today()}: the season begins on Monday.\n`),
      document.getText(),
    );
  });

  it("parks from anywhere, and comes back to any status", async () => {
    const document = await opened(prd("status: draft\n"));
    let done = commands.executeCommand("seamwork.moveOn");
    await pick("Move PRD-930 to in review?", "another");
    assert.deepEqual(await asked("PRD-930 · draft"), ["Parked"]);
    await press("Enter");
    await done;
    await shows(document, "\nstatus: parked\n");
    done = commands.executeCommand("seamwork.moveOn");
    await pick("PRD-930 · parked", "review");
    await done;
    await shows(document, "\nstatus: in-review\n");
  });

  it("goes back without asking what is open", async () => {
    const document = await opened(prd("status: agreed\n", openPoints));
    const done = commands.executeCommand("seamwork.moveOn");
    await pick(/PRD-930 · agreed · \d+ things? to settle before it is building/, "another");
    await pick("PRD-930 · agreed", "review");
    await done;
    await shows(document, "\nstatus: in-review\n");
    await closed();
  });

  it("asks for the status of a PRD that has none, or one that there is not", async () => {
    const document = await opened(prd(""));
    let done = commands.executeCommand("seamwork.moveOn");
    await pick("PRD-930 has no status yet", "Draft");
    await done;
    await shows(document, "\nstatus: draft\n");
    await replace(document, "status: draft", "status: thriving");
    done = commands.executeCommand("seamwork.moveOn");
    await pick('PRD-930 · "thriving" is not a status that Seamwork knows', "review");
    await done;
    await shows(document, "\nstatus: in-review\n");
  });

  it("is on the screen as people read it", async () => {
    await opened(prd("status: in-review\n", openPoints));
    const workbench = workspace.getConfiguration("workbench");
    try {
      for (const [name, theme] of [
        ["light", "Default Light Modern"],
        ["dark", "Default Dark Modern"],
      ]) {
        await workbench.update("colorTheme", theme, ConfigurationTarget.Global);
        const done = commands.executeCommand("seamwork.moveOn");
        await asked(/3 things/);
        await until(
          async () =>
            (await readScreen(".monaco-workbench", "class")).includes(name === "light" ? "vs " : "vs-dark"),
          `${name} colours`,
        );
        await until(async () => (await listed()).length === 5, "three points and two ways on are listed");
        await screenshot(`move-on-${name}`);
        await press("Escape");
        await done;
      }
    } finally {
      await workbench.update("colorTheme", undefined, ConfigurationTarget.Global);
    }
  });

  it("says what to do where there is no PRD", async () => {
    await commands.executeCommand("seamwork.moveOn");
    await commands.executeCommand("notifications.showList");
    await until(
      async () =>
        (await readScreen(".notifications-center")).includes("Open a PRD to move it to its next status."),
      "a sentence says so",
    );
  });
});
