import assert from "node:assert/strict";
import { readVarUint, readVarUint8Array } from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { MESSAGE_DURABLE } from "../../src/collab/protocol.ts";
import { openLevelStore } from "../../server/store/level.ts";
import type { Store } from "../../server/store/store.ts";
import { clientOf, closeAll, serverWith, synced, temporaryFolder, tokenFor, until } from "./harness.ts";
import type { Client } from "./harness.ts";

interface Acknowledged {
  vector: Map<number, number>;
  count: number;
}

/** What a client is told about the disk, in order. */
function acknowledgements({ provider }: { readonly provider: WebsocketProvider }): Acknowledged[] {
  const told: Acknowledged[] = [];
  provider.messageHandlers[MESSAGE_DURABLE] = (_encoder, decoder) => {
    told.push({ vector: Y.decodeStateVector(readVarUint8Array(decoder)), count: readVarUint(decoder) });
  };
  return told;
}

function clock({ doc }: Client): number {
  return Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID) ?? 0;
}

/** A store whose saves can be made to wait or to fail. */
async function stubborn(
  folder: string,
): Promise<{ store: Store; disk: { wait?: Promise<void>; fails: number } }> {
  const store = await openLevelStore(folder);
  const disk: { wait?: Promise<void>; fails: number } = { fails: 0 };
  return {
    disk,
    store: {
      ...store,
      append: async (room, entries) => {
        await disk.wait;
        if (disk.fails-- > 0) throw new Error("the disk is full");
        return store.append(room, entries);
      },
    },
  };
}

describe("what is on disk", () => {
  afterEach(closeAll);

  it("is told to who asks for it, with the vector and the count of their own updates", async () => {
    const server = await serverWith();
    const client = clientOf(server, "prd-1", await tokenFor("prd-1"), { durable: "1" });
    const told = acknowledgements(client);
    await synced(client);
    await until("a first word", () => told.length > 0);
    client.text.insert(0, "saved");
    await until("the insertion on disk", () => told.at(-1)?.vector.get(client.doc.clientID) === 5);
    const { count } = told.at(-1)!;
    client.text.delete(0, 2);
    await until("the deletion on disk, which moves no vector", () => (told.at(-1)?.count ?? 0) > count);
    assert.equal(told.at(-1)!.count, count + 1);
  });

  it("is not told to others", async () => {
    const server = await serverWith();
    const client = clientOf(server, "prd-1", await tokenFor("prd-1"));
    const told = acknowledgements(client);
    await synced(client);
    client.text.insert(0, "saved");
    await new Promise((done) => void setTimeout(done, 100));
    assert.deepEqual(told, []);
  });

  it("is never told before it is there, and everything typed meanwhile counts later", async () => {
    const { store, disk } = await stubborn(temporaryFolder());
    const server = await serverWith({ store });
    const client = clientOf(server, "prd-1", await tokenFor("prd-1"), { durable: "1" });
    const told = acknowledgements(client);
    await synced(client);
    let open = (): void => undefined;
    disk.wait = new Promise((done) => (open = done));
    client.text.insert(0, "first ");
    await new Promise((done) => void setTimeout(done, 50));
    client.text.insert(6, "second");
    await new Promise((done) => void setTimeout(done, 50));
    assert.equal(told.at(-1)?.vector.get(client.doc.clientID), undefined);
    open();
    await until("all on disk", () => told.at(-1)?.vector.get(client.doc.clientID) === clock(client));
    const { entries } = await store.load("prd-1");
    const doc = new Y.Doc();
    for (const { update } of entries) Y.applyUpdate(doc, update);
    assert.equal(doc.getText("content").toJSON(), "first second");
  });

  it("comes later when the store fails, and the room and its people stay", async () => {
    const { store, disk } = await stubborn(temporaryFolder());
    const server = await serverWith({ store });
    const token = await tokenFor("prd-1");
    const client = clientOf(server, "prd-1", token, { durable: "1" });
    const told = acknowledgements(client);
    await synced(client);
    disk.fails = 2;
    client.text.insert(0, "kept");
    const other = clientOf(server, "prd-1", token);
    await until("others see it", () => other.text.toJSON() === "kept");
    await until("the server is not ready", async () => {
      return (await fetch(`${server.url.replace("ws", "http")}/readyz`)).status === 503;
    });
    assert.equal(told.at(-1)?.vector.get(client.doc.clientID), undefined);
    await until("on disk", () => told.at(-1)?.vector.get(client.doc.clientID) === 4);
    assert.equal((await fetch(`${server.url.replace("ws", "http")}/readyz`)).status, 200);
    assert.equal((await store.load("prd-1")).entries.length, 1);
  });

  it("counts step 2 of a client that comes back with what the server has already", async () => {
    const server = await serverWith();
    const client = clientOf(server, "prd-1", await tokenFor("prd-1"), { durable: "1" });
    const told = acknowledgements(client);
    await synced(client);
    client.text.insert(0, "one two");
    client.text.delete(0, 4);
    await until("on disk", () => told.at(-1)?.count === 3);
    client.provider.disconnect();
    told.length = 0;
    client.provider.connect();
    await until("its answer to the server's vector is on disk", () => told.at(-1)?.count === 1);
    assert.equal(told.at(-1)!.vector.get(client.doc.clientID), 7);
  });

  it("survives the server's end", async () => {
    const folder = temporaryFolder();
    const { store } = await stubborn(folder);
    const server = await serverWith({ store });
    const client = clientOf(server, "prd-1", await tokenFor("prd-1"), { durable: "1" });
    const told = acknowledgements(client);
    await synced(client);
    for (let i = 0; i < 200; i++) client.text.insert(i, String(i % 10));
    await until("all on disk", () => told.at(-1)?.vector.get(client.doc.clientID) === 200);
    client.provider.destroy();
    await server.stop();
    const again = await openLevelStore(folder);
    const { state, entries } = await again.load("prd-1");
    await again.close();
    const doc = new Y.Doc();
    for (const update of [...(state === undefined ? [] : [state]), ...entries.map((entry) => entry.update)])
      Y.applyUpdate(doc, update);
    assert.equal(doc.getText("content").length, 200);
  });
});
