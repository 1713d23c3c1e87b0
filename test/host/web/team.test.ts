import { commands } from "vscode";
import type { Location } from "vscode";
import { fill } from "../asked.ts";
import { faultsOf, inWebview, readScreen } from "../driver.ts";
import { actionsAt, cleanUp, file, open, problem, read, run, until } from "../editor.ts";
import { asMe, cyclePath, inside, lensesIn, says, teamPaths, writeTeam } from "../team.ts";

/** Without Node: cycles are read, checked and made by what VS Code loads into a worker. */
describe("cycles in the web worker host", function () {
  this.timeout(60_000);

  before(async () => {
    await asMe("@lena");
    await writeTeam();
  });
  afterEach(() => cleanUp());
  after(async () => {
    await cleanUp(...teamPaths);
    await asMe(undefined);
    await commands.executeCommand("workbench.view.explorer");
  });

  it("are checked with all rules, and have fixes @smoke", async () => {
    const { document } = await open(cyclePath);
    const { range } = await problem(document.uri, "PRD502");
    const actions = await actionsAt(document.uri, range, "quickfix");
    const fix = actions.find(({ title }) => title === "Ask engineering to agree");
    if (fix === undefined) throw new Error(actions.map(({ title }) => title).join(", "));
    await run(fix);
    await says(document, /- \*\*Q1\*\* \(@mara, by [\d-]+\): do you agree to `p60 h25 o15`\?/);
  });

  it("lead to the PRDs that they name", async () => {
    const { document } = await open(cyclePath);
    await problem(document.uri, "PRD502");
    const found = await until(async () => {
      const places = await commands.executeCommand<Location[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        inside(document, "PRD-942", 3),
      );
      return places.length > 0 && places;
    }, "PRD-942 leads somewhere");
    const paths = found.map(({ uri }) => uri.path.split("/").at(-1)).join(", ");
    if (paths !== "PRD-942-filter.prd.md") throw new Error(paths);
  });

  it("are listed in the view", async () => {
    await commands.executeCommand("seamwork.prds.focus");
    let rows = "";
    await until(
      async () => /2099-Q3/.test((rows = await readScreen(".pane-body .monaco-list-row"))),
      () => `the tree lists 2099-Q3: ${rows}`,
    );
    await commands.executeCommand("workbench.view.explorer");
  });

  it("are on the board, which says in one sentence why it has no trend", async () => {
    await commands.executeCommand("seamwork.openBoard");
    let text = "";
    await until(
      async () => {
        text = String(await inWebview("tab", "document.body.innerText").catch(String));
        return text.includes("2099-Q3") && text.includes("so there is no trend");
      },
      () => `the board is drawn: ${text}`,
    );
    const sentences = text.match(/[^.\n]*\bno trend\b[^.\n]*\./g) ?? [];
    if (sentences.join("|") !== "There is no git here, so there is no trend.")
      throw new Error(sentences.join("|"));
    const faults = await faultsOf("tab");
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  });

  it("are made by New Cycle, with the days of their id and what the last one had", async () => {
    await open(cyclePath);
    const done = commands.executeCommand("seamwork.newCycle");
    await fill("Which cycle begins?", "2098-Q1");
    await done;
    const path = "team/cycles/2098-Q1.md";
    const text = await read(path);
    const head = "---\ncycle: 2098-Q1\nschema: cycle/1\nfrom: 2098-01-01\nto: 2098-03-31\ncapacity: 60w\n";
    if (!text.startsWith(head)) throw new Error(text);
    await until(
      async () => (await lensesIn(file(path))).some((one) => one.includes("of 60 weeks planned")),
      "the new cycle is read, with what is planned for it",
    );
  });
});
