import assert from "node:assert/strict";
import { commands, window } from "vscode";
import type { Disposable, TextEditor } from "vscode";
import { registerCarets } from "../../src/extension/live/carets.ts";
import { createFollow } from "../../src/extension/live/follow.ts";
import { registerLiveStatus } from "../../src/extension/live/live-status.ts";
import { registerOwnCarets } from "../../src/extension/live/own-carets.ts";
import { registerPeople } from "../../src/extension/live/people-tree.ts";
import { press, readScreen, screenshot, type } from "./driver.ts";
import { cleanUp, openNew, pause, putCursor, until } from "./editor.ts";
import { room, somebody } from "./live-fake.ts";
import type { Room } from "./live-fake.ts";

const text = `# Waiting list

An owner can join.

${Array.from({ length: 200 }, (_, line) => `Line ${line}`).join("\n\n")}
`;

describe("the others in a shared PRD", () => {
  let editor: TextEditor;
  let shared: Room;
  let count = 0;
  const parts: Disposable[] = [];
  beforeEach(async () => {
    editor = await openNew(`notes/shared-${++count}.md`, text);
    shared = room(editor.document.uri);
  });
  afterEach(async () => {
    for (const part of parts.splice(0)) part.dispose();
    await commands.executeCommand("setContext", "seamwork.live.any", undefined);
    await cleanUp("notes");
  });
  const at = (words: string): number => editor.document.getText().indexOf(words);

  const caret = (place: number): { anchor: number; head: number }[] => [{ anchor: place, head: place }];

  it("are seen where they are, with their names for a while @smoke", async function () {
    this.timeout(120_000);
    parts.push(registerCarets(shared.prds));
    const hour = 3_600_000;
    shared.participants = [
      somebody("Ravi", 1, { selections: [{ anchor: at("owner"), head: at("owner") + 5 }] }),
      somebody("Zoe", 2, { selections: [...caret(4), ...caret(6)] }),
      somebody("Mara", 3, { active: Date.now() - 60_000, selections: caret(at("Line 1")) }),
      somebody("Lena", 4, { active: Date.now() - hour, selections: caret(at("Line 2")) }),
      somebody("Ana", 5, { selections: [] }),
    ];
    shared.changed();
    const shown = async (): Promise<number> => {
      const classes = await readScreen(".view-lines [class*=TextEditorDecorationType]", "class");
      return classes.split("\n").filter((one) => one !== "").length;
    };
    // Four carets, and two names with an element before and one after their place.
    await until(async () => (await shown()) === 8, "carets and names are on the screen");
    await screenshot("carets");
    await until(async () => (await shown()) === 4, "names go after some seconds, carets stay");
    shared.participants = [];
    shared.changed();
    await until(async () => (await shown()) === 0, "who leaves is seen no more");
  });

  it("hear of one's own carets, and when the PRD is hidden", async () => {
    parts.push(registerOwnCarets(shared.prds));
    const last = (): unknown => shared.published.at(-1);
    putCursor(editor, "owner");
    await until(() => JSON.stringify(last()) === JSON.stringify(caret(at("owner") + 5)), "the caret is told");
    assert.equal(shared.typed, 0);
    await type("s");
    await until(() => JSON.stringify(last()) === JSON.stringify(caret(at("owners") + 6)), "typing is told");
    assert.equal(shared.typed, 1);
    await commands.executeCommand("cursorWordLeftSelect");
    const word = { anchor: at("owners") + 6, head: at("owners") };
    await until(() => JSON.stringify(last()) === JSON.stringify([word]), "so is a selection");
    // An edit of somebody else moves the caret, which is no key of one's own.
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "One two\n\n"), {
      undoStopBefore: false,
      undoStopAfter: false,
    });
    await until(() => JSON.stringify(last()) !== JSON.stringify([word]), "it is where it is");
    assert.equal(shared.typed, 1);
    await openNew("notes/other.md", "# Other\n");
    await until(() => last() === undefined, "a hidden PRD has no caret");
    await window.showTextDocument(editor.document);
    await until(() => last() !== undefined, "it has one again when it is seen");
  });

  it("can be followed until one does something oneself", async () => {
    const follow = createFollow(shared.prds);
    parts.push(follow);
    const ravi = { uri: editor.document.uri, handle: "@ravi" };
    const move = (words: string): void => {
      shared.participants = [somebody("Ravi", 1, { selections: caret(at(words)) })];
      shared.changed();
    };
    const lineShown = (words: string): boolean => {
      const { line } = editor.document.positionAt(at(words));
      const [range] = window.visibleTextEditors[0]?.visibleRanges ?? [];
      return range !== undefined && range.start.line <= line && line <= range.end.line;
    };
    move("Line 150");
    await follow.follow(ravi);
    await until(() => lineShown("Line 150"), "the editor goes along");
    const item = async (): Promise<string> => (await readScreen("[id$='seamwork.following']")).trim();
    await until(async () => (await item()) === "Following Ravi", "the status bar says so");
    move("Line 20");
    await until(() => lineShown("Line 20\n"), "and goes along again");
    assert.deepEqual(follow.whom, ravi);
    await press("ArrowDown");
    await until(() => follow.whom === undefined, "a key ends it");
    await until(async () => (await item()) === "", "the status bar forgets it");
    move("Line 199");
    await pause(300);
    assert.ok(!lineShown("Line 199"), "one's own place stays");
    await follow.follow(ravi);
    shared.participants = [];
    shared.changed();
    await until(() => follow.whom === undefined, "it ends when they leave");
    await until(async () => (await item()) === "", "the status bar forgets it");
    move("Line 33");
    await follow.goTo(ravi);
    assert.equal(
      editor.document.offsetAt((window.activeTextEditor ?? editor).selection.active),
      at("Line 33"),
    );
  });

  it("are listed with what they do @smoke", async () => {
    const follow = createFollow(shared.prds);
    parts.push(follow, registerPeople(shared.prds, follow));
    const zoe = somebody("Zoe", 2, { right: "read", role: "legal", active: Date.now() - 130_000 });
    shared.participants = [somebody("Ravi", 1), zoe];
    await commands.executeCommand("setContext", "seamwork.live.any", true);
    await commands.executeCommand("seamwork.people.focus");
    let rows = "";
    const shows = (line: RegExp): Promise<unknown> =>
      until(
        async () => {
          rows = (await readScreen(".pane-body .monaco-list-row", "aria-label")).replace(/\s+/g, " ");
          return line.test(rows);
        },
        () => `${String(line)} in ${rows}`,
      );
    await shows(
      /Nadia \(you\), product, in PRD.md Ravi, engineering, in PRD.md Zoe, legal, read only, idle for 2 minutes, in PRD.md/,
    );
    shared.participants = [somebody("Ravi", 1, { typed: Date.now() }), zoe];
    shared.changed();
    await shows(/Ravi, engineering, typing, in PRD.md/);
    await screenshot("people");
    await shows(/Ravi, engineering, in PRD.md/);
    await follow.follow({ uri: editor.document.uri, handle: "@ravi" });
    await shows(/Ravi, following, engineering/);
    shared.participants = [];
    shared.changed();
    await shows(/^(?!.*Ravi).*Nadia \(you\)/);
    await commands.executeCommand("workbench.view.explorer");
  });

  it("are counted in the status bar, which tells the truth", async () => {
    parts.push(registerLiveStatus(shared.prds));
    const item = async (): Promise<string> => (await readScreen("[id$='.seamwork.live']")).trim();
    const says = (words: string): Promise<unknown> =>
      until(async () => (await item()) === words, `the status bar says ${words}`);
    await says("live · only you · saved");
    shared.participants = [somebody("Ravi", 1), somebody("Ravi", 2)];
    shared.status = { kind: "live", pending: 3 };
    shared.changed();
    await says("live · 2 people · saving…");
    shared.status = { kind: "live", pending: 0 };
    shared.changed();
    await says("live · 2 people · saved");
    await screenshot("live-status");
    shared.status = { kind: "offline", pending: 14 };
    shared.changed();
    await says("offline — 14 changes kept here");
    await openNew("notes/other.md", "# Other\n");
    await says("");
    await window.showTextDocument(editor.document);
    await says("offline — 14 changes kept here");
  });
});
