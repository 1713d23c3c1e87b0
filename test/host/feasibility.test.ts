import assert from "node:assert/strict";
import { commands, window } from "vscode";
import type { TextDocument } from "vscode";
import { asked, asMe, fill, find, pick, today } from "./asked.ts";
import { press, readScreen } from "./driver.ts";
import { actionsAt, cleanUp, noProblem, openNew, problem, putCursor, rangeOf, run, until } from "./editor.ts";

const path = "team/prds/feasible.prd.md";
const head = `---
prd: PRD-931
schema: prd/1
name: Waiting list
status: in-review
pm: "@lena"
eng: "@mara"
---

# Waiting list

`;
const body = `## Requirements

### R1 · Join the list

An owner can join the waiting list of a day.

- **Constraints:**
  - **C1** (perf, @mara, 2099-07-20): the page answers within 300 ms at p95.

## Assumptions

- **A1** Owners read messages within an hour.
- **A2** A day has at most 40 places.
`;
const table = "| Option | Time | Trade-off | Chosen |\n| --- | --- | --- | --- |\n";

async function opened(text: string): Promise<TextDocument> {
  return (await openNew(path, head + text)).document;
}

async function shows(document: TextDocument, text: string): Promise<void> {
  await until(
    () => document.getText().includes(text),
    () => `"${text}" in\n${document.getText()}`,
  );
}

function cursor(behind: string): void {
  assert.ok(window.activeTextEditor);
  putCursor(window.activeTextEditor, behind);
}

async function type(text: string): Promise<void> {
  await commands.executeCommand("type", { text });
}

describe("assumptions and options", () => {
  before(() => asMe("@mara"));
  after(() => asMe(undefined));
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await cleanUp(path);
  });

  it("held is written in one step, once @smoke", async () => {
    const document = await opened(body);
    cursor("within an hour");
    await commands.executeCommand("seamwork.held");
    const said = `within an hour. Tested @mara ${today()}: held.\n`;
    await shows(document, said);
    const text = document.getText();
    await commands.executeCommand("seamwork.held");
    await commands.executeCommand("notifications.showList");
    await until(
      async () =>
        (await readScreen(".notifications-center")).includes(`A1 is already marked as held, on ${today()}.`),
      "a sentence says that it held already",
    );
    assert.equal(document.getText(), text);
  });

  it("held asks which assumption where the cursor is on none", async () => {
    const document = await opened(body);
    cursor("# Waiting list");
    const done = commands.executeCommand("seamwork.held");
    await pick("Which assumption held?", "40 places");
    await done;
    await shows(document, `40 places. Tested @mara ${today()}: held.\n`);
  });

  it("broke names the constraint that answers it", async () => {
    const document = await opened(body);
    cursor("within an hour");
    const done = commands.executeCommand("seamwork.broke");
    await pick("A1 broke. Which constraint answers it?", "300 ms");
    await done;
    await shows(document, `within an hour. Tested @mara ${today()}: broke, see C1.\n`);
    await noProblem(document.uri, "PRD202");
  });

  it("broke with none yet is asked about again, and the light bulb links it", async () => {
    const document = await opened(body);
    const { range } = await problem(document.uri, "PRD201");
    const titles = (await actionsAt(document.uri, range, "quickfix")).map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 2), ["A1 held", "A1 broke…"]);
    cursor("within an hour");
    let done = commands.executeCommand("seamwork.broke");
    await pick("A1 broke. Which constraint answers it?", "None yet");
    await done;
    await shows(document, `Tested @mara ${today()}: broke.\n`);
    const found = await problem(document.uri, "PRD202");
    const link = (await actionsAt(document.uri, found.range, "quickfix")).find(
      ({ title }) => title === "Say what answers A1…",
    );
    assert.ok(link);
    done = run(link);
    await pick("A1 broke. Which constraint answers it?", "300 ms");
    await done;
    await shows(document, `Tested @mara ${today()}: broke, see C1.\n`);
    await noProblem(document.uri, "PRD202");
  });

  it("broke adds a new constraint and links it, in one change", async () => {
    const document = await opened(body);
    const before = document.getText();
    cursor("within an hour");
    const done = commands.executeCommand("seamwork.broke");
    await pick("A1 broke. Which constraint answers it?", "new constraint");
    await pick("Which requirement changes because A1 broke?", "R1");
    await pick("Add a constraint to R1", "ops");
    await done;
    await shows(document, `**C2** (ops, @mara, ${today()}): what limits this, with a number\n`);
    await shows(document, `Tested @mara ${today()}: broke, see C2.\n`);
    await type("messages go out twice.");
    await shows(document, `**C2** (ops, @mara, ${today()}): messages go out twice.\n`);
    await commands.executeCommand("leaveSnippet");
    for (let times = 0; times < 40 && document.getText() !== before; times++)
      await commands.executeCommand("undo");
    assert.equal(document.getText(), before);
  });

  it("the light bulb offers both in a draft too", async () => {
    const document = await opened(body);
    const text = document.getText().replace("in-review", "draft");
    await cleanUp(path);
    const draft = (await openNew(path, text)).document;
    const offered = await until(async () => {
      const found = await actionsAt(draft.uri, rangeOf(draft, "A2"));
      return found.some(({ title }) => title === "A2 held") && found;
    }, "A2 held is offered");
    const held = offered.find(({ title }) => title === "A2 held");
    assert.ok(held);
    await run(held);
    await shows(draft, `40 places. Tested @mara ${today()}: held.\n`);
  });

  it("Add option makes section and table, and leads through name, time and trade-off", async () => {
    const document = await opened(body);
    await commands.executeCommand("seamwork.addOption");
    await shows(document, "## Feasibility\n\n");
    await type("By hand");
    await commands.executeCommand("jumpToNextSnippetPlaceholder");
    await type("1w");
    await commands.executeCommand("jumpToNextSnippetPlaceholder");
    await type("an hour a day at the desk");
    await commands.executeCommand("leaveSnippet");
    await shows(document, `${table}| F1 · By hand | 1w | an hour a day at the desk | |\n`);
    await commands.executeCommand("seamwork.addOption");
    await shows(document, "| F2 · what would be built | time | what it gives up |  |\n");
  });

  const room = "Who was in the room today, when the options were weighed?";
  const options = `${body}\n## Feasibility\n\n${table}| F1 | 1w | by hand | yes |\n`;

  it("Record who was in the room takes the pair", async () => {
    const document = await opened(options);
    const done = commands.executeCommand("seamwork.inTheRoom");
    await asked(room);
    await press("Enter");
    await done;
    await shows(document, `yes |\n\n- **In the room:** @lena, @mara, ${today()}\n`);
  });

  it("Record who was in the room adds to the day's line", async () => {
    const document = await opened(`${options}\n- **In the room:** @mara, ${today()}\n`);
    const done = commands.executeCommand("seamwork.inTheRoom");
    await find(room, "Somebody else");
    await until(async () => {
      await press("Tab");
      return (await readScreen(":focus", "role")) === "listbox";
    }, "the keys go to the list");
    await press("ArrowDown", "Space");
    await until(
      async () => (await readScreen(".quick-input-list .monaco-list-row", "aria-checked")) === "true",
      "somebody else is ticked",
    );
    await press("Enter");
    await fill("Who else was in the room?", "sofia");
    await done;
    await shows(document, `- **In the room:** @mara, @sofia, ${today()}\n`);
    assert.equal(document.getText().split("In the room").length, 2);
  });
});
