import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tokens, typeAt } from "./keys.ts";
import { inspect, openPair, people, until, type Pair } from "./pair.ts";

const CYCLE = "cycles/2026-Q3.md";

/** A cycle is shared as a PRD is, and whoever agrees its split does so before the other one's eyes. */
describe("sharing a cycle", function () {
  let pair: Pair;
  let invitation = "";

  before(async () => {
    pair = await openPair({ joined: false });
    for (const { window } of pair.both) {
      window.path = join(window.path, "../..", CYCLE);
      if (window === pair.eng.window)
        await writeFile(window.path, (await readFile(window.path, "utf8")).replaceAll("\n", "\r\n"));
      await window.caretBehind("# 2026-Q3");
    }
  });

  after(() => pair?.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  it("puts it on the team's server and copies a link for a colleague", async () => {
    const { window, network } = pair.pm;
    const server = `ws://127.0.0.1:${network.port}`;
    await window.palette("Seamwork: Join with a Link");
    await window.answer(
      await pair.server.invite({ ...people.pm, room: "fernwick.*", right: "edit", server }),
    );
    await window.press("Keep the Link");
    await window.told(/From now on/);
    await window.calm();
    await window.caretBehind("# 2026-Q3");
    await window.palette("Seamwork: Share This PRD…");
    await window.told(/2026-Q3\.md is shared on 127\.0\.0\.1/);
    await window.press("Copy Invitation Link");
    await window.pick("Priya Raman");
    await window.pick("Priya Raman can edit");
    await window.told(/on the clipboard/);
    invitation = await window.page.evaluate(() => navigator.clipboard.readText());
    await window.calm();
    assert.match(invitation, /^vscode:\/\/seamwork\.seamwork\/join\?/);
  });

  it("lets the other side join with the cycle that it has", async () => {
    const { eng } = pair;
    await eng.window.palette("Seamwork: Join with a Link");
    await eng.window.answer(invitation);
    await eng.window.press("Join");
    await until(
      async () => /live · 2 people · saved/.test(await eng.window.status()),
      "the engineer has joined",
    );
    assert.deepEqual((await inspect(pair.pm))?.people, [{ handle: "@priya", name: "Priya Raman" }]);
  });

  it("shows that the other side agreed as it happens, and keeps what both write", async () => {
    const { pm, eng } = pair;
    const [mine, theirs] = [tokens("g", 8), tokens("G", 8)];
    await pm.window.caretBehind("the waiting list moves to Q4, ");
    const typing = typeAt(pm.window.page, mine.typed, 10);
    assert.doesNotMatch((await pm.window.buffer()).text, /\*\*Agreed\*\* @priya/);
    await eng.window.command("seamwork.agree");
    await until(
      async () =>
        /^- \*\*Agreed\*\* @priya, \d{4}-\d\d-\d\d `p55 h30 o15`$/m.test((await pm.window.buffer()).text),
      "product sees who agreed before anything is saved",
    );
    await typing;
    await eng.window.caretBehind("the search beyond a year ");
    await typeAt(eng.window.page, theirs.typed, 10);
    await until(async () => {
      const text = (await inspect(pm))?.text ?? "";
      return mine.in(text).length === mine.words.length && theirs.in(text).length === theirs.words.length;
    }, "all that was typed arrives");
    const text = await pair.saved();
    assert.deepEqual([mine.in(text), theirs.in(text)], [mine.words, theirs.words]);
    assert.equal(text.match(/\*\*Agreed\*\* @priya, /g)?.length, 1, text);
    await pair.quiet();
  });
});
