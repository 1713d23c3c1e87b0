import assert from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import type { TextDocument, TextEditor } from "vscode";
import { asked } from "./asked.ts";
import { clickInWebview, cli, faultsOf, inWebview, press, screenshot } from "./driver.ts";
import { cleanUp, codesOf, file, open, pause, putCursor, replace, until, write } from "./editor.ts";
import { answer, asMe, dayFrom, lensesIn, says, today } from "./team.ts";

const prdPath = "team/prds/PRD-951-export.prd.md";
const cycleFile = "team/cycles/2098-Q1.md";

const prdText = `---
prd: PRD-951
schema: prd/1
name: Export by date
status: building
pm: "@lena"
eng: "@mara"
bucket: product
cycle: 2098-Q1
effort: 30w
---

# Export by date

## Requirements

### R1 · Pick a day

An analyst can pick a day.
`;

async function run(command: string, ...args: unknown[]): Promise<{ readonly done: Thenable<unknown> }> {
  const done = commands.executeCommand(`seamwork.${command}`, ...args);
  await pause(300);
  return { done };
}

/** Waits until a document is one of ours. */
async function shown(path: string): Promise<TextEditor> {
  const editor = await open(path);
  await until(async () => (await lensesIn(editor.document.uri)).length > 0, `${path} is read`);
  return editor;
}

async function noneOf(document: TextDocument, ...codes: string[]): Promise<void> {
  await until(
    () => !codesOf(document.uri).some((code) => codes.includes(code)),
    () => `none of ${codes.join(", ")}: ${codesOf(document.uri).join(", ")}`,
  );
}

async function some(document: TextDocument, code: string): Promise<void> {
  await until(
    () => codesOf(document.uri).includes(code),
    () => `${code}: ${codesOf(document.uri).join(", ")}`,
  );
}

/** What of the command line's board is compared. */
interface Shown {
  readonly documents: Readonly<Record<"prds" | "cycles" | "retros", number>>;
  readonly seams: readonly { readonly seam: string; readonly open: number }[];
  readonly cycles: readonly { readonly planned: { readonly total: number } }[];
}

