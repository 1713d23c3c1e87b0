import assert from "node:assert/strict";
import { networkInterfaces } from "node:os";
import { tokens, typeAt } from "./keys.ts";
import { inspect, openPair, until, type Pair } from "./pair.ts";

/** A PM shares a PRD from the own computer, with no server set up, and an engineer joins that computer. */
describe("sharing a PRD from this computer", function () {
  let pair: Pair;
  const isOnNetwork = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .some(({ family, internal }) => family === "IPv4" && !internal);

  before(async () => {
    pair = await openPair({ joined: false });
  });

  after(() => pair?.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  it("starts the server inside of VS Code and says where it listens", async () => {
    const { window } = pair.pm;
    await window.focus();
    await window.palette("Seamwork: Share This PRD from This Computer…");
    await window.told(
      isOnNetwork
        ? /is shared from this computer, at \d+\.\d+\.\d+\.\d+:\d+/
        : /is shared from this computer, which is not on a network yet/,
    );
    await until(async () => (await inspect(pair.pm))?.status === "live", "the PRD is shared");
  });

  it("lets a colleague join over the certificate that was made on the spot, and both type", async () => {
    const { pm, eng } = pair;
    await pm.window.press("Copy Invitation Link");
    await pm.window.pick("Priya Raman");
    await pm.window.pick("Priya Raman can edit");
    // Where nobody could join, the person hears that instead of getting a link.
    if (!isOnNetwork) {
      await pm.window.told(/is on no network/);
      return;
    }
    await pm.window.told(/on the clipboard/);
    const link = await pm.window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /[?&]fingerprint=[0-9a-f]{64}/);
    await eng.window.palette("Seamwork: Join with a Link");
    await eng.window.answer(link);
    await eng.window.page.waitForSelector('.monaco-dialog-box:has-text("It is a colleague\'s own computer")');
    await eng.window.press("Join");
    await until(async () => (await inspect(eng))?.status === "live", "the engineer has joined");
    const [mine, theirs] = [tokens("f", 5), tokens("F", 5)];
    await pm.window.caretBehind("Every practice ");
    await eng.window.caretBehind("worried owner ");
    await Promise.all([typeAt(pm.window.page, mine.typed, 10), typeAt(eng.window.page, theirs.typed, 10)]);
    await until(async () => {
      const text = (await inspect(pm))?.text ?? "";
      return mine.in(text).length === mine.words.length && theirs.in(text).length === theirs.words.length;
    }, "all that was typed arrives");
    const text = await pair.saved();
    assert.deepEqual([mine.in(text), theirs.in(text)], [mine.words, theirs.words]);
    await pair.quiet();
  });
});
