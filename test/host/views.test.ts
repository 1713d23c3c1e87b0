import assert from "node:assert/strict";
import { commands, workspace } from "vscode";
import { readScreen, screenshot } from "./driver.ts";
import { cleanUp, file, open, openNew, problem, replace, until, write } from "./editor.ts";

const prd = (id: string, status: string): string =>
  `---\nprd: ${id}\nschema: prd/1\nname: Waiting list\nstatus: ${status}\npm: "@lena"\neng: "@mara"\n---\n\n# Waiting list\n\n## Requirements\n\n### R1 · Join\n\nAn owner can join.\n`;

/** What a screen reader says of the rows. */
const tree = (): Promise<string> => readScreen(".pane-body .monaco-list-row", "aria-label");
const shows = (...lines: readonly RegExp[]): Promise<unknown> => {
  let text = "";
  return until(
    async () => {
      text = (await tree()).replace(/\s+/g, " ");
      return lines.every((line) => line.test(text));
    },
    () => `the tree shows ${String(lines)}; it shows ${text}`,
  );
};

describe("the view PRDs", () => {
  before(() => commands.executeCommand("seamwork.prds.focus"));
  after(async () => {
    await cleanUp("team/prds/new.prd.md", "team/prds/later");
    await commands.executeCommand("workbench.view.explorer");
  });

  it("lists PRDs by status with their problems, and candidates last @smoke", async () => {
    await shows(
      /Agreed, 1 PRD .*PRD-001 Filter exports by date, 4 warnings .*Not adopted yet, 1 PRD Merge duplicate clients/,
    );
    await screenshot("tree");
  });

  it("follows files that come, change, move and go", async function () {
    // Five times what a file watcher takes.
    this.timeout(120_000);
    await write("team/prds/new.prd.md", prd("PRD-930", "draft"));
    await shows(/Draft, 1 PRD PRD-930 Waiting list, .*Agreed, 1 PRD/);
    await write("team/prds/new.prd.md", prd("PRD-931", "parked"));
    await shows(/Agreed, 1 PRD .*Parked, 1 PRD PRD-931/);
    await workspace.fs.createDirectory(file("team/prds/later"));
    await workspace.fs.rename(file("team/prds/new.prd.md"), file("team/prds/later/moved.prd.md"));
    await shows(/Parked, 1 PRD PRD-931/);
    await workspace.fs.delete(file("team/prds/later"), { recursive: true });
    await until(async () => !(await tree()).includes("PRD-931"), "the PRD leaves the tree with its folder");
  });

  it("takes an open PRD as it stands in the editor", async () => {
    const { document } = await openNew("team/prds/new.prd.md", prd("PRD-932", "draft"));
    await problem(document.uri, "PRD103");
    await shows(/Draft, 1 PRD PRD-932/);
    await replace(document, "status: draft", "status: building");
    await shows(/Building, 1 PRD PRD-932 Waiting list, 2 errors/);
  });
});

describe("the status bar", () => {
  afterEach(() => cleanUp("team/prds/new.prd.md"));
  const item = async (): Promise<string> =>
    (await readScreen("[id='seamwork.seamwork.seamwork.prd']")).trim();

  it("says how the PRD in the editor stands, and nothing for other files @smoke", async () => {
    const { document } = await openNew("team/prds/new.prd.md", prd("PRD-933", "draft"));
    await problem(document.uri, "PRD103");
    await until(async () => /^PRD-933 · draft · \d open$/.test(await item()), "the item shows the PRD");
    const picking = commands.executeCommand("seamwork.showOpen");
    await until(
      async () => /For engineering/.test(await readScreen(".quick-input-list")),
      "what is open is listed",
    );
    await screenshot("what-is-open");
    await commands.executeCommand("workbench.action.closeQuickOpen");
    await picking;
    await open("team/prds/older.md");
    await until(async () => (await item()) === "Not a PRD yet", "a candidate is told from a PRD");
    await open("README.md");
    await until(async () => (await item()) === "", "a plain file has none");
    assert.equal(await item(), "");
  });
});