describe("a year by commands @smoke", function () {
  this.timeout(120_000);
  before(async () => {
    await asMe("@lena");
    await write(prdPath, prdText);
    await open(prdPath);
    await commands.executeCommand("seamwork.refresh");
  });
  after(async () => {
    await cleanUp(prdPath, "team/cycles", "team/retros");
    await asMe(undefined);
  });
  afterEach(async () => {
    await commands.executeCommand("workbench.action.closeQuickOpen");
    await workspace.saveAll();
  });

  it("plan: New cycle asks for its id and its capacity", async () => {
    const { done } = await run("newCycle");
    await answer("2098-Q1");
    await answer("40w");
    await done;
    const { document } = await open(cycleFile);
    assert.match(
      document.getText(),
      /^---\ncycle: 2098-Q1\nschema: cycle\/1\nfrom: 2098-01-01\nto: 2098-03-31\ncapacity: 40w\n/,
    );
    await until(
      async () => (await lensesIn(document.uri)).some((one) => one.includes("30 of 40 weeks planned")),
      "the lens says what is planned",
    );
  });

  it("agree: each side by one command, and never twice", async () => {
    const { document } = await shown(cycleFile);
    await replace(document, "from: 2098-01-01", `from: ${dayFrom(-5)}`);
    await replace(document, "to: 2098-03-31", `to: ${dayFrom(80)}`);
    await some(document, "PRD502");
    await commands.executeCommand("seamwork.agree", document.uri);
    await says(document, new RegExp(`- \\*\\*Agreed\\*\\* @lena, ${today()} \`p60 h25 o15\``));
    const lenses = await lensesIn(document.uri);
    assert.ok(
      lenses.some((one) => one.includes("agreed by product only")),
      lenses.join("\n"),
    );
    await some(document, "PRD502");
    await commands.executeCommand("seamwork.agree", document.uri);
    assert.equal(document.getText().split(`**Agreed** @lena, ${today()}`).length, 2);
    await asMe("@mara");
    await commands.executeCommand("seamwork.agree", document.uri);
    await says(document, new RegExp(`- \\*\\*Agreed\\*\\* @mara, ${today()} \`p60 h25 o15\``));
    await noneOf(document, "PRD502", "PRD503");
  });

  it("a header that somebody changes by hand is asked about, until a renegotiation says why", async () => {
    const { document } = await shown(cycleFile);
    await replace(document, "product: 60", "product: 55");
    await replace(document, "ops: 15", "ops: 20");
    await some(document, "PRD503");
    const { done } = await run("renegotiate", document.uri);
    await answer("55 25 20");
    await answer("the outage needs two more weeks");
    await answer("");
    await done;
    await says(
      document,
      /- \*\*N1\*\* @\w+ and @\w+, [\d-]+: product 60 to 55, ops 15 to 20\. Because the outage needs two more weeks\./,
    );
    await noneOf(document, "PRD503");
    const again = await run("renegotiate", document.uri);
    await answer("50 30 20");
    await answer("the queue has to be replaced");
    await answer("");
    await again.done;
    await says(document, /- \*\*N2\*\* [^\n]*product 55 to 50, health 25 to 30\./);
    assert.match(document.getText(), /product: 50\nhealth: 30\nops: 20/);
    await noneOf(document, "PRD503");
  });

  it("disagree, raise and resolve: a disagreement climbs tier by tier", async () => {
    const editor = await shown(prdPath);
    const { document } = editor;
    putCursor(editor, "pick a day");
    const disagreeing = await run("openDisagreement", document.uri);
    await answer("90 days, or a year");
    await answer("missing");
    await disagreeing.done;
    await says(document, /- \*\*D1\*\* tier 1 \(missing context\), @mara and @lena/);
    const at = (): number => document.getText().indexOf("**D1**") + 3;
    for (const [tier, who] of [
      [2, "@(?:omar|ines) and @(?:omar|ines)"],
      [3, "@\\w+"],
    ] as const) {
      const { done } = await run("raise", document.uri, at());
      // Those who are ticked: their managers, above whom nobody is known.
      await answer("");
      await done;
      await says(document, new RegExp(`Raised to tier ${tier}, ${who}`));
      await noneOf(document, "PRD508");
    }
    const { done } = await run("resolve", document.uri, at());
    await answer("90 days at once, a year by mail");
    await done;
    await says(document, new RegExp(`Resolved ${today()}: 90 days at once, a year by mail\\.`));
    await noneOf(document, "PRD508", "PRD509", "PRD515");
    assert.ok((await lensesIn(document.uri)).some((one) => one.endsWith("resolved at tier 3")));
  });

  it("an agenda opens beside, and its meeting is logged", async () => {
    await shown(cycleFile);
    const { done } = await run("agenda");
    await answer("Managers");
    await done;
    const agenda = await until(
      () => workspace.textDocuments.find(({ uri }) => uri.scheme === "seamwork-agenda"),
      "the agenda is there",
    );
    assert.match(agenda.getText(), /^# Managers, /);
    const logged = await run("logMeeting", agenda.uri);
    // No cycle lies around today, so the only one is meant.
    await asked("Who was at the managers?");
    await press("Space");
    await press("Enter");
    await answer("45");
    await answer("the queue is replaced");
    await logged.done;
    const cycle = await workspace.openTextDocument(file(cycleFile));
    await says(cycle, new RegExp(`- ${today()} managers @\\w+, 45 min: the queue is replaced`));
    assert.match(agenda.getText(), /^# Managers, /);
  });

  it("launch and look back: the three questions, both sides, and what follows", async () => {
    const { document } = await shown(prdPath);
    await replace(document, "status: building", "status: launched");
    await replace(document, "effort: 30w", `effort: 30w\nlaunch: ${dayFrom(-30)}`);
    await some(document, "PRD510");
    const { done } = await run("holdRetro", document.uri);
    await answer("");
    await answer("312 tickets instead of 517");
    await answer("One rollback");
    await answer("R4 came late");
    await answer("Alarm on queue age");
    await answer("handoff");
    await answer("");
    await answer("");
    await answer("");
    await done;
    await says(document, new RegExp(`- \\*\\*Held:\\*\\* ${today()},? @lena(?: and |, )@mara`));
    await says(
      document,
      /- \*\*Right thing\?\*\* 312 tickets instead of 517\.[^]*Built well\?\*\* One rollback\.[^]*together\?\*\* R4 came late\./,
    );
    await says(
      document,
      new RegExp(`- \\*\\*K1\\*\\* \\(handoff, @\\w+, by ${dayFrom(14)}\\): Alarm on queue age\\.`),
    );
    await noneOf(document, "PRD510", "PRD511", "PRD516");
  });

  it("an incident gets a retro of its own", async () => {
    const { done } = await run("newRetro");
    await answer("The queue stood still");
    await done;
    const document = await until(
      () =>
        window.activeTextEditor?.document.uri.path.includes("/retros/") && window.activeTextEditor.document,
      "it is shown",
    );
    assert.match(document.getText(), /^---\nretro: RETRO-1\nschema: retro\/1\nname: The queue stood still\n/);
  });

  it("rotate: pairs that have been together are asked to change", async () => {
    const { document } = await shown(cycleFile);
    const from = dayFrom(-120);
    await replace(document, `from: ${dayFrom(-5)}`, `from: ${from}`);
    const rows = `| Export | @lena | @mara | ${from} | |\n| Queue | @pia | @tom | ${from} | |\n`;
    const text = document.getText();
    const head = /\| Item *\| PM[^\n]*\n\|[ -|]*\n/.exec(text)?.[0] ?? "";
    await replace(document, head, head + rows);
    await workspace.saveAll();
    await until(
      () => codesOf(document.uri).includes("PRD507"),
      () => codesOf(document.uri).join(", "),
    );
    const { done } = await run("proposeRotation", document.uri);
    await pause(700);
    await press("Enter");
    await done;
    await says(document, new RegExp(`\\| Export +\\| @lena +\\| @tom +\\| ${today()}`));
    await says(document, new RegExp(`\\| Queue +\\| @pia +\\| @mara +\\| ${today()}`));
    await until(
      () => !codesOf(document.uri).includes("PRD507"),
      () => codesOf(document.uri).join(", "),
    );
  });

  it("the board shows it, leads to its lines, and has no fault of accessibility in any theme", async () => {
    await commands.executeCommand("seamwork.openBoard");
    const text = async (): Promise<string> => String(await inWebview("tab", "document.body.innerText"));
    let last = "";
    await until(
      async () => (last = await text().catch(String)).includes("2098-Q1"),
      () => `the board is drawn: ${last}`,
    );
    for (const theme of ["Default Dark Modern", "Default Light Modern", "Default High Contrast"]) {
      await workspace.getConfiguration("workbench").update("colorTheme", theme, true);
      await pause(700);
      assert.deepEqual(await faultsOf("tab"), [], theme);
      await screenshot(`board-${theme.split(" ")[1]?.toLowerCase()}`);
    }
    await workspace.getConfiguration("workbench").update("colorTheme", undefined, true);
    // The same documents for both: what is not saved yet, only the editor knows.
    await workspace.saveAll();
    await pause(1500);
    const { boards } = JSON.parse(await cli("board", "team", "--format", "json")) as { boards: Shown[] };
    const [board] = boards;
    assert.ok(board);
    const shown = await text();
    const rows = (await inWebview(
      "tab",
      `[...document.querySelectorAll("tr")].map((row) => row.innerText)`,
    )) as string[];
    for (const { seam, open: count } of board.seams)
      assert.ok(
        rows.some((row) => row.toLowerCase().includes(seam) && row.includes(String(count))),
        `${seam} ${count} in ${JSON.stringify(rows)}`,
      );
    const { prds, cycles, retros } = board.documents;
    assert.match(shown, new RegExp(`${prds} PRDs?, ${cycles} cycles?, ${retros} retros?`));
    for (const { planned } of board.cycles) assert.match(shown, new RegExp(`\\b${planned.total / 5} `));
    await clickInWebview("tab", "button.link:visible");
    await until(() => window.activeTextEditor?.document.languageId === "markdown", "a document is shown");
  });
});
