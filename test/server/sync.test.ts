import assert from "node:assert/strict";
import { awarenessFrame, SYNC_UPDATE, syncFrame } from "../../server/room/frames.ts";
import {
  clientOf,
  closeAll,
  converged,
  joined,
  mats,
  payloadOf,
  rawSocket,
  serverWith,
  synced,
  tokenFor,
  until,
} from "./harness.ts";
import type { Client } from "./harness.ts";

describe("a frame", () => {
  it("says its length in the fewest bytes, as the protocol of websockets wants it", () => {
    const headerOf = (size: number): [number, number | undefined] => {
      const frame = syncFrame(SYNC_UPDATE, new Uint8Array(size));
      const payload = payloadOf(frame).length;
      return [frame.length - payload, frame[1]];
    };
    assert.deepEqual(headerOf(100), [2, 103]);
    assert.deepEqual(headerOf(1_000), [4, 126]);
    assert.deepEqual(headerOf(70_000), [10, 127]);
  });
});

describe("stock clients in one room", () => {
  afterEach(closeAll);

  it("see what the others type, at once", async () => {
    const server = await serverWith();
    const a = await joined(server, "prd-1", await tokenFor("prd-1"));
    const b = await joined(server, "prd-1", await tokenFor("prd-1", mats));
    a.text.insert(0, "Hello, ");
    await converged(a, b);
    b.text.insert(7, "Zoë 🧵\n");
    await converged(a, b);
    assert.equal(a.text.toJSON(), "Hello, Zoë 🧵\n");
  });

  it("type at the same time, in several rooms, and end up with the same texts", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-*");
    const rooms = await Promise.all(
      ["prd-1", "prd-2"].map((room) => Promise.all([1, 2, 3].map(() => joined(server, room, token)))),
    );
    for (let round = 0; round < 30; round++) {
      for (const [number, clients] of rooms.entries()) {
        for (const [index, { text }] of clients.entries()) {
          text.insert(Math.floor((text.length * (index + 1)) / 4), `${number}/${index}-${round} `);
          if (round % 5 === 4) text.delete(0, 2);
        }
      }
      await new Promise((done) => void setTimeout(done, round % 3));
    }
    for (const clients of rooms) {
      await converged(...clients);
      assert.ok(clients[0]!.text.length > 300);
    }
    assert.notEqual(rooms[0]![0]!.text.toJSON(), rooms[1]![0]!.text.toJSON());
  });

  it("get what was written before they came, and after a restart", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    const a = await joined(server, "prd-1", token);
    a.text.insert(0, "one two three");
    a.text.delete(4, 4);
    const b = await joined(server, "prd-1", token);
    assert.equal(b.text.toJSON(), "one three");
    await server.stop();
    const again = await serverWith({ folder: server.folder });
    const c = await joined(again, "prd-1", token);
    assert.equal(c.text.toJSON(), "one three");
  });

  it("send what was typed without a connection, also when the server comes back", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    const [a, b] = [await joined(server, "prd-1", token), await joined(server, "prd-1", token)];
    a.text.insert(0, "start ");
    await converged(a, b);
    await server.stop();
    await until("offline", () => !a.provider.wsconnected && !b.provider.wsconnected);
    a.text.insert(6, "from a ");
    b.text.insert(6, "from b ");
    b.text.delete(0, 6);
    await serverWith({ folder: server.folder, port: server.port });
    await Promise.all([synced(a), synced(b)]);
    await converged(a, b);
    assert.match(a.text.toJSON(), /^(from a from b |from b from a )$/);
  });

  it("sees who is there, as the token says and not as the peer does", async () => {
    const server = await serverWith();
    const a = clientOf(server, "prd-1", await tokenFor("prd-1"));
    a.provider.awareness.setLocalState({ user: { name: "Somebody else", handle: "@ceo" }, caret: 3 });
    const b = await joined(server, "prd-1", await tokenFor("prd-1", mats));
    const seen = (): Record<string, unknown> | undefined =>
      b.provider.awareness.getStates().get(a.doc.clientID);
    await until("presence of a", () => seen() !== undefined);
    const { user, caret } = seen() as { user: Record<string, unknown>; caret: number };
    assert.equal(caret, 3);
    assert.deepEqual(
      { handle: user["handle"], name: user["name"], role: user["role"] },
      { handle: "@lena", name: "Lena Fischer", role: "pm" },
    );
    a.provider.disconnect();
    await until("a gone", () => seen() === undefined);
  });
});

describe("presence", () => {
  afterEach(closeAll);

  /** The user that a client sees behind another one's id. */
  function seen(by: Client, of: Client): string | undefined {
    const state = by.provider.awareness.getStates().get(of.doc.clientID);
    return (state?.["user"] as { handle: string } | undefined)?.handle;
  }

  it("of a person's first window stays when a second one, which shows nothing, comes and goes", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    const first = await joined(server, "prd-1", token);
    const other = await joined(server, "prd-1", await tokenFor("prd-1", mats));
    first.provider.awareness.setLocalStateField("caret", 1);
    await until("the first", () => seen(other, first) === "@lena");
    const second = clientOf(server, "prd-1", token);
    second.provider.awareness.setLocalState(null);
    await until("the second knows the first", () => seen(second, first) === "@lena");
    await new Promise((done) => void setTimeout(done, 100));
    second.provider.destroy();
    await new Promise((done) => void setTimeout(done, 100));
    assert.equal(seen(other, first), "@lena");
    first.provider.awareness.setLocalStateField("caret", 9);
    await until(
      "it moves",
      () => other.provider.awareness.getStates().get(first.doc.clientID)?.["caret"] === 9,
    );
  });

  it("is nobody else's to change or to end", async () => {
    const server = await serverWith();
    const first = await joined(server, "prd-1", await tokenFor("prd-1"));
    const other = await joined(server, "prd-1", await tokenFor("prd-1", mats));
    for (const { provider } of [first, other]) provider.awareness.setLocalStateField("caret", 1);
    await until("both", () => seen(other, first) === "@lena" && seen(first, other) === "@mats");
    const { ws } = rawSocket(server, `prd-1?token=${await tokenFor("prd-1", { handle: "@zoe" })}`);
    await new Promise((done) => ws.once("open", done));
    const client = first.doc.clientID;
    for (const state of ['{"user":{"handle":"@lena"},"caret":5}', "null"])
      ws.send(payloadOf(awarenessFrame([{ client, clock: 1000, state }])));
    ws.send(payloadOf(awarenessFrame([{ client: 77, clock: 1, state: '{"caret":2}' }])));
    await until("its own", () => other.provider.awareness.getStates().has(77));
    const states = other.provider.awareness.getStates();
    assert.equal((states.get(77)!["user"] as { handle: string }).handle, "@zoe");
    assert.equal(states.get(client)?.["caret"], 1);
    assert.equal(seen(other, first), "@lena");
  });
});
