import assert from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import type { Location, TextEditor, WorkspaceEdit } from "vscode";
import {
  cleanUp,
  codesOf,
  file,
  hoverAt,
  offersAt,
  open,
  openNew,
  pause,
  putCursor,
  rangeOf,
  replace,
  until,
} from "./editor.ts";
import {
  asMe,
  cycleBody,
  cyclePath,
  cycleText,
  inside,
  lensesIn,
  prdPath,
  retroPath,
  teamPaths,
  writeTeam,
} from "./team.ts";

/** Waits until a document is known to all the others. */
async function shown(path: string): Promise<TextEditor> {
  const editor = await open(path);
  await until(
    async () => (await lensesIn(editor.document.uri)).length > 0,
    () => `${path} has lenses`,
  );
  await commands.executeCommand("seamwork.refresh");
  return editor;
}

async function places(command: "Definition" | "Reference", { document }: TextEditor, text: string, nth = 1) {
  const found = await commands.executeCommand<Location[]>(
    `vscode.execute${command}Provider`,
    document.uri,
    inside(document, text, nth),
  );
  return Promise.all(
    found.map(async ({ uri, range }) => {
      const target = await workspace.openTextDocument(uri);
      return `${uri.path.split("/").at(-1)} ${target.getText(range)} in ${target.lineAt(range.start.line).text.slice(0, 20)}`;
    }),
  );
}

