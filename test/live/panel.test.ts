import assert from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { openPair, PRD, until, type Pair, type Side } from "./pair.ts";

/** The readiness panel where it needs more than one window can show: a session with a history, and a reload. */
describe("the readiness panel of a shared PRD", function () {
  this.timeout(240_000);
  let pair: Pair;

  before(async () => {
    pair = await openPair({ joined: true });
    for (const { window } of pair.both) {
      await window.command("seamwork.openReadiness");
      await shows(window.page, /PRD-103/);
      await window.command("workbench.action.focusFirstEditorGroup");
    }
  });

  after(() => pair?.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  it("shows who wrote how much, by the session's history, on both sides", async () => {
    const share = { pm: 600, eng: 300 };
    await write(pair.pm, "What product knows. ".repeat(share.pm / 20));
    await write(pair.eng, "What engineers know.".repeat(share.eng / 20));
    await pair.saved();
    const percent = (units: number): string => `${Math.round((100 * units) / (share.pm + share.eng))}%`;
    const said = new RegExp(
      [
        "Who wrote it",
        `Product ${percent(share.pm)}`,
        `Engineering ${percent(share.eng)}`,
        `Tomas Vesely ${percent(share.pm)}`,
        `Priya Raman ${percent(share.eng)}`,
        "Counted since it was shared, from the live session’s history",
      ].join(" "),
    );
    for (const { window } of pair.both) await shows(window.page, said);
    await pair.quiet();
  });

  it("comes back beside its PRD when the window is reloaded, and looks as it did", async () => {
    const { window } = pair.eng;
    const { page } = window;
    await shows(page, /PRD-103.*By seam My turn.*Handoff/);
    await (await frameOf(page))?.click("button:text-is('My turn')");
    await shows(page, /Your turn/);
    await window.command("workbench.action.focusFirstEditorGroup");
    await until(() => isKept(page, /by\W+turn/), "VS Code has written down how the page looks");
    await forgetFirstFile(page);
    await window.reload();
    const said = await shows(page, /PRD-103.*Who wrote it.*Your turn/);
    assert.doesNotMatch(said, /Open a PRD/);
    const tabs = await window.run(
      (vscode) => vscode.window.tabGroups.all.map(({ tabs }) => tabs.map(({ label }) => label)),
      undefined,
    );
    assert.deepEqual(tabs, [[PRD.replace(/^.*\//, "")], ["Readiness"]]);
    // It is alive: it follows what is typed, here and on the other side.
    await write(pair.pm, "name: Named on the other side", /name: .*/.exec(await pair.settled())?.[0]);
    await shows(page, /Named on the other side/);
    await pair.quiet();
  });
});

/** Puts words into a side's PRD: in place of some, else at its end. */
async function write({ window }: Side, words: string, instead = ""): Promise<void> {
  // An edit is refused where one of the other side came between.
  await until(
    () =>
      window.run(
        async (vscode, { path, words, instead }) => {
          const document = await vscode.workspace.openTextDocument(path);
          const text = document.getText();
          const at = instead === "" ? text.length : text.indexOf(instead);
          const change = new vscode.WorkspaceEdit();
          const range = new vscode.Range(document.positionAt(at), document.positionAt(at + instead.length));
          change.replace(document.uri, range, words);
          return vscode.workspace.applyEdit(change);
        },
        { path: window.path, words, instead },
      ),
    `${window.name} writes`,
  );
}

/** Whether VS Code has something among what it keeps of the window: in a browser it writes that down every few seconds. */
async function isKept(page: Page, what: RegExp): Promise<boolean> {
  const values = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("It cannot be read.")));
      });
    const found: unknown[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      if (!name.startsWith("vscode-web-state-db")) continue;
      const database = await done(indexedDB.open(name));
      const [store = ""] = database.objectStoreNames;
      found.push(...(await done(database.transaction(store).objectStore(store).getAll())));
      database.close();
    }
    return found.map((value) => (typeof value === "string" ? value : ""));
  });
  return values.some((value) => what.test(value));
}

/** A window that is told which file to open brings back none of those that were open. */
async function forgetFirstFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    const address = new URL(location.href);
    const payload = JSON.parse(address.searchParams.get("payload") ?? "[]") as [string, string][];
    address.searchParams.set("payload", JSON.stringify(payload.filter(([key]) => key !== "openFile")));
    history.replaceState(null, "", address);
  });
}

/** The page of the panel's tab; undefined while there is none. */
async function frameOf(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    const surface = await frame.evaluate("document.body?.dataset.surface").catch(() => undefined);
    if (surface === "tab") return frame;
  }
  return undefined;
}

async function shows(page: Page, words: RegExp): Promise<string> {
  let last = "";
  await until(
    async () => {
      const read = "document.getElementById('panel')?.innerText ?? ''";
      const text = (await (await frameOf(page))?.evaluate<string>(read).catch(() => "")) ?? "";
      return words.test((last = text.replace(/\s+/g, " ")));
    },
    () => `the panel shows ${String(words)}; it shows ${last}`,
    30_000,
  );
  return last;
}
