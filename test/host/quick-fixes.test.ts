import assert from "node:assert/strict";
import { commands, ConfigurationTarget, Range, window, workspace } from "vscode";
import { asked, fill } from "./asked.ts";
import { press, screenshot } from "./driver.ts";
import {
  actionsAt,
  cleanUp,
  codeOf,
  codesOf,
  noProblem,
  openNew,
  problem,
  problemsOf,
  rangeOf,
  read,
  run,
  until,
  write,
} from "./editor.ts";

const prd = (body: string, header = ""): string =>
  `---\nprd: PRD-910\nschema: prd/1\nname: Something\nstatus: agreed\npm: "@lena"\neng: "@mara"\n${header}---\n\n# Something\n\n${body}`;

describe("quick fixes", () => {
  afterEach(() => cleanUp("team/prds/new.prd.md"));

  it("insert what a requirement lacks, with the places to fill in selected @smoke", async () => {
    const editor = await openNew(
      "team/prds/new.prd.md",
      prd(
        "## Requirements\n\n- **FR-1:** A user can merge two clients.\n  - **Accept:**\n    - two become one\n",
      ),
    );
    const { document } = editor;
    const found = await problem(document.uri, "PRD101");
    const actions = await actionsAt(document.uri, found.range, "quickfix");
    const fix = actions.find(({ title }) => title === "Add a Why to FR-1");
    assert.ok(fix, `No fix among ${actions.map(({ title }) => title).join(", ")}`);
    await screenshot("quick-fix-before");
    await run(fix);
    await until(
      () => document.getText().includes("\n  - **Why:** "),
      () => document.getText(),
    );
    await until(() => !editor.selection.isEmpty, "a place to fill in is selected");
    await commands.executeCommand("type", { text: "support merges 25 a day by hand." });
    assert.match(
      document.getText(),
      /\n {2}- \*\*Why:\*\* support merges 25 a day by hand\.\n {2}- \*\*Accept:\*\*/,
    );
    await noProblem(document.uri, "PRD101");
  });

  it("apply a safe fix, and say that it is the preferred one", async () => {
    const { document } = await openNew(
      "team/prds/new.prd.md",
      prd("## Why\n\nBooks close monthly.\n").replace("status: agreed", "stauts: draft"),
    );
    const found = await problem(document.uri, "PRD003");
    const actions = await actionsAt(document.uri, found.range, "quickfix");
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix, `No preferred fix among ${actions.map(({ title }) => title).join(", ")}`);
    await run(fix);
    assert.match(document.getText(), /\nstatus: draft\n/);
    await noProblem(document.uri, "PRD003");
  });

  it("ask about one place after the other where a message is about several", async () => {
    const editor = await openNew(
      "team/prds/new.prd.md",
      prd(
        "## Requirements\n\n- **FR-1:** Merge two clients.\n- **FR-2:** Split a client.\n- **FR-3:** Print a client.\n",
      ),
    );
    const { document } = editor;
    const found = await problem(document.uri, "PRD101");
    assert.match(found.message, /^3 of 3 requirements have no Why \(FR-1–FR-3\)/);
    assert.equal(document.getText(found.range), "## Requirements");
    assert.deepEqual(
      found.relatedInformation?.map(({ location }) => document.getText(location.range)),
      ["FR-1", "FR-2", "FR-3"],
    );
    const actions = await actionsAt(document.uri, found.range, "quickfix");
    const walk = actions.find(({ title }) => title === "Add a why: all 3, one by one…");
    assert.ok(walk, `No walk among ${actions.map(({ title }) => title).join(", ")}`);
    const walked = run(walk);
    await fill("Add a Why to FR-1 (1 of 3)", "support merges 25 a day");
    await asked("Add a Why to FR-2 (2 of 3)");
    await press("Enter");
    await asked("Add a Why to FR-3 (3 of 3)");
    await screenshot("walk");
    await press("Escape");
    await walked;
    assert.match(
      document.getText(),
      /two clients\.\n {2}- \*\*Why:\*\* support merges 25 a day\n- \*\*FR-2:\*\* Split a client\.\n- \*\*FR-3:\*\* Print a client\.\n$/,
    );
    await until(
      () => problemsOf(document.uri).filter((one) => codeOf(one) === "PRD101").length === 2,
      "two are left",
    );
  });

  it("write what the team calls its requirements into seamwork.yaml", async () => {
    await write("own/seamwork.yaml", "version: 1 # ours\n");
    const path = "own/prds/one.prd.md";
    try {
      const { document } = await openNew(
        path,
        prd("## The desk\n\n- A label for each parcel.\n- The same label again.\n"),
      );
      const found = await problem(document.uri, "PRD013");
      const actions = await actionsAt(document.uri, found.range, "quickfix");
      const fix = actions.find(({ title }) => title === 'Call "The desk" Requirements, for the team');
      assert.ok(fix, `No such fix among ${actions.map(({ title }) => title).join(", ")}`);
      await run(fix);
      await noProblem(document.uri, "PRD013");
      assert.equal(
        await read("own/seamwork.yaml"),
        "version: 1 # ours\nsections:\n  aliases:\n    Requirements: [The desk]\n",
      );
    } finally {
      await cleanUp("own");
    }
  });

  it("remember in seamwork.yaml what is no id, for every PRD of the team", async () => {
    await write("own/seamwork.yaml", "version: 1 # ours\n");
    try {
      const paper = prd("## Assumptions\n\n- **A1** There is paper, see A4.\n");
      const other = await openNew("own/prds/two.prd.md", paper);
      const { document } = await openNew("own/prds/one.prd.md", paper);
      const found = await problem(document.uri, "PRD008");
      assert.equal(document.getText(found.range), "A4");
      const actions = await actionsAt(document.uri, found.range, "quickfix");
      const fix = actions.find(({ title }) => title === "A4 is no id here: remember that for the team");
      assert.ok(fix, `No such fix among ${actions.map(({ title }) => title).join(", ")}`);
      await run(fix);
      await noProblem(document.uri, "PRD008");
      await noProblem(other.document.uri, "PRD008");
      assert.equal(document.getText(), paper, "the PRD stays as it is");
      assert.equal(await read("own/seamwork.yaml"), "version: 1 # ours\nids:\n  ignore: [A4]\n");
    } finally {
      await cleanUp("own");
    }
  });

  it("keep the line ends of the file", async () => {
    const text = prd("## Requirements\n\n### R1 · Filter by day\n\nAn analyst can pick a day.\n").replaceAll(
      "\n",
      "\r\n",
    );
    const { document } = await openNew("team/prds/new.prd.md", text);
    const found = await problem(document.uri, "PRD101");
    const fix = (await actionsAt(document.uri, found.range, "quickfix")).find(
      ({ title }) => title === "Add a Why to R1",
    );
    assert.ok(fix);
    await run(fix);
    await until(
      () => document.getText().includes("**Why:**"),
      () => document.getText(),
    );
    await document.save();
    assert.doesNotMatch(await read("team/prds/new.prd.md"), /[^\r]\n/);
  });

  it("fix all that is safe when the file is saved, where the person asks for it", async () => {
    const settings = workspace.getConfiguration("editor");
    const wanted = { "source.fixAll.seamwork": "explicit" };
    await settings.update("codeActionsOnSave", wanted, ConfigurationTarget.Global);
    try {
      const text = prd("## Why\n\nBooks close monthly.\n")
        .replace("status: agreed", "stauts: draft")
        .replace("schema: prd/1\n", "");
      const { document } = await openNew("team/prds/new.prd.md", text);
      await problem(document.uri, "PRD003");
      await window.activeTextEditor?.edit((edit) =>
        edit.insert(document.positionAt(document.getText().length), "\nMore.\n"),
      );
      await commands.executeCommand("workbench.action.files.save");
      await until(
        async () => /\nstatus: draft\n/.test(await read("team/prds/new.prd.md")),
        "the file is fixed on saving",
      );
      assert.match(await read("team/prds/new.prd.md"), /\nschema: prd\/1\n/);
      await until(
        () => !codesOf(document.uri).includes("PRD003") && !codesOf(document.uri).includes("PRD009"),
        "both are gone",
      );
    } finally {
      await settings.update("codeActionsOnSave", undefined, ConfigurationTarget.Global);
    }
  });

  it("fix all by command @smoke", async () => {
    const { document } = await openNew(
      "team/prds/new.prd.md",
      prd("## Why\n\nBooks close monthly.\n").replace("status: agreed", "stauts: draft"),
    );
    await problem(document.uri, "PRD003");
    await commands.executeCommand("seamwork.fixAll");
    assert.match(document.getText(), /\nstatus: draft\n/);
  });

  it("offer to accept, counter or disagree on a constraint that waits, and nothing once it is settled", async () => {
    const body =
      "## Requirements\n\n### R1 · Filter by day\n\nAn analyst can pick a day.\n\n- **Constraints:**\n  - **C1** (perf, @mara, 2099-07-20): p95 under 300 ms.\n";
    const { document } = await openNew("team/prds/new.prd.md", prd(body));
    await problem(document.uri, "PRD101");
    const at = rangeOf(document, "p95");
    const titles = (await actionsAt(document.uri, at, "refactor")).map(({ title }) => title);
    for (const title of ["Accept C1", "Counter C1", "Open a disagreement about C1"])
      assert.ok(titles.includes(title), titles.join());
    const plain = await actionsAt(document.uri, new Range(9, 0, 9, 1), "refactor");
    assert.equal(
      plain.some(({ title }) => title.endsWith("C1")),
      false,
    );
  });
});
