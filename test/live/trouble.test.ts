import assert from "node:assert/strict";
import { cp, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser } from "playwright-core";
import { keysOf, signToken } from "../../server/access/tokens.ts";
import { linkOf } from "../../src/collab/link.ts";
import { PROTOCOL_VERSION } from "../../src/collab/protocol.ts";
import { chromiumFlags } from "../run/chromium.js";
import { startLiveServer, type LiveServer } from "../run/live-server.js";
import { root } from "../run/paths.js";
import { tokens } from "./keys.ts";
import { executablePath, people, PRD, temp, until, type Inspected } from "./pair.ts";
import { picture } from "./pictures.ts";
import { stockClient } from "./stock-client.ts";
import { openWindow, type Window } from "./window.ts";

/** What a person is told in VS Code when joining does not work, and what becomes of the PRD that they have. */
describe("when joining does not work", function () {
  this.timeout(120_000);
  const room = "fernwick.PRD-103";
  const home = join(temp, "trouble");
  const folder = join(home, "fernwick");
  const data = join(home, "server");
  const program = join(temp, "extension/dist/cli.js");
  const others: Server[] = [];
  let server: LiveServer;
  let browser: Browser;
  let window: Window;
  let prd = "";

  before(async () => {
    await cp(join(root, "docs/example"), folder, { recursive: true });
    prd = await readFile(join(folder, PRD), "utf8");
    server = await startLiveServer({ program, data });
    browser = await chromium.launch({ executablePath, headless: true, args: [...chromiumFlags] });
    window = await openWindow({
      ...{ name: "eng", browser, folder, file: PRD, data: join(home, "data") },
      extension: join(temp, "extension"),
      settings: { "seamwork.me": people.eng.handle },
    });
  });

  after(async () => {
    await window?.close();
    await browser?.close();
    await server?.stop("SIGTERM");
    for (const other of others) other.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await picture(window.page, "failed-trouble");
    await window.calm();
    window.notes.length = 0;
  });

  const invite = (): Promise<string> => server.invite({ ...people.eng, room, right: "edit" });
  const inspect = (): Promise<Inspected | undefined> => window.command("seamwork.live.inspect");

  /** A link to a server that gives one answer to `GET /` and one to all else. */
  async function linkTo(
    greeting: object | string,
    status = 200,
    answer: object = {},
    ahead = 0,
  ): Promise<string> {
    const other = createServer(({ url }, response) => {
      response.setHeader("date", new Date(Date.now() + ahead).toUTCString());
      if (url === "/") response.end(typeof greeting === "string" ? greeting : JSON.stringify(greeting));
      else response.writeHead(status).end(JSON.stringify(answer));
    }).listen(0, "127.0.0.1");
    others.push(other);
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    return server.invite({ ...people.eng, room, right: "edit", server: `ws://127.0.0.1:${port}` });
  }

  /** A link for the room whose token is signed with another secret, or over since yesterday. */
  async function linkWith(secret: string, expires: number): Promise<string> {
    const token = await signToken(
      { ...people.eng, right: "edit", room, expires, until: expires },
      keysOf(secret),
    );
    return linkOf({ server: server.url, room, token });
  }

  const greeting = { name: "seamwork", version: "9.9.9", protocol: PROTOCOL_VERSION };
  const day = 86_400_000;
  const secret = (): Promise<string> => readFile(join(data, "test-secret"), "utf8");
  const held = /^This invitation is not valid here, or no longer; whoever sent it can make a new one\.$/;
  const troubles: Record<string, [link: () => Promise<string>, sentence: RegExp]> = {
    "the link is of something else": [
      () => Promise.resolve("https://example.com/join?room=a"),
      /^This is not an invitation to a PRD: it should begin with .+ Did you copy all of it\?$/,
    ],
    "the end of the link is missing": [
      async () => (await invite()).slice(0, -50),
      /^(?:Part of this link is missing\.|The invitation in this link is incomplete\.) Did you copy all of it\?/,
    ],
    "the invitation has expired": [async () => linkWith(await secret(), Date.now() - day), held],
    "the invitation was made by another server": [() => linkWith("0".repeat(64), Date.now() + day), held],
    "nobody answers": [
      async () => (await invite()).replace(`${server.port}`, "1"),
      /^127\.0\.0\.1:1 cannot be reached\. Is the server running, and are you on its network\?$/,
    ],
    "the server is newer": [
      () => linkTo({ ...greeting, protocol: PROTOCOL_VERSION + 1 }),
      /^The server at 127\.0\.0\.1:\d+ is newer than this Seamwork\. Update the extension to join\.$/,
    ],
    "the server is older": [
      () => linkTo({ ...greeting, protocol: PROTOCOL_VERSION - 1 }),
      /^The server at 127\.0\.0\.1:\d+ is older than this Seamwork\. Whoever runs it needs to update it\.$/,
    ],
    "something else answers": [
      () => linkTo("<html>"),
      /^127\.0\.0\.1:\d+ answers, but it is not a Seamwork server\. Is the address right\?$/,
    ],
    "a clock is a day off": [
      () => linkTo(greeting, 401, { error: "This invitation has expired." }, day),
      /^This invitation has expired\. \(This computer's clock and the server's are 24 hours apart; is yours right\?\)$/,
    ],
  };
  for (const [what, [link, sentence]] of Object.entries(troubles)) {
    it(`because ${what}, says so in one sentence and leaves the PRD as it is`, async () => {
      const joining = window.command("seamwork.live.join", await link());
      if (!/you copy/.test(sentence.source)) await window.press("Join");
      await joining;
      await window.told(sentence);
      // The list may show one twice.
      const said = window.notes.filter(({ severity }) => severity !== "info").map(({ text }) => text);
      assert.equal(new Set(said).size, 1, JSON.stringify(said));
      assert.deepEqual(await window.buffer(), { text: prd, dirty: false });
      assert.equal(await readFile(window.path, "utf8"), prd);
      assert.equal(await inspect(), undefined);
    });
  }

  if (process.platform !== "win32")
    it("and when it did, but the server's disk is full: never says saved, and loses nothing", async () => {
      await server.seed(room, prd);
      const joining = window.command("seamwork.live.join", await invite());
      await window.press("Join");
      await joining;
      await until(async () => /live · .* · saved/.test(await window.status()), "it is live");
      await server.stop("SIGKILL");
      server = await startLiveServer({ program, data, port: server.port, fileKilobytes: 16 });
      const other = await stockClient(await server.invite({ ...people.pm, room, right: "edit" }));
      await until(async () => (await inspect())?.status === "live", "it is live again");

      const words = tokens("v", 6000);
      await window.page.evaluate((text) => navigator.clipboard.writeText(text), `${words.typed} `);
      await window.caretBehind("Every practice ");
      await window.page.keyboard.press("Control+V");
      await until(() => words.in(other.text.toJSON()).length === words.words.length, "the other one has it");
      await until(async () => /live · .* · saving…/.test(await window.status()), "it is being saved");
      for (let seconds = 0; seconds < 5; seconds += 1) {
        assert.match(await window.status(), /live · .* · saving…/);
        await sleep(1000);
      }
      const item = window.page.locator("[id='seamwork.seamwork.seamwork.live'] [aria-label]").first();
      assert.match((await item.getAttribute("aria-label")) ?? "", /its disk may be full/);
      const expected = prd.replace("Every practice ", `Every practice ${words.typed} `);
      await window.page.keyboard.press("Control+S");
      await until(async () => (await readFile(window.path, "utf8")) === expected, "the file has it");

      other.provider.destroy();
      await server.stop("SIGKILL");
      server = await startLiveServer({ program, data, port: server.port });
      await until(async () => /live · .* · saved/.test(await window.status()), "it is saved");
      const late = await stockClient(await server.invite({ ...people.pm, room, right: "edit" }));
      assert.equal(late.text.toJSON(), expected);
      late.provider.destroy();
    });
});
