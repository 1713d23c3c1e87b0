/** Clients that send what no client sends, too much of it, or read nothing. */
import assert from "node:assert/strict";
import { connect as connectTcp } from "node:net";
import type { Socket } from "node:net";
import * as Y from "yjs";
import { MESSAGE_AWARENESS, MESSAGE_SYNC, TEXT_NAME, closeCodes } from "../../src/collab/protocol.ts";
import { readUpdate } from "../../server/room/update.ts";
import { connect, frameOf, pause, textOf, until, updateFrame, updatesOf } from "./peer.ts";
import { rounds } from "../long.ts";
import { randomFrom } from "../random.ts";
import type { Peer } from "./peer.ts";
import { tokenFor } from "./program.ts";
import { scene } from "./scene.ts";

const MB = 1024 * 1024;
const FRAMES = rounds(25_000, 200_000);

describe("a client that sends nonsense", () => {
  const at = scene();

  it(`can send ${FRAMES} random frames`, async () => {
    const random = randomFrom(1);
    const known = typedUpdates(200, random);
    const token = tokenFor("nonsense");
    let sent = 0;
    const one = async () => {
      while (sent < FRAMES) {
        const peer = await connect(at.server.url, "nonsense", token, { ask: false });
        // What follows a frame that closes the socket is sent all the same.
        for (let n = 0; n < 25; n++, sent++) peer.send(nonsense(random, known));
        peer.send(Uint8Array.of(99));
        const { code } = await peer.closed;
        assert.equal(code, closeCodes.badFrame);
      }
    };
    await Promise.all(Array.from({ length: 40 }, one));
    const honest = await connect(at.server.url, "nonsense", token, { query: "durable=1" });
    await honest.synced;
    assert.deepEqual([...honest.doc.share.keys()], [TEXT_NAME]);
    const written = updatesOf(honest.doc, () => honest.doc.getText(TEXT_NAME).insert(0, "still here "));
    for (const update of written) honest.send(updateFrame(update));
    await until("the room takes text", () => honest.durable > 0);
    const next = await connect(at.server.url, "nonsense", token);
    await next.synced;
    assert.equal(textOf(next.doc), textOf(honest.doc));
    assert(textOf(next.doc).includes("still here "));
    await Promise.all([honest.close(), next.close()]);
  });

  it("cannot get an update past the server at which Yjs fails, or that is more than text", () => {
    const random = randomFrom(2);
    const known = typedUpdates(200, random);
    const whole = Y.mergeUpdates(known);
    let accepted = 0;
    for (let n = 0; n < 15_000; n++) {
      const update = changed(random, known);
      if (!isAccepted(update)) continue;
      accepted++;
      const hex = `after ${n} updates: ${Buffer.from(update).toString("hex")}`;
      const doc = new Y.Doc();
      assert.doesNotThrow(() => Y.applyUpdate(doc, Y.mergeUpdates([whole, update])), hex);
      Y.applyUpdate(doc, update);
      assert.deepEqual([...doc.share.keys()], [TEXT_NAME], hex);
      for (const { insert, attributes } of doc.getText(TEXT_NAME).toDelta())
        assert(typeof insert === "string" && attributes === undefined, hex);
      // What a document then sends must be taken too.
      readUpdate(Y.encodeStateAsUpdate(doc));
    }
    assert(accepted > 1500, `${accepted}`);
  });

  it("is closed for text frames, for frames with something behind them and for vectors that are none", async () => {
    const frames: (Uint8Array | string)[] = [
      "hello",
      Uint8Array.of(),
      Uint8Array.of(MESSAGE_SYNC),
      Uint8Array.of(MESSAGE_SYNC, 0, 1, 0, 0),
      Uint8Array.of(MESSAGE_SYNC, 0, 3, 0xff, 0xff, 0xff),
      Uint8Array.of(MESSAGE_SYNC, 7, 0),
      Uint8Array.of(MESSAGE_AWARENESS, 200),
      Uint8Array.from([MESSAGE_SYNC, 2, ...Array<number>(9).fill(0xff), 0x7f]),
      frameOf(MESSAGE_AWARENESS, frameOf(1, 5, 1, "no JSON")),
    ];
    for (const frame of frames) {
      const peer = await connect(at.server.url, "closed", tokenFor("closed"), { ask: false });
      peer.socket.send(frame);
      assert.equal((await peer.closed).code, closeCodes.badFrame, String(frame));
    }
  });

  it("can type far ahead of what is there, and everybody else goes on", async () => {
    const token = tokenFor("ahead");
    const peer = await connect(at.server.url, "ahead", token, { query: "durable=1" });
    const random = randomFrom(3);
    const ahead = new Y.Doc();
    // Every second update is missing, and clocks are as large as they can be.
    let count = 0;
    for (const [n, update] of updatesOf(ahead, () => {
      for (let n = 0; n < 4000; n++) ahead.getText(TEXT_NAME).insert(0, "x");
    }).entries())
      if (n % 2 === 1) count = send(peer, update, count);
    for (let n = 0; n < 200; n++) {
      const clock = Math.floor(random() * 2 ** 50);
      const client = Math.floor(random() * 2 ** 32);
      count = send(peer, frameOf(1, 1, client, clock, 4, 1, TEXT_NAME, "y", 0), count);
    }
    const own = updatesOf(peer.doc, () => peer.doc.getText(TEXT_NAME).insert(0, "here and now"));
    for (const update of own) count = send(peer, update, count);
    await until("all of it is on disk", () => peer.durable === count, 30);
    const next = await connect(at.server.url, "ahead", token);
    await next.synced;
    assert.equal(textOf(next.doc), "here and now");
    await Promise.all([peer.close(), next.close()]);
  });
});

