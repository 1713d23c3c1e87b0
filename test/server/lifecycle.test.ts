import assert from "node:assert/strict";
import { join } from "node:path";
import { ClassicLevel } from "classic-level";
import * as Y from "yjs";
import { MESSAGE_SYNC, closeCodes } from "../../src/collab/protocol.ts";
import { SYNC_STEP_1, SYNC_STEP_2 } from "../../server/room/frames.ts";
import { openLevelStore } from "../../server/store/level.ts";
import type { Store } from "../../server/store/store.ts";
import {
  ask,
  closeAll,
  joined,
  metric,
  rawSocket,
  serverWith,
  temporaryFolder,
  tokenFor,
  until,
  updateMessage,
} from "./harness.ts";

/** A store that counts and can be slow to load. */
async function watched(
  folder: string,
  slow = 0,
): Promise<{ store: Store; loads: string[]; compactions: string[] }> {
  const store = await openLevelStore(folder);
  const loads: string[] = [];
  const compactions: string[] = [];
  return {
    loads,
    compactions,
    store: {
      ...store,
      load: async (room) => {
        loads.push(room);
        await new Promise((done) => void setTimeout(done, slow));
        return store.load(room);
      },
      compact: (room, compaction) => {
        compactions.push(room);
        return store.compact(room, compaction);
      },
    },
  };
}

