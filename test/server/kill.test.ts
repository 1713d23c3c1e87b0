/**
 * SIGKILL at random moments while people type: whatever the server has said is on disk must be there when it comes back.
 * `SEAMWORK_SEED=n` draws other moments.
 */
import assert from "node:assert/strict";
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { MESSAGE_DURABLE, MESSAGE_SYNC, TEXT_NAME } from "../../src/collab/protocol.ts";
import { connect, frameOf, pause, textOf, until } from "./peer.ts";
import { rounds } from "../long.ts";
import { randomFrom } from "../random.ts";
import { startProgram, temporaryFolder, tokenFor } from "./program.ts";
import type { Program } from "./program.ts";

const KILLS = rounds(25, 200);
const seed = Number(process.env["SEAMWORK_SEED"]) || 20261123;

/** A deletion: a client, its first clock, how many. */
type Deletion = readonly [client: number, clock: number, length: number];

/** What one person had typed when a frame was sent. */
interface Mark {
  readonly clock: number;
  readonly deletions: number;
}

/** A person who goes on typing in the same document whatever becomes of the server. */
interface Typist {
  readonly room: string;
  readonly doc: Y.Doc;
  /** What they have typed and not taken back, in order. */
  readonly tokens: string[];
  readonly deletions: Deletion[];
  /** What must be on disk. */
  durable: Mark;
  /** For each frame that was sent on this connection. */
  marks: Mark[];
  count: number;
  socket: WebSocket | undefined;
}

describe("the server is killed", () => {
  it(`${KILLS} times under load (seed ${seed}), and has everything that it said is on disk`, async function () {
    this.timeout(15 * 60_000);
    const random = randomFrom(seed);
    const data = temporaryFolder();
    // Small, so that compacting and leaving memory happen at many of the moments.
    const limits = { compactAfterUpdates: 20, emptyRoomSeconds: 0.02 };
    const typists = ["a", "a", "b", "b", "c"].map((room, n) => typist(room, n + 1));
    const starts: number[] = [];
    const checked = new Map<Typist, number>();
    let interrupted = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const server = await startProgram(data, { limits });
      starts.push(server.ready);
      await check(server, typists, checked, `before kill ${kill}`);
      const all = typists.map((one) => join(server, one));
      for (let strokes = random() * 80; strokes > 0; strokes--) {
        for (const one of typists) if (random() < 0.7) write(one, random);
        await pause(3);
      }
      await server.kill();
      await Promise.all(all);
      if (typists.some(({ marks, durable }) => marks.length > 0 && marks.at(-1) !== durable)) interrupted++;
    }
    // Otherwise nothing was at stake.
    assert(interrupted > KILLS / 4, `${interrupted}`);
    const written = typists.reduce((sum, { durable }) => sum + durable.clock + durable.deletions, 0);
    assert(written > KILLS * 20, `${written}`);

    const server = await startProgram(data, { limits });
    await check(server, typists, new Map(), "at the end");
    for (const one of typists) void join(server, one);
    await until("everybody's words are on disk", () => typists.every(isSaved), 30);
    for (const room of new Set(typists.map((one) => one.room))) {
      const present = typists.filter((one) => one.room === room);
      await until("all have the same text", () => new Set(present.map(({ doc }) => textOf(doc))).size === 1);
      const tokens = textOf(present[0]!.doc).match(/<[^<>]*>/g) ?? [];
      assert.equal(tokens.join(""), textOf(present[0]!.doc));
      assert.deepEqual(tokens.sort(), present.flatMap((one) => one.tokens).sort());
    }
    assert.equal(await server.stop(), 0, server.log());

    starts.sort((a, b) => a - b);
    const most = starts[Math.floor(starts.length * 0.9)] ?? 0;
    console.log(`      nine of ten restarts took ${most.toFixed()} ms or less`);
  });
});