describe("a client that sends too much", () => {
  const at = scene({ roomBytes: 12 * MB });

  it("is closed for a message above the limit, however its length is told", async () => {
    const peer = await connect(at.server.url, "large", tokenFor("large"));
    peer.socket.on("error", () => undefined);
    peer.send(new Uint8Array(5 * MB));
    assert.equal((await peer.closed).code, closeCodes.overLimit);

    for (const length of [5n * BigInt(MB), 2n ** 40n, 2n ** 63n - 1n]) {
      const { code } = await rawFrame(`${at.server.url}/large?token=${tokenFor("large")}`, length);
      assert.equal(code, closeCodes.overLimit, String(length));
    }
  });

  it("is closed for a message in very many pieces", async () => {
    const peer = await connect(at.server.url, "large", tokenFor("large"));
    peer.socket.on("error", () => undefined);
    for (let n = 0; n < 20_000; n++) peer.socket.send(Uint8Array.of(0), { fin: false });
    assert.equal((await peer.closed).code, closeCodes.overLimit);
  });

  it("is closed for a presence above the limit", async () => {
    const peer = await connect(at.server.url, "large", tokenFor("large"));
    peer.send(frameOf(MESSAGE_AWARENESS, frameOf(1, 5, 1, JSON.stringify({ note: "x".repeat(5000) }))));
    assert.equal((await peer.closed).code, closeCodes.overLimit);
  });

  it("is closed when the room would become larger than the limit, and the room stays as it was", async () => {
    const token = tokenFor("full");
    const peer = await connect(at.server.url, "full", token, { query: "durable=1" });
    await peer.synced;
    let written = "";
    let sent = 0;
    for (let n = 0; n < 20 && peer.socket.readyState === peer.socket.OPEN; n++) {
      const text = String.fromCharCode(97 + n).repeat(MB);
      const [update] = updatesOf(peer.doc, () => peer.doc.getText(TEXT_NAME).insert(written.length, text));
      assert(update !== undefined);
      sent = send(peer, update, sent);
      written += text;
      await until(
        "it is on disk or too much",
        () => peer.durable === sent || peer.socket.readyState !== peer.socket.OPEN,
      );
    }
    assert.equal((await peer.closed).code, closeCodes.overLimit);
    const next = await connect(at.server.url, "full", token);
    await next.synced;
    assert(peer.durable >= 8 && peer.durable <= 12, `${peer.durable}`);
    assert.equal(textOf(next.doc), written.slice(0, peer.durable * MB));
    await next.close();
  });

  it("is read more slowly, and loses nothing", async () => {
    const token = tokenFor("flood");
    const peer = await connect(at.server.url, "flood", token, { query: "durable=1" });
    await peer.synced;
    const updates = updatesOf(peer.doc, () => {
      for (let n = 0; n < 10_000; n++) peer.doc.getText(TEXT_NAME).insert(n, String(n % 10));
    });
    const throttled = await at.server.metric("seamwork_throttled_total");
    for (const update of updates) peer.send(updateFrame(update));
    await at.others.check();
    await until("all of it is on disk", () => peer.durable === updates.length, 60);
    assert((await at.server.metric("seamwork_throttled_total")) > throttled);
    const next = await connect(at.server.url, "flood", token);
    await next.synced;
    assert.equal(textOf(next.doc), textOf(peer.doc));
    await Promise.all([peer.close(), next.close()]);
  });

  it("gets no more than its share when it asks for everything again and again", async () => {
    const token = tokenFor("asking");
    const writer = await connect(at.server.url, "asking", token, { query: "durable=1" });
    await writer.synced;
    const updates = updatesOf(writer.doc, () => {
      for (let n = 0; n < 3000; n++) writer.doc.getText(TEXT_NAME).insert(0, "words and words".repeat(60));
    });
    writer.send(updateFrame(Y.mergeUpdates(updates)));
    await until("the room is large", () => writer.durable === 1);
    const [client] = Y.decodeStateVector(Y.encodeStateVector(writer.doc)).keys();
    const reader = await connect(at.server.url, "asking", tokenFor("asking", { right: "read" }));
    await reader.synced;
    for (let n = 0; n < 3000; n++) reader.send(frameOf(MESSAGE_SYNC, 0, frameOf(1, client!, 2_700_000 - n)));
    for (let n = 0; n < 5; n++) await at.others.check();
    // While the others had five words through, it had a few of its 3,000 answers.
    assert(reader.frames.length < 300, `${reader.frames.length} answers`);
    await Promise.all([writer.close(), reader.close()]);
  });
});

