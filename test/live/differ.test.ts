import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { chromiumFlags } from "../run/chromium.js";
import { startLiveServer, type LiveServer } from "../run/live-server.js";
import { root } from "../run/paths.js";
import { executablePath, people, PRD, temp, until, type Inspected } from "./pair.ts";
import { picture } from "./pictures.ts";
import { stockClient, type StockClient } from "./stock-client.ts";
import { openWindow, type Window } from "./window.ts";

/** What a person is asked where their file has another text than the others see. */
describe("a file that differs from the shared PRD", function () {
  this.timeout(120_000);
  const room = "fernwick.PRD-103";
  let server: LiveServer;
  let browser: Browser;
  let window: Window;
  let client: StockClient;
  let shared = "";
  let mine = "";

  before(async () => {
    const home = join(temp, "differ");
    const folder = join(home, "fernwick");
    const extension = join(temp, "extension");
    await cp(join(root, "docs/example"), folder, { recursive: true });
    shared = await readFile(join(folder, PRD), "utf8");
    mine = shared.replace("Every practice", "Each of the practices");
    await writeFile(join(folder, PRD), mine);
    server = await startLiveServer({ program: join(extension, "dist/cli.js"), data: join(home, "server") });
    await server.seed(room, shared);
    client = await stockClient(await server.invite({ ...people.pm, room, right: "edit" }));
    browser = await chromium.launch({ executablePath, headless: true, args: [...chromiumFlags] });
    window = await openWindow({
      ...{ name: "eng", browser, extension, folder, file: PRD, data: join(home, "data") },
      settings: { "seamwork.me": people.eng.handle },
    });
  });

  after(async () => {
    client?.provider.destroy();
    await window?.close();
    await browser?.close();
    await server?.stop("SIGTERM");
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await picture(window.page, "failed-differ");
    await window.calm();
    window.notes.length = 0;
  });

  const inspect = (): Promise<Inspected | undefined> => window.command("seamwork.live.inspect");
  const shownText = (): Promise<string | undefined> =>
    window.run((vscode) => vscode.window.activeTextEditor?.document.getText(), undefined);

  it("is asked about on joining, beside the difference; the text that loses is kept and named", async () => {
    const link = await server.invite({ ...people.eng, room, right: "edit" });
    const joining = window.command("seamwork.live.join", link);
    await window.press("Join");
    await window.page.waitForSelector('.quick-input-title:has-text("Which text should everyone see?")');
    await window.page.waitForSelector(".monaco-diff-editor");
    assert.equal(client.text.toJSON(), shared);
    await window.pick("Use the shared text");
    await joining;
    await until(async () => (await inspect())?.settled === true, "it is live");
    assert.equal((await window.buffer()).text, shared);
    await window.told(/^Your earlier text is kept as \S+\.md\.$/);
    await window.press("Open It");
    await until(async () => (await shownText()) === mine, "the kept text is shown");
    assert.equal(client.text.toJSON(), shared);
    await window.command("workbench.action.closeActiveEditor");
  });

  /** Writes the file as git or another program does, while nothing in it waits to be saved. */
  async function writeFromOutside(text: string): Promise<void> {
    await window.caretBehind("Every practice ");
    // Unlike a key, the command tells when VS Code has written.
    await window.command("workbench.action.files.save");
    await writeFile(window.path, text);
    await window.page.waitForSelector('.monaco-dialog-box:has-text("changed on disk, by")');
  }

  it("is asked about when another program wrote it, and becomes everyone's text when the person wants that", async () => {
    const changed = shared.replace("spring", "autumn");
    await writeFromOutside(changed);
    assert.equal(client.text.toJSON(), shared);
    await window.press("Use the File's Text for Everyone");
    await until(() => client.text.toJSON() === changed, "everybody has it");
    await until(async () => (await inspect())?.settled === true, "it goes on");
    shared = changed;
  });

  it("gets the shared text again when the person does not want that", async () => {
    await writeFromOutside(shared.replace("autumn", "winter"));
    client.text.insert(client.text.toJSON().indexOf("Nobody has time"), "Really. ");
    await window.press("Cancel");
    shared = shared.replace("Nobody has time", "Really. Nobody has time");
    await until(async () => (await window.buffer()).text === shared, "the window has the shared text");
    assert.equal(client.text.toJSON(), shared);
    await window.page.keyboard.press("Control+S");
    await until(async () => (await readFile(window.path, "utf8")) === shared, "the file has it");
  });
});
