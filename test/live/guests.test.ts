import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../run/paths.js";
import { tokens, typeAt } from "./keys.ts";
import { inspect, openPair, until, type Pair } from "./pair.ts";
import { stockClient, type StockClient } from "./stock-client.ts";

/** Who else comes to a PRD in which two windows are: other programs, and a colleague who may only read. */
describe("guests of two people in one PRD", function () {
  this.timeout(180_000);
  let pair: Pair;
  const clients: StockClient[] = [];

  before(async () => {
    pair = await openPair({ joined: true });
  });

  after(async () => {
    for (const { provider } of clients) provider.destroy();
    await pair?.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  /** The unmodified client, with a token that `seamwork invite` made. */
  async function guest(room: string, handle: string): Promise<StockClient> {
    const invited = { room, name: handle.slice(1), handle, role: "eng", right: "edit" } as const;
    const client = await stockClient(await pair.server.invite(invited));
    clients.push(client);
    return client;
  }

  it("three stock clients and two windows have the same text, also after the server was restarted", async () => {
    const { pm, eng } = pair;
    const three = await Promise.all(["@one", "@two", "@three"].map((handle) => guest(pair.room, handle)));
    const [mine, theirs] = [tokens("s", 8), tokens("S", 8)];
    await pm.window.caretBehind("Every practice ");
    await eng.window.caretBehind("worried owner ");
    const typing = Promise.all([
      typeAt(pm.window.page, mine.typed, 10),
      typeAt(eng.window.page, theirs.typed, 10),
    ]);
    for (const [index, { text }] of three.entries()) text.insert(text.length, `\nstock ${index}\n`);
    await typing;
    await pair.kill();
    await pair.restart();
    three[0]?.text.insert(0, " ");
    three[0]?.text.delete(0, 1);
    await until(
      async () => three.every(({ provider }) => provider.synced) && (await inspect(pm))?.status === "live",
      "everybody is back",
    );
    const text = await pair.settled();
    await until(
      () => three.every((one) => one.text.toJSON() === text),
      "the clients have the text of the windows",
    );
    for (const one of [mine, theirs]) assert.deepEqual(one.in(text), one.words);
    for (const index of three.keys()) assert.equal(text.split(`stock ${index}`).length, 2);
    await pair.quiet();
  });

  it("somebody who may only read follows in a document that VS Code does not let them change", async () => {
    const { window } = pair.eng;
    const room = "fernwick.PRD-101";
    const prd = await readFile(join(root, "docs/example/prds/PRD-101-repeat-prescriptions.prd.md"), "utf8");
    await pair.server.seed(room, prd);
    const writer = await guest(room, "@writer");
    const reader = { name: "Wei Zhang", handle: "@wei", role: "eng", right: "read" } as const;
    const link = await pair.server.invite({ ...reader, room });
    const joining = window.command("seamwork.live.join", link);
    await window.press("Join");
    await joining;
    const shown = (): Promise<{ scheme: string; text: string }> =>
      window.run((vscode) => {
        const document = vscode.window.activeTextEditor?.document;
        return { scheme: document?.uri.scheme ?? "", text: document?.getText() ?? "" };
      }, undefined);
    await until(async () => (await shown()).text === prd, "the PRD is shown");
    assert.equal((await shown()).scheme, "seamwork-live");
    await until(async () => /read only/.test(await window.status()), "the status bar says so");
    await window.focus();
    await window.page.keyboard.type("no");
    writer.text.insert(0, "yes\n");
    await until(async () => (await shown()).text === `yes\n${prd}`, "news are shown");
    assert.equal(writer.text.toJSON(), `yes\n${prd}`);
    await window.command("workbench.action.closeActiveEditor");
  });

  it("leaving keeps the file, and stopping ends it for everybody and keeps every text", async () => {
    const { pm, eng } = pair;
    const text = await pair.saved();
    await eng.window.focus();
    await eng.window.command("seamwork.live.leave");
    await until(async () => (await inspect(eng)) === undefined, "the engineer has left");
    assert.equal((await eng.window.buffer()).text.replaceAll("\r\n", "\n"), text);
    await pm.window.focus();
    const stopping = pm.window.command("seamwork.live.stop");
    await pm.window.press("Stop Sharing");
    await stopping;
    await until(async () => (await inspect(pm)) === undefined, "the PM has stopped");
    assert.equal((await pm.window.buffer()).text, text);
    await until(
      () => clients.slice(0, 3).every(({ provider }) => !provider.shouldConnect),
      "the clients are out",
    );
  });
});
