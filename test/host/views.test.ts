import assert from "node:assert/strict";
import { commands, workspace } from "vscode";
import type { DocumentSymbol } from "vscode";
import { readScreen, screenshot } from "./driver.ts";
import { cleanUp, codesOf, file, open, openNew, problem, replace, until, write } from "./editor.ts";

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
      /Agreed, 1 PRD .*PRD-001 Filter exports by date, 4 warnings, 1 hint .*Not adopted yet, 1 PRD Merge duplicate clients/,
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

describe("a file of another tool", () => {
  const path = "labels/specs/001-slips/spec.md";
  before(async () => {
    await write("labels/seamwork.yaml", "version: 1\n");
    await commands.executeCommand("seamwork.prds.focus");
  });
  after(async () => {
    await cleanUp("labels");
    await commands.executeCommand("workbench.view.explorer");
  });

  it("is shown as what it is, has symbols, and is asked nothing @smoke", async () => {
    const { document } = await openNew(
      path,
      "# Slips\n\n## Requirements\n\n- **FR-001**: System MUST print slips.\n",
    );
    await shows(/Not adopted yet, 1 PRD .*Of other tools, 1 file/);
    await until(
      async () => (await readScreen("[id='seamwork.seamwork.seamwork.prd']")).trim() === "Of another tool",
      "the status bar tells it from a candidate",
    );
    const names = (all: readonly DocumentSymbol[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children)]);
    await until(async () => {
      const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      return names(found ?? []).includes("FR-001");
    }, "its requirement is a symbol");
    assert.deepEqual(codesOf(document.uri), []);
  });
});

describe("the status bar", () => {
  afterEach(() => cleanUp("team/prds/new.prd.md"));

  it("has the number of what is open that the tree and Problems have", async () => {
    const text = `${prd("PRD-935", "in-review")}
## Constraints

- **C1** (perf, @mara, 2099-01-01; R1): one a second.

## Assumptions

- **A1** There is a printer.

## Questions

- **Q1** (@lena, by 2099-09-01): who pays?

## Disagreements

- **D1** tier 1, @lena and @mara, 2099-07-31: labels or stickers?
`;
    await commands.executeCommand("seamwork.prds.focus");
    const { document } = await openNew("team/prds/new.prd.md", text);
    await problem(document.uri, "PRD306");
    const codes = (): string[] => codesOf(document.uri);
    await until(
      () => ["PRD110", "PRD201", "PRD306", "PRD509"].every((code) => codes().includes(code)),
      () => `all four speak: ${codes().join()}`,
    );
    let numbers: number[] = [];
    await until(
      async () => {
        const row =
          /PRD-935 Waiting list, (.*?)(?=PRD-|$)/.exec((await tree()).replace(/\s+/g, " "))?.[1] ?? "";
        const inTree = [...row.matchAll(/(\d+) (?:error|warning|hint)/g)].reduce(
          (sum, [, one]) => sum + Number(one),
          0,
        );
        const inBar = Number(/(\d+) open$/.exec(await item())?.[1] ?? "0");
        numbers = [codes().length, inBar, inTree];
        return inBar > 0 && new Set(numbers).size === 1;
      },
      () => `Problems, status bar and tree have one number: ${numbers.join(", ")}`,
    );
    await commands.executeCommand("workbench.view.explorer");
  });

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