describe("cycles and retros in the editor", () => {
  before(async () => {
    await asMe("@mara");
    await writeTeam();
  });
  after(async () => {
    await cleanUp(...teamPaths);
    await asMe(undefined);
  });
  afterEach(() => cleanUp());

  it("hovers say what another document is, and what an id in it says @smoke", async () => {
    const { document } = await shown(cyclePath);
    assert.match(
      await hoverAt(document.uri, inside(document, "PRD-942", 3)),
      /PRD\\-942\*\* · Filter by date[^]*building · @lena and @mara[^]*product, 60 weeks in 2099\\-Q3/,
    );
    assert.match(
      await hoverAt(document.uri, inside(document, "D1 of PRD-942")),
      /\*\*D1\*\* · disagreement[^]*a year or 90 days[^]*Open at tier 1[^]*In PRD\\-942/,
    );
    assert.match(await hoverAt(document.uri, inside(document, "N1")), /\*\*N1\*\* · renegotiation/);
    assert.match(await hoverAt(document.uri, inside(document, "cycle")), /the cycle's own id/);
    assert.match(await hoverAt(document.uri, inside(document, "schema")), /`cycle\/1`/);
    const prd = await shown(prdPath);
    assert.match(
      await hoverAt(prd.document.uri, inside(prd.document, "2099-Q3")),
      /2099\\-Q3\*\* · cycle[^]*60 weeks of engineering[^]*Product 60%, health 25%, ops 15%[^]*Agreed by @lena/,
    );
  });

  it("an id leads to its document, and what is named in it to the line there", async () => {
    const cycle = await shown(cyclePath);
    assert.deepEqual(await places("Definition", cycle, "PRD-942", 3), [
      "PRD-942-filter.prd.md PRD-942 in prd: PRD-942",
    ]);
    assert.deepEqual(await places("Definition", cycle, "D1 of PRD-942"), [
      "PRD-942-filter.prd.md D1 in - **D1** tier 1 (mis",
    ]);
    assert.deepEqual(await places("Definition", cycle, "D1", 2), [
      "PRD-942-filter.prd.md D1 in - **D1** tier 1 (mis",
    ]);
    const prd = await shown(prdPath);
    assert.deepEqual(await places("Definition", prd, "2099-Q3"), ["2099-Q3.md 2099-Q3 in cycle: 2099-Q3"]);
    const retro = await shown(retroPath);
    assert.deepEqual(await places("Definition", retro, "PRD-942"), [
      "PRD-942-filter.prd.md PRD-942 in prd: PRD-942",
    ]);
  });

  it("references are found in all documents, and one's own D1 is not that of another", async () => {
    const prd = await shown(prdPath);
    const found = await places("Reference", prd, "**D1**".slice(2, 4), 2);
    assert.deepEqual(
      found.filter((one) => !one.includes(" in #")).sort(),
      [
        "2099-Q3.md D1 in - **D1** tier 2 (tra",
        `2099-Q3.md D1 in - ${found.find((one) => one.includes("2099-Q3.md D1 in - 2"))?.split(" in - ")[1]}`,
        "PRD-942-filter.prd.md D1 in - **D1** tier 1 (mis",
        "PRD-942-filter.prd.md D1 in An analyst can pick ",
      ].sort(),
    );
    const whole = await places("Reference", prd, "PRD-942");
    assert.deepEqual([...new Set(whole.map((one) => one.split(" ", 1).join()))].sort(), [
      "2099-Q3.md",
      "PRD-942-filter.prd.md",
      "RETRO-97.md",
    ]);
  });

  it("renegotiations and actions are renamed, and a disagreement in every document that names it", async () => {
    const rename = async (
      { document }: TextEditor,
      text: string,
      nth: number,
      name: string,
    ): Promise<void> => {
      const edit = await commands.executeCommand<WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        inside(document, text, nth),
        name,
      );
      await workspace.applyEdit(edit);
    };
    const cycle = await shown(cyclePath);
    await rename(cycle, "N1", 1, "N4");
    assert.match(cycle.document.getText(), /- \*\*N4\*\* @lena and @mara/);
    await assert.rejects(rename(cycle, "N4", 1, "K4"), /letter N/);
    const retro = await shown(retroPath);
    await rename(retro, "K1", 1, "K2");
    assert.match(retro.document.getText(), /- \*\*K2\*\* \(handoff/);
    const prd = await shown(prdPath);
    await rename(prd, "D1", 2, "D7");
    assert.match(prd.document.getText(), /as D7 asks[^]*- \*\*D7\*\* tier 1/);
    const other = await workspace.openTextDocument(file(cyclePath));
    assert.match(other.getText(), /- \*\*D1\*\* tier 2[^\n]*See PRD-942 D7/);
    assert.match(other.getText(), /15 min: D7 of PRD-942 opened/);
  });

  it("lenses say what is planned, who has agreed, and where a disagreement stands @smoke", async () => {
    const { document } = await shown(cyclePath);
    const lenses = await lensesIn(document.uri);
    const line = (text: string): number => rangeOf(document, text).start.line;
    assert.deepEqual(
      lenses.filter((one) => one.startsWith(`${line("cycle: ")}:`)),
      ["64 of 60 weeks planned", "agreed by product only", "Agree to this split", "Renegotiate"].map(
        (title) => `${line("cycle: ")}: ${title}`,
      ),
    );
    assert.deepEqual(
      lenses.filter((one) => one.startsWith(`${line("**D1**")}:`)),
      ["tier 2 (their managers) for 9 days", "Raise to tier 3 (strategy)", "Resolve"].map(
        (title) => `${line("**D1**")}: ${title}`,
      ),
    );
    const retro = await shown(retroPath);
    assert.deepEqual(
      (await lensesIn(retro.document.uri)).map((one) => one.replace(/^\d+: /, "")),
      [`due ${/Due:\*\* (\S+)/.exec(retro.document.getText())?.[1]}, 2 days ago`, "Hold retro"],
    );
  });

  it("completion offers what a cycle's header, sections, lines and tables can say", async () => {
    const path = "team/cycles/new.md";
    const offers = async (body: string, behind: string): Promise<string[]> => {
      const editor = await openNew(path, cycleText(body));
      await until(async () => (await lensesIn(editor.document.uri)).length > 0, "it is read");
      return offersAt(editor.document.uri, putCursor(editor, behind));
    };
    try {
      const header = await openNew(path, cycleText("").replace("ops: 15\n", "ops: \n"));
      await until(async () => (await lensesIn(header.document.uri)).length > 0, "it is read");
      assert.deepEqual(await offersAt(header.document.uri, putCursor(header, "ops: ")), ["15"]);
      const sections = await offers("## ", "# 2099-Q3\n\n## ");
      assert.deepEqual(sections.slice(0, 6), [
        "Agreement",
        "Renegotiations",
        "Work",
        "Pairs",
        "Disagreements",
        "Cadence",
      ]);
      assert.deepEqual(await offers("## Agreement\n\n- **\n", "- **"), ["Agreed", "Gave up"]);
      assert.deepEqual(await offers("## Renegotiations\n\n- **\n", "- **"), ["N1"]);
      assert.ok((await offers("## Cadence\n\n- \n", "## Cadence\n\n- ")).includes("weekly"));
      const work = "## Work\n\n| Item | Bucket | Effort |\n| --- | --- | --- |\n| Postgres | ";
      assert.deepEqual((await offers(work, "| Postgres | ")).slice(0, 3), ["product", "health", "ops"]);
      const pairs = "## Pairs\n\n| Item | PM | Engineer |\n| --- | --- | --- |\n| PRD-942 | ";
      assert.ok((await offers(pairs.slice(0, -"PRD-942 | ".length), "| --- |\n| ")).includes("PRD-942"));
      assert.ok((await offers(`${pairs}@`, "| PRD-942 | @")).includes("@lena"));
      assert.ok((await offers("D1 of PRD-", "D1 of PRD-")).includes("PRD-942"));
    } finally {
      await cleanUp(path);
    }
  });

  it("what belongs to PRDs stays away from them", async () => {
    const { document } = await shown(cyclePath);
    await pause(300);
    assert.ok(!codesOf(document.uri).some((code) => code === "PRD001"), codesOf(document.uri).join(", "));
    const text = document.getText();
    await commands.executeCommand("seamwork.adopt", document.uri);
    await commands.executeCommand("seamwork.addConstraint", document.uri);
    await commands.executeCommand("seamwork.moveOn", document.uri);
    await pause(300);
    assert.equal(document.getText(), text);
    assert.equal(window.activeTextEditor?.document, document);
  });

  it("rules that need all documents speak in an open cycle, and follow when another one changes", async () => {
    const { document } = await shown(cyclePath);
    await until(
      () => codesOf(document.uri).includes("PRD514"),
      () => codesOf(document.uri).join(", "),
    );
    const prd = await shown(prdPath);
    await replace(prd.document, "effort: 60w", "effort: 6w");
    await until(
      () => !codesOf(document.uri).includes("PRD514"),
      () => codesOf(document.uri).join(", "),
    );
    assert.ok(cycleBody.includes("Postgres"));
  });
});
