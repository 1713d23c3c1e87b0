import assert from "node:assert/strict";
import { settled, twoDesks } from "./desk.ts";

describe("a file that changes on disk below a live session", () => {
  it("asks, freezes the buffer and goes on with the shared text", async () => {
    const [a, b] = twoDesks("one\ntwo\n");
    a.save();
    a.type(3, 0, "!");
    await settled(a, b);
    a.fromDisk("one\ntwo\n");
    assert.equal(a.binding.state, "asking");
    assert.deepEqual(a.reverts, [{ base: "one\ntwo\n", disk: "one\ntwo\n", shared: "one!\ntwo\n" }]);
    b.type(b.text.length, 0, "three");
    a.type(0, 0, "> ");
    await settled(b);
    assert.equal(a.text, "> one\ntwo\n");
    a.answer("keep-shared");
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["> one!\ntwo\nthree", "> one!\ntwo\nthree"]);
  });

  it("makes the file's text an edit for everybody, which keeps what came in since and can be undone", async () => {
    const [a, b] = twoDesks("one\ntwo\n");
    a.fromDisk("one\n2\n");
    b.type(8, 0, "three\n");
    a.answer("take-mine");
    await settled(b);
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["one\n2\nthree\n", "one\n2\nthree\n"]);
    a.binding.undo();
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["one\ntwo\nthree\n", "one\ntwo\nthree\n"]);
  });

  it("does not take out with the file's text what the person never saw", async () => {
    const [a, b] = twoDesks("one\ntwo\n");
    a.refuse = Infinity;
    b.type(8, 0, "three\n");
    await settled(b);
    a.fromDisk("one\n");
    a.answer("take-mine");
    a.refuse = 0;
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["one\nthree\n", "one\nthree\n"]);
  });

  it("merges what the disk and what the others changed, and hands out what is lost", async () => {
    const [a, b] = twoDesks("one\ntwo\nthree\n");
    b.type(0, 3, "first");
    await settled(a, b);
    a.fromDisk("1\ntwo\n3\n");
    a.type(0, 0, "x");
    a.answer("merge");
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["xfirst\ntwo\n3\n", "xfirst\ntwo\n3\n"]);
    assert.deepEqual(a.repairs, [
      { cause: "disk", mine: "x1\ntwo\n3\n", text: "xfirst\ntwo\n3\n", lost: true, count: 1 },
    ]);
  });

  it("does not ask about new line ends, nor about a file that has the shared text", async () => {
    const [a, b] = twoDesks("one\ntwo\n");
    a.fromDisk("one\r\ntwo\r\n");
    assert.equal(a.binding.state, "settled");
    a.refuse = Infinity;
    b.type(0, 0, "zero\n");
    await settled(b);
    a.fromDisk("zero\r\none\r\ntwo\r\n");
    await settled(a, b);
    assert.deepEqual([a.text, b.text, a.reverts], ["zero\r\none\r\ntwo\r\n", "zero\none\ntwo\n", []]);
  });

  it("keeps the shared text when the question fails or the buffer is closed meanwhile", async () => {
    const [a, b] = twoDesks("one");
    a.fromDisk("1");
    a.type(1, 0, "!");
    a.binding.dispose();
    a.answer("take-mine");
    await settled(b);
    assert.equal(b.text, "one!");
  });
});