function typist(room: string, id: number): Typist {
  const doc = new Y.Doc();
  doc.clientID = id;
  const one: Typist = {
    ...{ room, doc, tokens: [], deletions: [], count: 0, marks: [], socket: undefined },
    durable: { clock: 0, deletions: 0 },
  };
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server") return;
    for (const [client, ranges] of Y.decodeUpdate(update).ds.clients)
      for (const { clock, len } of ranges) one.deletions.push([client, clock, len]);
    send(one, frameOf(MESSAGE_SYNC, 2, update));
  });
  return one;
}

/** Types a word between two others, or takes one back when there are many. */
function write(one: Typist, random: () => number): void {
  if (one.socket === undefined) return;
  const text = one.doc.getText(TEXT_NAME);
  const all = textOf(one.doc);
  if (one.tokens.length > 60) {
    const token = one.tokens.shift()!;
    text.delete(all.indexOf(token), token.length);
    return;
  }
  const token = `<${one.doc.clientID}:${++one.count}>`;
  const at = all.indexOf("<", Math.floor(random() * all.length));
  one.tokens.push(token);
  text.insert(at < 0 ? all.length : at, token);
}

function send(one: Typist, frame: Uint8Array): void {
  if (one.socket?.readyState !== WebSocket.OPEN) return;
  one.socket.send(frame);
  one.marks.push({
    clock: Y.getState(one.doc.store, one.doc.clientID),
    deletions: one.deletions.length,
  });
}

/** Connects as the stock client does, with word of what is on disk. Resolves when the connection has ended. */
function join({ url }: Program, one: Typist): Promise<void> {
  const socket = new WebSocket(`${url}/${one.room}?token=${tokenFor(one.room)}&durable=1`);
  one.marks = [];
  socket.on("error", () => undefined);
  socket.on("open", () => socket.send(frameOf(MESSAGE_SYNC, 0, Y.encodeStateVector(one.doc))));
  socket.on("message", (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SYNC) {
      const kind = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (kind !== 0) return Y.applyUpdate(one.doc, bytes, "server");
      // From here on everything goes out at once.
      one.socket = socket;
      send(one, frameOf(MESSAGE_SYNC, 1, Y.encodeStateAsUpdate(one.doc, bytes)));
    } else if (type === MESSAGE_DURABLE) {
      decoding.readVarUint8Array(decoder);
      const count = decoding.readVarUint(decoder);
      assert(count <= one.marks.length, "The server speaks of more than it was sent.");
      one.durable = one.marks[count - 1] ?? one.durable;
    }
  });
  return new Promise((resolve) =>
    socket.on("close", () => {
      one.socket = undefined;
      resolve();
    }),
  );
}

function isSaved({ marks, durable }: Typist): boolean {
  return marks.length > 0 && marks.at(-1) === durable;
}

/** What the server has, before anybody who could bring it back is there. @param checked deletions that were looked at before */
async function check(
  server: Program,
  typists: readonly Typist[],
  checked: Map<Typist, number>,
  when: string,
) {
  for (const room of new Set(typists.map((one) => one.room))) {
    const reader = await connect(server.url, room, tokenFor(room, { right: "read" }));
    await reader.synced;
    const { clients } = Y.decodeUpdate(Y.encodeStateAsUpdate(reader.doc)).ds;
    for (const one of typists.filter((one) => one.room === room)) {
      const { clock, deletions } = one.durable;
      const there = Y.getState(reader.doc.store, one.doc.clientID);
      assert(there >= clock, `${when}: typist ${one.doc.clientID} was told of ${clock}, there are ${there}.`);
      for (const [client, from, length] of one.deletions.slice(checked.get(one) ?? 0, deletions)) {
        const isThere = (clients.get(client) ?? []).some(
          (range) => range.clock <= from && from + length <= range.clock + range.len,
        );
        assert(isThere, `${when}: a deletion of typist ${one.doc.clientID} is gone.`);
      }
      checked.set(one, deletions);
    }
    await reader.close();
  }
}