describe("a client that reads nothing", () => {
  const at = scene({ slowReaderBytes: 256 * 1024, slowReaderSeconds: 2, bytesPerSecond: 100 * MB });

  it("is closed with 1013, and costs no more than its buffer; another one in its room goes on", async () => {
    const token = tokenFor("slow");
    const writer = await connect(at.server.url, "slow", token, { query: "durable=1" });
    const reader = await connect(at.server.url, "slow", token);
    await Promise.all([writer.synced, reader.synced]);
    const deaf = await Promise.all(
      Array.from({ length: 20 }, () => connect(at.server.url, "slow", tokenFor("slow", { right: "read" }))),
    );
    for (const peer of deaf) peer.socket.pause();
    const text = writer.doc.getText(TEXT_NAME);
    let sent = 0;
    for (let n = 0; n < 160; n++) {
      // Inserted and deleted again, so that the room stays small while much is sent.
      const updates = updatesOf(writer.doc, () => {
        text.insert(0, "some words ".repeat(6000));
        text.delete(0, text.length);
      });
      for (const update of updates) sent = send(writer, update, sent);
      await until("it is on disk", () => writer.durable === sent, 30);
    }
    for (const update of updatesOf(writer.doc, () => text.insert(0, "the end")))
      sent = send(writer, update, sent);
    await until("the reader has the end", () => textOf(reader.doc) === "the end", 30);
    await at.others.check();
    const closed = (): Promise<number> => at.server.metric("seamwork_slow_readers_closed_total");
    await until("all of them are closed", async () => (await closed()) === deaf.length, 60);
    for (const peer of deaf) peer.socket.resume();
    for (const peer of deaf) assert.equal((await peer.closed).code, closeCodes.tryAgainLater);
    await Promise.all([writer.close(), reader.close()]);
  });
});

describe("a client that reads nothing for a while", () => {
  const at = scene({ slowReaderBytes: 256 * 1024, slowReaderSeconds: 1000, bytesPerSecond: 100 * MB });

  it("gets all that it missed when it reads again in time", async () => {
    const token = tokenFor("pausing");
    const writer = await connect(at.server.url, "pausing", token);
    const reader = await connect(at.server.url, "pausing", token);
    await Promise.all([writer.synced, reader.synced]);
    reader.socket.pause();
    const text = writer.doc.getText(TEXT_NAME);
    const paused = (): Promise<number> => at.server.metric("seamwork_slow_readers_total");
    // The system's own buffers take some megabytes.
    for (let n = 0; n < 200 && (await paused()) === 0; n++)
      for (const update of updatesOf(writer.doc, () => text.insert(text.length, `${n} `.repeat(50_000))))
        writer.send(updateFrame(update));
    assert.equal(await paused(), 1);
    reader.socket.resume();
    await until("it has all", () => textOf(reader.doc) === textOf(writer.doc), 20);
    await Promise.all([writer.close(), reader.close()]);
  });
});

