import { commands, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode";
import { asMe } from "../asked.ts";
import { readScreen, screenshot } from "../driver.ts";
import {
  actionsAt,
  cleanUp,
  codesOf,
  file,
  hoverAt,
  noProblem,
  offersAt,
  open,
  openNew,
  pause,
  problem,
  problemsOf,
  putCursor,
  rangeOf,
  read,
  replace,
  run,
  until,
} from "../editor.ts";

const path = "team/prds/new.prd.md";
const thin = `---
prd: PRD-900
schema: prd/1
name: Something
status: agreed
pm: "@lena"
eng: "@mara"
---

# Something

## Requirements

### R1 · Filter by date

An analyst can pick a day, as E1 says.

- **Edge cases:**
  - **E1** Empty: nothing.
`;

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}.`);
  }
}

describe("PRDs in the web worker host", () => {
  afterEach(() => cleanUp(path));

  it("are checked while they are typed, with the team's data @smoke", async () => {
    const { document } = await openNew(path, thin);
    await problem(document.uri, "PRD101");
    await replace(document, "E1 says.\n", "E1 says.\n\n- **Why:** books close monthly.\n");
    await noProblem(document.uri, "PRD101");
    await screenshot("web-prd");
  });

  it("have quick fixes with places to fill in", async () => {
    const editor = await openNew(path, thin);
    const { document } = editor;
    const found = await problem(document.uri, "PRD101");
    const actions = await actionsAt(document.uri, found.range, "quickfix");
    const fix = actions.find(({ title }) => title === "Add a Why to R1");
    if (fix === undefined) throw new Error(actions.map(({ title }) => title).join(", "));
    await run(fix);
    await until(
      () => document.getText().includes("- **Why:** "),
      () => document.getText(),
    );
    await until(() => !editor.selection.isEmpty, "a place to fill in is selected");
  });

  it("have hover, completion, rename and a rule's page @smoke", async () => {
    const editor = await openNew(path, thin);
    const { document } = editor;
    const found = await problem(document.uri, "PRD101");
    const hover = await hoverAt(document.uri, rangeOf(document, "@mara").start.translate(0, 1));
    if (!hover.includes("Mara Lind")) throw new Error(hover);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      rangeOf(document, "E1").start,
      "E4",
    );
    await workspace.applyEdit(edit);
    if (!/as E4 says[^]*\*\*E4\*\*/.test(document.getText())) throw new Error(document.getText());
    const at = putCursor(editor, "Empty: nothing.");
    await editor.edit((change) => change.insert(at, "\n  - **"));
    const offers = await offersAt(document.uri, putCursor(editor, "Empty: nothing.\n  - **"));
    same(offers[0], "E5");
    const target = typeof found.code === "object" ? found.code.target : undefined;
    if (target === undefined) throw new Error("No link.");
    const page = await workspace.openTextDocument(target);
    if (!page.getText().startsWith("# PRD101")) throw new Error(page.getText());
  });

  it("are reviewed, and without git it is said what cannot be compared", async () => {
    await asMe("@mara");
    const { document } = await openNew(path, thin);
    const { range } = await problem(document.uri, "PRD301");
    await commands.executeCommand("seamwork.signOff", document.uri, "R1");
    await noProblem(document.uri, "PRD301");
    await replace(document, "can pick a day", "can pick two days");
    await problem(document.uri, "PRD302");
    const titles = (await actionsAt(document.uri, range)).map(({ title }) => title);
    if (!titles.includes("Show what changed in R1 since @mara signed")) throw new Error(titles.join("\n"));
    await commands.executeCommand("seamwork.showChanges", document.uri, "R1");
    await commands.executeCommand("notifications.showList");
    await until(
      async () =>
        (await readScreen(".notifications-center")).includes(
          "git's history cannot be read here, so there is",
        ),
      "it is said",
    );
    await commands.executeCommand("notifications.clearAll");
    await asMe(undefined);
  });

  it("are made of existing documents by adopting them", async () => {
    const before = await read("team/prds/older.md");
    const { document } = await openNew(path, before);
    await problem(document.uri, "PRD001");
    await commands.executeCommand("seamwork.adopt");
    if (!document.getText().startsWith("---\nprd: PRD-")) throw new Error(document.getText());
    await problem(document.uri, "PRD002");
  });

  it("are listed in the view", async () => {
    await commands.executeCommand("seamwork.prds.focus");
    await until(
      async () => (await readScreen(".pane-body .monaco-list-row")).includes("PRD-001"),
      "the tree lists PRD-001",
    );
    await commands.executeCommand("workbench.view.explorer");
  });

  it("are told from a plain README.md, which is left alone", async () => {
    const { document } = await open("README.md");
    await pause(300);
    same(problemsOf(document.uri), []);
    same(codesOf(file("README.md")), []);
  });
});
