import assert from "node:assert/strict";
import * as Y from "yjs";
import { bind } from "../../../../src/collab/binding/bind.ts";
import type { Binding } from "../../../../src/collab/binding/binding.ts";
import { MINE } from "../../../../src/collab/binding/undo.ts";
import { applyText } from "../../../../src/collab/text/edits.ts";
import { createClock } from "./clock.ts";
import { deskOf, settled, twoDesks } from "./desk.ts";

describe("binding", () => {
  it("shows on one side what is typed on the other, each with its own line ends", async () => {
    const [a, b] = twoDesks("one\r\ntwo\r\n", "one\ntwo\n");
    a.type(3, 0, " and\r\na half");
    b.type(4, 3, "three");
    await settled(a, b);
    assert.equal(a.text, "one and\r\na half\r\nthree\r\n");
    assert.equal(b.text, "one and\na half\nthree\n");
    assert.equal(a.doc.getText("content").toJSON(), b.text);
  });

  it("computes an edit anew when somebody typed while it was under way", async () => {
    const [a, b] = twoDesks("abc");
    a.interrupt = () => a.type(0, 0, ">");
    b.type(3, 0, "<");
    await settled(a, b);
    assert.deepEqual([a.text, b.text], [">abc<", ">abc<"]);
    assert.deepEqual(
      a.events.map(({ kind }) => kind),
      ["refused", "applied"],
    );
  });

  it("tries again when it is refused for no reason, and brings all that piled up in one edit", async () => {
    const [a, b] = twoDesks("abc");
    a.refuse = 3;
    for (const sign of "123") {
      b.type(b.text.length, 0, sign);
      await Promise.resolve();
    }
    await settled(a, b);
    assert.equal(a.text, "abc123");
    assert.equal(a.events.filter(({ kind }) => kind === "applied").length, 1);
  });

  it("counts twice what two typed at the same time, even when the editor could not tell them apart", async () => {
    const [a, b] = twoDesks("abc");
    a.interrupt = () => a.type(3, 0, "!");
    b.type(3, 0, "!");
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["abc!!", "abc!!"]);
    assert.ok(a.events.some(({ kind }) => kind === "twin"));
  });

  it("writes nothing for somebody who only reads, even when they typed what was on its way", async () => {
    const doc = new Y.Doc();
    doc.getText("content").insert(0, "abc");
    const desk = deskOf(doc, "abc", "read");
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("content").insert(3, "!");
    desk.interrupt = () => desk.type(3, 0, "!");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "server");
    await settled(desk);
    assert.ok(desk.events.some(({ kind }) => kind === "twin"));
    assert.deepEqual([doc.getText("content").toJSON(), desk.text], ["abc!", "abc!"]);
  });

  it("waits twice as long each time that it is refused for no reason, up to a second", async () => {
    const clock = createClock();
    const timers = clock.install();
    try {
      const [a, b] = twoDesks("abc");
      const times: number[] = [];
      a.refuse = 11;
      a.log = ({ kind }) => void (kind === "refused" && times.push(clock.now));
      clock.after(0, () => b.type(3, 0, "!"));
      await clock.run();
      assert.deepEqual(
        times.slice(1).map((time, index) => time - times[index]!),
        [10, 20, 40, 80, 160, 320, 640, 1000, 1000, 1000],
      );
      assert.equal(a.text, "abc!");
      // A key of the person's own makes the next try at once, and the waits short again.
      times.length = 0;
      a.refuse = 5;
      clock.after(0, () => b.type(4, 0, "?"));
      clock.after(31, () => a.type(0, 0, ">"));
      const start = clock.now;
      await clock.run();
      assert.deepEqual(
        times.map((time) => time - start),
        [0, 10, 30, 31, 41],
      );
    } finally {
      timers.restore();
    }
  });

  it("brings a buffer to the shared text at the start and keeps what is typed meanwhile", async () => {
    const doc = new Y.Doc();
    doc.getText("content").insert(0, "# Title\n\nText that arrived.\n");
    const desk = deskOf(doc, "# Title\n");
    desk.type(7, 0, "!");
    assert.equal(doc.getText("content").toJSON(), "# Title!\n\nText that arrived.\n");
    await settled(desk);
    assert.equal(desk.text, "# Title!\n\nText that arrived.\n");
  });

  it("takes in a room that only reads, and puts back what is typed there", async () => {
    const doc = new Y.Doc();
    doc.getText("content").insert(0, "Read me.");
    const desk = deskOf(doc, "Read me.", "read");
    const sent: Uint8Array[] = [];
    doc.on(
      "update",
      (update: Uint8Array, origin: unknown) => void (origin !== "server" && sent.push(update)),
    );
    desk.type(0, 4, "Change");
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("content").insert(8, "\r\nMore.\r");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "server");
    await settled(desk);
    assert.equal(desk.text, "Read me.\nMore.");
    assert.equal(desk.binding.undo(), false);
    assert.deepEqual(sent, []);
    desk.type(14, 0, "x");
    await settled(desk);
    assert.equal(desk.text, "Read me.\nMore.");
  });

  it("leaves no carriage return of another program in the shared text", async () => {
    const [a, b] = twoDesks("one");
    a.doc.getText("content").insert(3, "\r\ntwo");
    await settled(a, b);
    assert.deepEqual([a.text, b.text, a.doc.getText("content").toJSON()], Array(3).fill("one\ntwo"));
  });

  it("maps offsets to the shared text and back, also while text is under way", async () => {
    const [a, b] = twoDesks("one\r\ntwo", "one\ntwo");
    a.refuse = Infinity;
    b.type(0, 0, "zero\n");
    await settled(b);
    assert.equal(a.binding.state, "behind");
    assert.equal(a.binding.toShared(a.text.indexOf("two")), 9);
    assert.equal(a.binding.toBuffer(9), 5);
    a.refuse = 0;
    await settled(a);
    assert.equal(a.binding.toBuffer(9), a.text.indexOf("two"));
    assert.equal(a.binding.toShared(a.text.indexOf("two")), 9);
  });

  it("merges and tells when the buffer is not what its events told", async () => {
    const [a, b] = twoDesks("one two three");
    a.refuse = Infinity;
    b.type(13, 0, " four");
    a.corrupt("one 2 three");
    a.refuse = 0;
    a.type(0, 0, "zero ");
    await settled(a, b);
    assert.deepEqual([a.text, b.text], ["zero one 2 three four", "zero one 2 three four"]);
    assert.deepEqual(
      a.repairs.map(({ cause, lost, count }) => ({ cause, lost, count })),
      [{ cause: "invariant", lost: false, count: 1 }],
    );
  });

  it("shows what is changed for the person from elsewhere, and undo takes it back alone", async () => {
    const [a, b] = twoDesks("one");
    a.type(3, 0, "!");
    applyText(a.doc.getText("content"), "restored", MINE);
    await settled(a, b);
    assert.equal(b.text, "restored");
    a.binding.undo();
    await settled(a, b);
    assert.equal(b.text, "one!");
  });

  it("does not take for typed what an earlier binding of the buffer had under way", async () => {
    const [a, b] = twoDesks("one");
    let next: Binding | undefined;
    a.interrupt = () => {
      a.binding.dispose();
      next = bind({
        network: a.doc,
        editor: a.port,
        right: "edit",
        log: () => undefined,
        onRevert: () => Promise.resolve("keep-shared"),
        onRepaired: () => assert.fail(),
      });
    };
    b.type(3, 0, " two");
    await settled(a, b);
    await next?.settled();
    assert.deepEqual([a.text, b.text, next?.state], ["one two", "one two", "settled"]);
  });

  it("lets go of both when it is disposed", async () => {
    const [a, b] = twoDesks("one");
    a.binding.dispose();
    a.binding.dispose();
    await a.binding.settled();
    assert.equal(a.binding.state, "closed");
    a.type(0, 0, "x");
    b.type(3, 0, "y");
    await settled(b);
    assert.deepEqual([a.text, b.text], ["xone", "oney"]);
  });
});