describe("a room", () => {
  afterEach(closeAll);

  it("is loaded once, however many come at the same time", async () => {
    const { store, loads } = await watched(temporaryFolder(), 50);
    const server = await serverWith({ store });
    const token = await tokenFor("prd-1");
    await Promise.all(Array.from({ length: 20 }, () => joined(server, "prd-1", token)));
    assert.deepEqual(loads, ["prd-1"]);
    assert.equal(await metric(server, "rooms"), 1);
  });

  it("answers only when it is loaded", async () => {
    const opened = await openLevelStore(temporaryFolder());
    let isAsked = false;
    let load = (): void => undefined;
    const allowed = new Promise<void>((done) => (load = done));
    const store: Store = {
      ...opened,
      load: async (room) => {
        isAsked = true;
        await allowed;
        return opened.load(room);
      },
    };
    const server = await serverWith({ store });
    const token = await tokenFor("prd-1");
    const { ws, frames } = rawSocket(server, `prd-1?token=${token}`);
    await new Promise((done) => ws.once("open", done));
    ws.send(Uint8Array.of(MESSAGE_SYNC, SYNC_STEP_1, 1, 0));
    await until("the store is asked", () => isAsked);
    // Whoever asks for something else is answered meanwhile.
    await ask(server, "GET", "/healthz");
    assert.equal(frames.length, 0);
    load();
    await until("answered", () =>
      frames.some(([type, kind]) => type === MESSAGE_SYNC && kind === SYNC_STEP_2),
    );
  });

  it("is compacted and leaves memory when it is empty, and comes back the same", async () => {
    const { store, compactions } = await watched(temporaryFolder());
    const server = await serverWith({ store, limits: { emptyRoomSeconds: 0.05 } });
    const token = await tokenFor("prd-1");
    const a = await joined(server, "prd-1", token);
    for (let i = 0; i < 50; i++) a.text.insert(i, "x");
    a.text.delete(10, 30);
    await until("saved", async () => (await metric(server, "unsaved_bytes")) === 0);
    a.provider.destroy();
    await until("unloaded", async () => (await metric(server, "rooms")) === 0);
    assert.deepEqual(compactions, ["prd-1"]);
    const { state, entries, seq } = await store.load("prd-1");
    assert.equal(entries.length, 0);
    assert.ok(seq > 0 && state !== undefined);
    const b = await joined(server, "prd-1", token);
    assert.equal(b.text.toJSON(), "x".repeat(20));
    b.text.insert(0, "again ");
    b.provider.disconnect();
    await until("unloaded", async () => (await metric(server, "rooms")) === 0);
    assert.equal((await joined(server, "prd-1", token)).text.toJSON(), `again ${"x".repeat(20)}`);
  });

  it("stays in memory, whole, when somebody comes while it is being put away", async () => {
    const folder = temporaryFolder();
    const opened = await openLevelStore(folder);
    let compacting = false;
    let open = (): void => undefined;
    const wait = new Promise<void>((done) => (open = done));
    const store: Store = {
      ...opened,
      compact: async (room, compaction) => {
        compacting = true;
        await wait;
        return opened.compact(room, compaction);
      },
    };
    const server = await serverWith({ store, limits: { emptyRoomSeconds: 0.05 } });
    const token = await tokenFor("prd-1");
    const a = await joined(server, "prd-1", token);
    a.text.insert(0, "before ");
    await until("saved", async () => (await metric(server, "unsaved_bytes")) === 0);
    a.provider.destroy();
    await until("being put away", () => compacting);
    const b = await joined(server, "prd-1", token);
    b.text.insert(7, "while ");
    await new Promise((done) => void setTimeout(done, 50));
    open();
    await until("compacted", async () => (await metric(server, "compactions_total")) === 1);
    b.text.insert(13, "after");
    const c = await joined(server, "prd-1", token);
    await until("all of it", () => c.text.toJSON() === "before while after");
    assert.equal(await metric(server, "rooms_loaded_total"), 1);
    await server.stop();
    const again = await serverWith({ store: await openLevelStore(folder) });
    assert.equal((await joined(again, "prd-1", token)).text.toJSON(), "before while after");
  });

  it("is compacted while people are in it, after many updates", async () => {
    const { store, compactions } = await watched(temporaryFolder());
    const server = await serverWith({ store, limits: { compactAfterUpdates: 5 } });
    const token = await tokenFor("prd-1");
    const a = await joined(server, "prd-1", token);
    for (let i = 0; i < 40; i++) {
      a.text.insert(a.text.length, `${i} `);
      await new Promise((done) => void setTimeout(done, 10));
    }
    await until("compacted twice", () => compactions.length >= 2);
    const b = await joined(server, "prd-1", token);
    assert.equal(b.text.toJSON(), Array.from({ length: 40 }, (_, i) => `${i} `).join(""));
  });

  it("whose saved updates have a hole is refused, and stays as it is", async () => {
    const folder = temporaryFolder();
    const server = await serverWith({ folder });
    const token = await tokenFor("prd-*");
    const a = await joined(server, "prd-1", token);
    for (const word of ["one ", "two ", "three "]) {
      a.text.insert(0, word);
      await until("saved", async () => (await metric(server, "unsaved_bytes")) === 0);
    }
    await server.stop();
    const rooms = join(folder, "rooms");
    const db = new ClassicLevel(rooms);
    const before = await db.keys().all();
    assert.equal(before.length, 3);
    await db.del(before[1]!);
    await db.close();
    const again = await serverWith({ folder });
    const { closed } = rawSocket(again, `prd-1?token=${token}`);
    assert.equal((await closed).code, closeCodes.roomDamaged);
    assert.equal(await metric(again, "rooms_damaged_total"), 1);
    assert.equal((await ask(again, "GET", "/rooms/prd-1", { token })).status, 500);
    await joined(again, "prd-2", token);
    await again.stop();
    const left = new ClassicLevel(rooms);
    assert.deepEqual(await left.keys().all(), [before[0], before[2]]);
    await left.close();
  });

  it("whose saved bytes have changed is refused", async () => {
    const folder = temporaryFolder();
    const server = await serverWith({ folder });
    const token = await tokenFor("prd-1");
    (await joined(server, "prd-1", token)).text.insert(0, "as it was");
    await until("saved", async () => (await metric(server, "durable_updates_total")) === 1);
    await server.stop();
    const db = new ClassicLevel<string, Buffer>(join(folder, "rooms"), { valueEncoding: "buffer" });
    const [[key, value] = []] = await db.iterator().all();
    value![value!.length - 6]! ^= 1;
    await db.put(key!, value!);
    await db.close();
    const again = await serverWith({ folder });
    assert.equal((await rawSocket(again, `prd-1?token=${token}`).closed).code, closeCodes.roomDamaged);
  });

  it("takes what was typed before something that has not arrived yet", async () => {
    const server = await serverWith({ limits: { emptyRoomSeconds: 0.05 } });
    const token = await tokenFor("prd-1");
    const typing = new Y.Doc();
    const updates: Uint8Array[] = [];
    typing.on("update", (update: Uint8Array) => updates.push(update));
    for (const word of ["one ", "two ", "three"])
      typing.getText("content").insert(typing.getText("content").length, word);
    const { ws } = rawSocket(server, `prd-1?token=${token}`);
    await new Promise((done) => ws.once("open", done));
    const b = await joined(server, "prd-1", token);
    // A client whose connection was lost in between sends on what it types, before it is in sync again.
    for (const update of [updates[0]!, updates[2]!]) ws.send(updateMessage(update));
    await until("the first", () => b.text.toJSON() === "one ");
    ws.close();
    b.provider.destroy();
    await until("unloaded", async () => (await metric(server, "rooms")) === 0);
    const c = await joined(server, "prd-1", token);
    assert.equal(c.text.toJSON(), "one ");
    const again = rawSocket(server, `prd-1?token=${token}`).ws;
    await new Promise((done) => again.once("open", done));
    again.send(updateMessage(updates[1]!));
    await until("all three", () => c.text.toJSON() === "one two three");
    const d = await joined(server, "prd-1", token);
    await until("all three", () => d.text.toJSON() === "one two three");
  });

  it("is loaded anew after the store could not be read", async () => {
    const opened = await openLevelStore(temporaryFolder());
    let fails = 1;
    const store: Store = {
      ...opened,
      load: (room) => (fails-- > 0 ? Promise.reject(new Error("cannot read")) : opened.load(room)),
    };
    const server = await serverWith({ store });
    const token = await tokenFor("prd-1");
    assert.equal((await rawSocket(server, `prd-1?token=${token}`).closed).code, closeCodes.tryAgainLater);
    await joined(server, "prd-1", token);
  });
});
