import assert from "node:assert/strict";
import { commands, TabInputTextDiff, window, workspace } from "vscode";
import type { Uri } from "vscode";
import type { LivePrd } from "../../src/collab/live-prd.ts";
import { registerHistory } from "../../src/extension/live/history.ts";
import { bringBack } from "../../src/extension/live/versions.ts";
import { press, readScreen, screenshot, type } from "./driver.ts";
import { cleanUp, openNew, until } from "./editor.ts";
import { room } from "./live-fake.ts";
import type { Room } from "./live-fake.ts";

const text = "# Waiting list\n\nAn owner can join and leave.\n";
const nadia = { handle: "@nadia", name: "Nadia" };

describe("the history of a shared PRD", () => {
  let shared: Room;
  let uri: Uri;
  let history: ReturnType<typeof registerHistory>;
  let count = 0;
  beforeEach(async () => {
    ({ uri } = (await openNew(`notes/history-${++count}.md`, text)).document);
    shared = room(uri);
    shared.history = {
      versions: [{ id: "v1", name: "Agreed with engineering", by: nadia, at: "2026-03-12T14:05:00Z" }],
      days: [
        { day: new Date().toISOString().slice(0, 10), people: [{ ...nadia, inserted: 10, deleted: 0 }] },
        { day: "2026-03-12", people: [{ ...nadia, inserted: 240, deleted: 12 }] },
        { day: "2026-03-10", people: [{ handle: "@ravi", name: "Ravi", inserted: 0, deleted: 3 }] },
      ],
    };
    shared.texts.set("v1", "# Waiting list\n\nAn owner can join.\n");
    shared.texts.set("now", text);
    shared.texts.set("2026-03-12", "# Waiting list\n\nSomebody can join.\n");
    shared.texts.set("2026-03-10", "# Waiting list\n");
    history = registerHistory(shared.prds);
  });
  afterEach(async () => {
    history.dispose();
    await commands.executeCommand("notifications.clearAll");
    await cleanUp("notes");
  });

  const live = (): LivePrd => {
    const document = shared.prds.of(uri);
    assert.ok(document !== undefined);
    return document.live;
  };
  /** Waits until a list shows something, types to find a line of it, and takes that line. */
  const pick = async (shows: RegExp, words: string): Promise<void> => {
    let rows = "";
    await until(
      async () => {
        rows = (await readScreen(".quick-input-list .monaco-list-row", "aria-label")).replace(/\s+/g, " ");
        return shows.test(rows);
      },
      () => `${String(shows)} in the list, which shows ${rows}`,
    );
    await type(words);
    await until(
      async () =>
        (await readScreen(".quick-input-list .monaco-list-row", "aria-label")).split("\n").length === 1,
      `one line for ${words}`,
    );
    await press("Enter");
  };
  /** The two texts that a comparison shows. */
  const compared = async (): Promise<[left: string, right: string, title: string]> => {
    const tab = await until(() => {
      const { activeTab } = window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof TabInputTextDiff ? activeTab : undefined;
    }, "a comparison is open");
    const { original, modified } = tab.input as TabInputTextDiff;
    const of = async (one: Uri): Promise<string> => (await workspace.openTextDocument(one)).getText();
    return [await of(original), await of(modified), tab.label];
  };

  it("lists versions and days, and compares a version with the text now", async () => {
    const showing = history.commands.history();
    const list =
      /Agreed with engineering.*Nadia, 12 March 2026.*Today.*Nadia wrote 10 characters.*Thursday, 12 March.*Nadia wrote 240 characters and removed 12.*Tuesday, 10 March.*Ravi removed 3 characters/;
    await until(
      async () =>
        list.test(
          (await readScreen(".quick-input-list .monaco-list-row", "aria-label")).replace(/\s+/g, " "),
        ),
      "what happened is listed",
    );
    await screenshot("history");
    await pick(list, "agreed");
    await pick(/Compare with the current text/, "compare");
    await showing;
    assert.deepEqual(await compared(), [
      "# Waiting list\n\nAn owner can join.\n",
      text,
      "PRD.md: “Agreed with engineering” ↔ now",
    ]);
    await screenshot("history-diff");
    assert.deepEqual(shared.replaced, []);
  });

  it("shows what changed on a day, beginning with the day before on which something happened", async () => {
    const showing = history.commands.history(uri);
    await pick(/12 March/, "thursday");
    await pick(/See what changed on that day/, "see what");
    await showing;
    const [left, right, title] = await compared();
    assert.equal(left, "# Waiting list\n");
    assert.equal(right, "# Waiting list\n\nSomebody can join.\n");
    assert.match(title, /^PRD.md: the end of Tuesday, 10 March( 2026)? ↔ the end of Thursday, 12 March/);
  });

  it("asks before it restores a text", async () => {
    const showing = history.commands.history(uri);
    await pick(/Agreed/, "agreed");
    await pick(/Restore this text/, "restore");
    // In its tests, VS Code refuses to ask, which is no yes.
    await showing;
    assert.deepEqual([shared.named, shared.replaced], [[], []]);
  });

  it("brings a text back as an edit, after keeping the text now @smoke", async () => {
    await bringBack(live(), { which: { version: "v1" }, name: "“Agreed with engineering”" });
    assert.deepEqual(shared.named, ["Before restoring Agreed with engineering"]);
    assert.deepEqual(shared.replaced, ["# Waiting list\n\nAn owner can join.\n"]);
    shared.texts.delete("v1");
    await assert.rejects(bringBack(live(), { which: { version: "v1" }, name: "“It”" }), /no such text/);
    assert.equal(shared.replaced.length, 1);
  });

  it("says in one sentence what the server could not do", async () => {
    shared.texts.delete("v1");
    const showing = history.commands.history(uri);
    await pick(/Agreed/, "agreed");
    await pick(/Compare/, "compare");
    await showing;
    // Tests ask VS Code for quiet, so that a message waits in its list.
    await commands.executeCommand("notifications.showList");
    await until(
      async () => (await readScreen(".notifications-center")).includes("The server has no such text."),
      "the sentence is shown",
    );
  });

  it("names a version once the server has the last change", async () => {
    shared.status = { kind: "live", pending: 2 };
    const naming = history.commands.nameVersion(uri);
    await until(
      async () => /Name this version/.test(await readScreen(".quick-input-widget")),
      "it asks for the name",
    );
    await type("Agreed with Ravi");
    await press("Enter");
    await until(async () => (await readScreen(".quick-input-widget:visible")) === "", "the question is gone");
    assert.deepEqual(shared.named, []);
    shared.status = { kind: "live", pending: 0 };
    shared.changed();
    await naming;
    assert.deepEqual(shared.named, ["Agreed with Ravi"]);
  });

  it("lets a reader compare, and not bring back or name", async () => {
    const reader = room(uri, "read");
    reader.history = shared.history;
    reader.texts.set("v1", "Old\n");
    const other = registerHistory(reader.prds);
    const showing = other.commands.history(uri);
    await pick(/Agreed/, "agreed");
    await showing;
    assert.equal((await compared())[0], "Old\n");
    await other.commands.nameVersion(uri);
    assert.deepEqual([reader.named, reader.replaced], [[], []]);
    other.dispose();
  });
});
