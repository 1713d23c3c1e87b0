import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type * as VSCode from "vscode";
import { chromium, type Browser } from "playwright-core";
import { chromiumFlags } from "../run/chromium.js";
import { startLiveServer, type LiveServer } from "../run/live-server.js";
import { root } from "../run/paths.js";
import { tokens, typeAt } from "./keys.ts";
import { executablePath, people, PRD, temp, until, type Inspected } from "./pair.ts";
import { picture } from "./pictures.ts";
import { stockClient, type StockClient } from "./stock-client.ts";
import { openWindow, type Window } from "./window.ts";

/**
 * What happens to a link that a colleague clicks in a mail: the computer hands it to VS Code, in which Seamwork sleeps,
 * and the person has no repository.
 */
describe("a vscode:// link", function () {
  const room = "fernwick.PRD-103";
  let server: LiveServer;
  let browser: Browser;
  let window: Window;
  let client: StockClient;
  let link = "";
  let prd = "";

  before(async () => {
    const home = join(temp, "link");
    const folder = join(home, "desk");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "shopping.txt"), "bread\n");
    const extension = join(temp, "extension");
    server = await startLiveServer({ program: join(extension, "dist/cli.js"), data: join(home, "server") });
    prd = await readFile(join(root, "docs/example", PRD), "utf8");
    await server.seed(room, prd);
    link = await server.invite({ ...people.eng, room, right: "edit" });
    client = await stockClient(await server.invite({ ...people.pm, room, right: "edit" }));
    browser = await chromium.launch({ executablePath, headless: true, args: [...chromiumFlags] });
    window = await openWindow({
      ...{ name: "eng", browser, extension, folder, file: "shopping.txt" },
      data: join(home, "data"),
    });
  });

  after(async () => {
    client?.provider.destroy();
    await window?.close();
    await browser?.close();
    await server?.stop("SIGTERM");
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await picture(window.page, "failed-link");
  });

  /** The others in the room, by handle, as the server names them. */
  const others = (): string[] =>
    [...client.provider.awareness.getStates().entries()]
      .filter(([id]) => id !== client.provider.awareness.clientID)
      .map(([, state]) => (state["user"] as { handle: string } | undefined)?.handle ?? "?");

  /** Hands the link to VS Code, as the computer does, and lets VS Code ask whether it is for Seamwork. */
  async function open(): Promise<void> {
    await window.palette("Developer: Open URL");
    await window.answer(link);
    await window.page.waitForSelector('.monaco-dialog-box:has-text("extension to open this URI?")');
    await window.press("Open");
    await window.page.waitForSelector('.monaco-dialog-box:has-text("Do you want to join")');
  }

  it("leads nowhere when the person does not want to join", async () => {
    assert.match(link, /^vscode:\/\/seamwork\.seamwork\/join\?/);
    const awake = (vscode: typeof VSCode): boolean | undefined =>
      vscode.extensions.getExtension("seamwork.seamwork")?.isActive;
    assert.equal(await window.run(awake, undefined), false);
    await open();
    const question = await window.page.locator(".monaco-dialog-box").innerText();
    assert.match(
      question,
      new RegExp(`Do you want to join a shared PRD on 127\\.0\\.0\\.1:${server.port}\\?`),
    );
    assert.match(question, /Room: fernwick\.PRD-103/);
    assert.match(question, /You join as Priya Raman \(@priya, eng\), and can edit/);
    await window.press("Cancel");
    await window.page.waitForSelector(".monaco-dialog-box", { state: "hidden" });
    assert.deepEqual(others(), []);
  });

  it("brings the PRD to somebody who has no repository, and both write in it", async () => {
    await open();
    await window.press("Join");
    await window.pick("Let Seamwork keep it");
    const inspect = (): Promise<Inspected | undefined> => window.command("seamwork.live.inspect");
    await until(async () => (await inspect())?.status === "live", "the window is connected");
    assert.deepEqual(others(), ["@priya"]);
    assert.equal((await inspect())?.text, prd);
    window.path = await window.run(
      (vscode) => vscode.window.activeTextEditor?.document.uri.fsPath ?? "",
      undefined,
    );
    assert.match(window.path, /PRD-103-.*\.prd\.md$/);
    const [mine, theirs] = [tokens("l", 3), tokens("L", 3)];
    await window.caretBehind("Every practice ");
    client.text.insert(client.text.toJSON().indexOf("waits nine days."), `${mine.typed} `);
    await typeAt(window.page, `${theirs.typed} `, 10);
    await until(() => theirs.in(client.text.toJSON()).length === 3, "what the window types arrives");
    const expected = prd
      .replace("Every practice ", `Every practice ${theirs.typed} `)
      .replace("waits nine days.", `${mine.typed} waits nine days.`);
    await until(async () => (await window.buffer()).text === expected, "the window shows both");
    assert.equal(client.text.toJSON(), expected);
    await window.page.keyboard.press("Control+S");
    await until(async () => (await readFile(window.path, "utf8")) === expected, "the file is saved");
  });
});