describe("a client that never finishes its request", () => {
  const at = scene();

  it("keeps nobody else away", async () => {
    const { port } = new URL(at.server.url);
    const slow: Socket[] = [];
    for (let n = 0; n < 300; n++) {
      const socket = connectTcp({ port: Number(port), host: "127.0.0.1" });
      socket.on("error", () => undefined);
      socket.write("GET /slow HTTP/1.1\r\nHost: x\r\nX-");
      slow.push(socket);
    }
    const began = Date.now();
    while (Date.now() - began < 1500) {
      for (const socket of slow) if (!socket.destroyed) socket.write("a");
      await pause(100);
    }
    await at.others.check();
    const peer = await connect(at.server.url, "quick", tokenFor("quick"));
    await peer.synced;
    await peer.close();
    for (const socket of slow) socket.destroy();
  });

  it("is ended when its head is larger than the limit", async () => {
    const { port } = new URL(at.server.url);
    for (const head of [`GET /${"a".repeat(40_000)}`, `GET /room HTTP/1.1\r\nX: ${"b".repeat(40_000)}`]) {
      const socket = connectTcp({ port: Number(port), host: "127.0.0.1" });
      socket.on("error", () => undefined);
      const ended = new Promise((resolve) => socket.on("close", resolve));
      socket.resume();
      socket.write(head);
      await ended;
    }
  });
});

/** Updates as two people make them who type and delete at once. */
function typedUpdates(count: number, random: () => number): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc()];
  const pieces = ["a", "äö", "😀x", "some words ", "\n"];
  return Array.from({ length: count }, (_, n) => {
    const doc = docs[n % 2]!;
    const text = doc.getText(TEXT_NAME);
    const [update] = updatesOf(doc, () => {
      if (text.length > 3 && random() < 0.3) text.delete(Math.floor(random() * (text.length - 2)), 2);
      else
        text.insert(Math.floor(random() * text.length), pieces[Math.floor(random() * pieces.length)] ?? "");
    });
    if (n % 10 === 9) Y.applyUpdate(docs[(n + 1) % 2]!, Y.encodeStateAsUpdate(doc));
    return update!;
  });
}

/** A good update with some bytes of it changed. */
function changed(random: () => number, known: readonly Uint8Array[]): Uint8Array {
  const update = Uint8Array.from(known[Math.floor(random() * known.length)]!);
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const at = Math.floor(random() * update.length);
    update[at] = random() < 0.5 ? Math.floor(random() * 256) : Math.floor(random() * 12);
  }
  return update;
}

function nonsense(random: () => number, known: readonly Uint8Array[]): Uint8Array {
  const bytes = Uint8Array.from({ length: Math.floor(random() * 100) }, () => Math.floor(random() * 256));
  const kind = random();
  if (kind < 0.4) return updateFrame(changed(random, known));
  if (kind < 0.6) return frameOf(MESSAGE_SYNC, Math.floor(random() * 4), bytes);
  if (kind < 0.8) return frameOf(MESSAGE_AWARENESS, bytes);
  return bytes;
}

function isAccepted(update: Uint8Array): boolean {
  try {
    readUpdate(update);
    return true;
  } catch {
    return false;
  }
}

function send(peer: Peer, update: Uint8Array, count: number): number {
  peer.send(updateFrame(update));
  return count + 1;
}

/** Sends the head of a frame and nothing more. @returns what the server closes with */
async function rawFrame(url: string, length: bigint): Promise<{ code: number }> {
  const { port, pathname, search } = new URL(url);
  const socket = connectTcp({ port: Number(port), host: "127.0.0.1" });
  socket.on("error", () => undefined);
  const received: Buffer[] = [];
  socket.on("data", (bytes) => received.push(bytes));
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  await until("it is a websocket", () => Buffer.concat(received).includes("\r\n\r\n"));
  const head = Buffer.alloc(14);
  head[0] = 0x82;
  head[1] = 0x80 | 127;
  head.writeBigUInt64BE(length, 2);
  socket.write(head);
  const isClose = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x88]));
  await until("the server closes", () => isClose(Buffer.concat(received)) > 0);
  const bytes = Buffer.concat(received);
  socket.destroy();
  await closed;
  return { code: bytes.readUInt16BE(bytes.indexOf(Buffer.from([0x88])) + 2) };
}
