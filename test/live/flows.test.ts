import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { tokens, typeAt } from "./keys.ts";
import { inspect, openPair, people, until, type Pair } from "./pair.ts";
import { pictures, sideBySide } from "./pictures.ts";

/** From a link of the team to a shared PRD with a history, as people click it. */
describe("sharing a PRD", function () {
  let pair: Pair;
  let invitation = "";

  before(async () => {
    pair = await openPair({ joined: false });
  });

  after(() => pair?.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  it("keeps the team's link only when the person agrees", async () => {
    const { window, network } = pair.pm;
    const server = `ws://127.0.0.1:${network.port}`;
    const link = await pair.server.invite({ ...people.pm, room: "fernwick.*", right: "edit", server });
    await window.palette("Seamwork: Join with a Link");
    await window.answer(link);
    await window.page.waitForSelector(`.monaco-dialog-box:has-text("127.0.0.1:${network.port}")`);
    await pictures(window, "live-team-link");
    await window.press("Keep the Link");
    await window.told(/From now on/);
    await window.calm();
  });

  it("shares the PRD on the team's server and copies a link for a colleague", async () => {
    const { window } = pair.pm;
    await window.focus();
    await window.palette("Seamwork: Share This PRD…");
    await window.told(/is shared on 127\.0\.0\.1/);
    await window.press("Copy Invitation Link");
    await window.page.waitForSelector('.quick-input-list .monaco-list-row:has-text("Priya Raman")');
    await pictures(window, "live-invite");
    await window.pick("Priya Raman");
    await window.pick("Priya Raman can edit");
    await window.told(/on the clipboard/);
    invitation = await window.page.evaluate(() => navigator.clipboard.readText());
    await window.calm();
    assert.match(invitation, /^vscode:\/\/seamwork\.seamwork\/join\?/);
  });

  it("lets the colleague join after showing where the link leads", async () => {
    const { window } = pair.eng;
    await window.palette("Seamwork: Join with a Link");
    await window.answer(invitation);
    await window.page.waitForSelector('.monaco-dialog-box:has-text("Priya Raman")');
    await pictures(window, "live-join");
    await window.press("Join");
    await until(async () => /live · 2 people · saved/.test(await window.status()), "the engineer has joined");
    assert.deepEqual((await inspect(pair.pm))?.people, [{ handle: "@priya", name: "Priya Raman" }]);
  });

  it("shows who is where", async () => {
    const { pm, eng } = pair;
    const [mine, theirs] = [tokens("a", 3), tokens("A", 3)];
    await pm.window.caretBehind("Every practice ");
    await eng.window.caretBehind("worried owner ");
    await Promise.all([typeAt(pm.window.page, mine.typed, 10), typeAt(eng.window.page, theirs.typed, 10)]);
    const text = await pair.saved();
    assert.deepEqual([mine.in(text), theirs.in(text)], [mine.words, theirs.words]);
    await eng.window.page.keyboard.press("Control+Shift+ArrowLeft");
    await pm.window.palette("Seamwork: Focus on People View");
    await pm.window.page.waitForSelector('.pane-body .monaco-list-row:has-text("Priya Raman")');
    await sleep(500);
    await pictures(pm.window, "live-people");
    await sideBySide(pair.browser, [pm.window.page, eng.window.page], "live-carets");
  });

  it("says offline when it is, and how much is kept", async () => {
    const { pm } = pair;
    const more = tokens("d", 2);
    pm.network.cut();
    await until(async () => /offline/.test(await pm.window.status()), "the status bar says so");
    await pm.window.caretBehind("Moving people ");
    await typeAt(pm.window.page, more.typed, 10);
    await until(async () => /offline — \d+ changes kept here/.test(await pm.window.status()), "it counts");
    await pictures(pm.window, "live-offline");
    pm.network.restore();
    assert.deepEqual(more.in(await pair.saved()), more.words);
    await pair.quiet();
  });

  it("names a version and shows the history", async () => {
    const { window } = pair.pm;
    await window.palette("Seamwork: Name This Version");
    await window.answer("Before the review");
    await window.palette("Seamwork: Show History");
    await window.page.waitForSelector('.quick-input-list .monaco-list-row:has-text("Before the review")');
    await pictures(window, "live-history");
    await window.page.keyboard.press("Escape");
    await pair.quiet();
  });
});
