import assert from "node:assert/strict";
import type { Desk } from "./desk.ts";
import { settled, twoDesks } from "./desk.ts";

/** Types sign by sign at the end. */
function typeIn(desk: Desk, text: string): void {
  for (const sign of text) desk.type(desk.text.length, 0, sign);
}

describe("undo", () => {
  it("takes back one's own word, not what the other wrote since", async () => {
    const [a, b] = twoDesks("");
    typeIn(a, "one two");
    await settled(a, b);
    b.type(3, 0, " and a half");
    await settled(a, b);
    assert.ok(a.binding.undo());
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["one and a half", "one and a half"]);
    assert.ok(a.binding.undo());
    await settled(a, b);
    assert.equal(b.text, " and a half");
    assert.equal(a.binding.undo(), false);
    a.binding.redo();
    a.binding.redo();
    await settled(a, b);
    assert.equal(b.text, "one and a half two");
    assert.deepEqual([a.binding.canUndo, a.binding.canRedo], [true, false]);
  });

  it("goes on with a step although the other types in between", async () => {
    const [a, b] = twoDesks("-");
    for (const sign of "word") {
      typeIn(a, sign);
      b.type(0, 0, "b");
      await settled(a, b);
    }
    assert.equal(a.text, "bbbb-word");
    a.binding.undo();
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["bbbb-", "bbbb-"]);
  });

  it("makes a step of a run of deletions, of a line end, of a paste and of a caret moved elsewhere", async () => {
    const [a] = twoDesks("abcdef");
    const texts = [a.text];
    const remember = (): void => void texts.push(a.text);
    a.type(5, 1, "");
    a.type(4, 1, "");
    remember();
    a.type(4, 0, "\n");
    remember();
    a.type(5, 0, "pasted");
    remember();
    a.type(0, 0, "x");
    remember();
    a.type(3, 0, "y");
    while (texts.length > 0) {
      assert.ok(a.binding.undo());
      await settled(a);
      assert.equal(a.text, texts.pop());
    }
    assert.equal(a.binding.canUndo, false);
  });

  it("makes one step of typing with several carets", async () => {
    const [a] = twoDesks("1\n2\n");
    a.change({
      edits: [
        { offset: 3, length: 0, text: "a" },
        { offset: 1, length: 0, text: "a" },
      ],
    });
    a.change({
      edits: [
        { offset: 5, length: 0, text: "b" },
        { offset: 2, length: 0, text: "b" },
      ],
    });
    assert.equal(a.text, "1ab\n2ab\n");
    a.binding.undo();
    await settled(a);
    assert.equal(a.text, "1\n2\n");
  });

  it("brings the selection back", async () => {
    const [a, b] = twoDesks("one two three");
    a.selections = [{ anchor: 7, head: 4 }];
    a.type(4, 3, "2");
    a.selections = [{ anchor: 0, head: 0 }];
    b.type(0, 0, "zero ");
    await settled(a, b);
    a.binding.undo();
    await settled(a, b);
    assert.equal(a.text, "zero one two three");
    assert.deepEqual(a.selections, [{ anchor: 12, head: 9 }]);
    a.binding.redo();
    await settled(a, b);
    assert.deepEqual(a.selections, [{ anchor: 10, head: 10 }]);
  });

  it("puts the caret where typing began when the editor tells its caret late", async () => {
    const [a] = twoDesks("ab");
    a.selections = [{ anchor: 2, head: 2 }];
    a.type(1, 0, "x");
    a.binding.undo();
    await settled(a);
    assert.deepEqual(a.selections, [{ anchor: 1, head: 1 }]);
  });

  it("makes of the editor's own undo an undo of one's own, and gives back what it took from others", async () => {
    const [a, b] = twoDesks("start");
    typeIn(a, " mine");
    await settled(a, b);
    b.type(0, 0, "theirs ");
    await settled(a, b);
    const sent: string[] = [];
    b.doc.getText("content").observe(() => void sent.push(b.doc.getText("content").toJSON()));
    // The editor's stack holds both.
    a.change({ edits: [{ offset: 0, length: a.text.length, text: "start" }], reason: "undo" });
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["theirs start", "theirs start"]);
    assert.deepEqual(sent, ["theirs start"]);
    a.change({ edits: [{ offset: 0, length: 0, text: "?" }], reason: "redo" });
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["theirs start mine", "theirs start mine"]);
  });

  it("brings nothing back twice when two use the editor's undo at the same time and type on", async () => {
    const [a, b] = twoDesks("one two");
    a.refuse = b.refuse = Infinity;
    a.change({ edits: [{ offset: 0, length: 4, text: "" }], reason: "undo" });
    b.change({ edits: [{ offset: 0, length: 4, text: "" }], reason: "undo" });
    a.type(3, 0, "a");
    b.type(3, 0, "b");
    a.refuse = b.refuse = 0;
    await settled(a, b);
    assert.equal(a.text, b.text);
    assert.match(a.text, /^one two(ab|ba)$/);
  });

  it("forgets the oldest of very many steps", async () => {
    const [a] = twoDesks("");
    for (let i = 0; i < 1100; i++) a.type(0, 0, "word ");
    let steps = 0;
    while (a.binding.undo()) steps++;
    await settled(a);
    assert.equal(steps, 1000);
    assert.equal(a.text, "word ".repeat(100));
  });
});
