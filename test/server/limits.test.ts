import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import * as Y from "yjs";
import { closeCodes } from "../../src/collab/protocol.ts";
import { awarenessFrame } from "../../server/room/frames.ts";
import { defaultLimits, limitTable, parseLimits } from "../../server/limits.ts";
import type { Limits } from "../../server/limits.ts";
import { metricTable, SAVE_SECONDS } from "../../server/metrics.ts";
import { openLevelStore } from "../../server/store/level.ts";
import type { Store } from "../../server/store/store.ts";
import {
  ask,
  clientOf,
  closeAll,
  joined,
  metric,
  payloadOf,
  rawSocket,
  serverWith,
  synced,
  temporaryFolder,
  tokenFor,
  until,
  updateMessage,
} from "./harness.ts";
import type { TestServer } from "./harness.ts";

function updateOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("content").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** An open bare socket. */
async function open(server: TestServer, room: string, token: string): Promise<ReturnType<typeof rawSocket>> {
  const raw = rawSocket(server, `${room}?token=${token}`);
  await new Promise((done) => raw.ws.once("open", done));
  return raw;
}

/** One test for each limit, by its name; what is missing here does not compile. */
const tests: { readonly [name in keyof Limits]: () => Promise<void> } = {
  async frameBytes() {
    const server = await serverWith({ limits: { frameBytes: 5000 } });
    const token = await tokenFor("prd-1");
    const { ws, closed } = await open(server, "prd-1", token);
    ws.send(updateMessage(updateOf("x".repeat(6000))));
    assert.equal((await closed).code, closeCodes.overLimit);
    assert.equal((await ask(server, "PUT", "/rooms/prd-1", { token, body: "x".repeat(5001) })).status, 413);
    assert.equal((await ask(server, "PUT", "/rooms/prd-1", { token, body: "x".repeat(5000) })).status, 201);
  },
  async roomBytes() {
    const server = await serverWith({ limits: { roomBytes: 2000 } });
    const token = await tokenFor("prd-1");
    const first = await open(server, "prd-1", token);
    first.ws.send(updateMessage(updateOf("x".repeat(1500))));
    await until(
      "there",
      async () => (await (await ask(server, "GET", "/rooms/prd-1", { token })).text()).length === 1500,
    );
    first.ws.send(updateMessage(updateOf("y".repeat(600))));
    assert.equal((await first.closed).code, closeCodes.overLimit);
    assert.equal((await (await ask(server, "GET", "/rooms/prd-1", { token })).text()).length, 1500);
    const other = await tokenFor("prd-2");
    assert.equal(
      (await ask(server, "PUT", "/rooms/prd-2", { token: other, body: "x".repeat(3000) })).status,
      413,
    );
    assert.equal((await ask(server, "PUT", "/rooms/prd-2", { token: other, body: "x" })).status, 201);
  },
  async rooms() {
    const server = await serverWith({ limits: { rooms: 2 } });
    const token = await tokenFor("prd-*");
    await joined(server, "prd-1", token);
    await joined(server, "prd-2", token);
    assert.equal((await rawSocket(server, `prd-3?token=${token}`).closed).code, closeCodes.tryAgainLater);
    assert.equal((await ask(server, "GET", "/rooms/prd-3", { token })).status, 503);
    await joined(server, "prd-2", token);
  },
  async sockets() {
    const server = await serverWith({ limits: { sockets: 2 } });
    const token = await tokenFor("prd-1");
    await joined(server, "prd-1", token);
    const second = await joined(server, "prd-1", token);
    assert.equal((await rawSocket(server, `prd-1?token=${token}`).closed).code, closeCodes.tryAgainLater);
    second.provider.destroy();
    await until("one left", async () => (await metric(server, "sockets")) === 1);
    await joined(server, "prd-1", token);
  },
  async socketsPerAddress() {
    const server = await serverWith({ behindProxy: true, limits: { socketsPerAddress: 2 } });
    const from = async (address: string): Promise<number | "open"> => {
      const raw = rawSocket(server, `prd-1?token=${await tokenFor("prd-1")}`, {
        "x-forwarded-for": `10.0.0.9, ${address}`,
      });
      const opened = until("a first frame", () => raw.frames.length > 0).then(() => "open" as const);
      return Promise.race([raw.closed.then(({ code }) => code), opened]);
    };
    assert.equal(await from("10.0.0.1"), "open");
    assert.equal(await from("10.0.0.1"), "open");
    assert.equal(await from("10.0.0.1"), closeCodes.overLimit);
    assert.equal(await from("10.0.0.2"), "open");
  },
  async socketsPerToken() {
    const server = await serverWith({ limits: { socketsPerToken: 2 } });
    const token = await tokenFor("prd-1");
    const first = await joined(server, "prd-1", token);
    await joined(server, "prd-1", token);
    const response = await ask(server, "POST", "/rooms/prd-1/refresh", { token });
    const { token: fresh } = (await response.json()) as { token: string };
    assert.equal((await rawSocket(server, `prd-1?token=${fresh}`).closed).code, closeCodes.overLimit);
    await joined(server, "prd-1", await tokenFor("prd-1"));
    first.provider.destroy();
    await until("one left", async () => (await metric(server, "sockets")) === 2);
    await joined(server, "prd-1", fresh);
  },
  async socketsPerRoom() {
    const server = await serverWith({ limits: { socketsPerRoom: 2 } });
    const token = await tokenFor("prd-*");
    await joined(server, "prd-1", token);
    await joined(server, "prd-1", token);
    assert.equal((await rawSocket(server, `prd-1?token=${token}`).closed).code, closeCodes.overLimit);
    await joined(server, "prd-2", token);
  },
  async messagesPerSecond() {
    const server = await serverWith({ limits: { messagesPerSecond: 50 } });
    const token = await tokenFor("prd-1");
    const reader = await joined(server, "prd-1", token);
    const { ws } = await open(server, "prd-1", token);
    for (let i = 0; i < 200; i++) ws.send(updateMessage(updateOf("x")));
    await until("all there", () => reader.text.length === 200);
    assert.ok((await metric(server, "throttled_total")) > 0);
  },
  async bytesPerSecond() {
    const server = await serverWith({ limits: { bytesPerSecond: 50_000 } });
    const token = await tokenFor("prd-1");
    const reader = await joined(server, "prd-1", token);
    const { ws } = await open(server, "prd-1", token);
    for (let i = 0; i < 20; i++) ws.send(updateMessage(updateOf("x".repeat(10_000))));
    await until("all there", () => reader.text.length === 200_000);
    assert.ok((await metric(server, "throttled_total")) > 0);
  },
  async requestsPerMinute() {
    const server = await serverWith({ limits: { requestsPerMinute: 3 } });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await ask(server, "GET", "/healthz")).status);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  },
  async headerBytes() {
    const server = await serverWith({ limits: { headerBytes: 2000 } });
    const answer = await new Promise<string>((done) => {
      const socket = connect(server.port, "127.0.0.1");
      let text = "";
      socket.on("data", (data) => (text += data.toString())).on("close", () => done(text));
      socket.write(`GET /prd-1?token=${"x".repeat(3000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    });
    assert.match(answer, /^HTTP\/1.1 431 /);
    await joined(server, "prd-1", await tokenFor("prd-1"));
  },
  async awarenessBytes() {
    const server = await serverWith({ limits: { awarenessBytes: 100 } });
    const { ws, closed } = await open(server, "prd-1", await tokenFor("prd-1"));
    const state = (size: number): string => JSON.stringify({ caret: "x".repeat(size) });
    ws.send(payloadOf(awarenessFrame([{ client: 1, clock: 1, state: state(20) }])));
    const other = await joined(server, "prd-1", await tokenFor("prd-1"));
    await until("the small one", () => other.provider.awareness.getStates().has(1));
    ws.send(payloadOf(awarenessFrame([{ client: 1, clock: 2, state: state(120) }])));
    assert.equal((await closed).code, closeCodes.overLimit);
  },
  async slowReaderBytes() {
    const { server, writer, slow } = await slowReader(30);
    await until("paused", async () => (await metric(server, "slow_readers_total")) === 1);
    slow.ws.resume();
    const doc = new Y.Doc();
    const { clientID } = writer.doc;
    await until("all that it missed", () => {
      for (const frame of slow.frames.splice(0)) {
        // Sync, an update or step 2, whose length takes two bytes or more.
        if (frame[0] !== 0 || frame[1] === 0) continue;
        let at = 2;
        while (frame[at++]! >= 0x80);
        Y.applyUpdate(doc, frame.subarray(at));
      }
      return Y.decodeStateVector(Y.encodeStateVector(doc)).get(clientID) === writer.text.length;
    });
    assert.equal(doc.getText("content").toJSON(), writer.text.toJSON());
    assert.equal(await metric(server, "slow_readers_closed_total"), 0);
  },
  async slowReaderSeconds() {
    const { server, writer, slow } = await slowReader(0.3);
    await until(
      "closed by the server",
      async () => (await metric(server, "slow_readers_closed_total")) === 1,
    );
    slow.ws.resume();
    assert.equal((await slow.closed).code, closeCodes.tryAgainLater);
    assert.ok(writer.provider.wsconnected);
  },
  async unsavedBytes() {
    const store = await openLevelStore(temporaryFolder());
    let go = (): void => undefined;
    const wait = new Promise<void>((done) => (go = done));
    const stuck: Store = {
      ...store,
      append: (room, entries) => wait.then(() => store.append(room, entries)),
    };
    const server = await serverWith({ store: stuck, limits: { unsavedBytes: 20_000 } });
    const token = await tokenFor("prd-1");
    const reader = await joined(server, "prd-1", token);
    const { ws } = await open(server, "prd-1", token);
    for (let i = 0; i < 100; i++) {
      ws.send(updateMessage(updateOf("x".repeat(1000))));
      await new Promise((done) => void setTimeout(done, 2));
    }
    await until("as much as may be", async () => (await metric(server, "unsaved_bytes")) > 20_000);
    await new Promise((done) => void setTimeout(done, 100));
    const held = await metric(server, "unsaved_bytes");
    assert.ok(held < 40_000, `${held}`);
    go();
    await until("all of it", () => reader.text.length === 100_000);
    await until("saved", async () => (await metric(server, "unsaved_bytes")) === 0);
  },
  async emptyRoomSeconds() {
    const [long, short] = await Promise.all(
      [1000, 0.05].map((emptyRoomSeconds) => serverWith({ limits: { emptyRoomSeconds } })),
    );
    for (const server of [long!, short!]) {
      const client = await joined(server, "prd-1", await tokenFor("prd-1"));
      client.provider.destroy();
      await until("nobody there", async () => (await metric(server, "sockets")) === 0);
    }
    await until("the room gone", async () => (await metric(short!, "rooms")) === 0);
    assert.equal(await metric(long!, "rooms"), 1);
  },
  async compactAfterUpdates() {
    const server = await serverWith({ limits: { compactAfterUpdates: 3 } });
    const client = await joined(server, "prd-1", await tokenFor("prd-1"));
    for (let i = 0; i < 2; i++) await save(server, () => client.text.insert(0, "x"));
    assert.equal(await metric(server, "compactions_total"), 0);
    await save(server, () => client.text.insert(0, "x"));
    await until("compacted", async () => (await metric(server, "compactions_total")) === 1);
  },
  async compactAfterBytes() {
    const server = await serverWith({ limits: { compactAfterBytes: 1000 } });
    const client = await joined(server, "prd-1", await tokenFor("prd-1"));
    await save(server, () => client.text.insert(0, "x".repeat(600)));
    assert.equal(await metric(server, "compactions_total"), 0);
    await save(server, () => client.text.insert(0, "x".repeat(600)));
    await until("compacted", async () => (await metric(server, "compactions_total")) === 1);
  },
  async versionsPerRoom() {
    const server = await serverWith({ limits: { versionsPerRoom: 2 } });
    const token = await tokenFor("prd-1");
    const statuses: number[] = [];
    for (const name of ["a", "b", "c"])
      statuses.push((await ask(server, "POST", "/rooms/prd-1/versions", { token, body: { name } })).status);
    assert.deepEqual(statuses, [201, 201, 429]);
  },
  async revocationsPerRoom() {
    const server = await serverWith({ limits: { revocationsPerRoom: 2 } });
    const token = await tokenFor("prd-1");
    const statuses: number[] = [];
    for (const body of [{ jti: "a" }, { handle: "@b" }, { jti: "c" }, { all: true }])
      statuses.push((await ask(server, "POST", "/rooms/prd-1/revoke", { token, body })).status);
    assert.deepEqual(statuses, [200, 200, 429, 200]);
  },
  async keepAliveSeconds() {
    const server = await serverWith({ limits: { keepAliveSeconds: 0.1 } });
    const token = await tokenFor("prd-1");
    const quiet = await open(server, "prd-1", token);
    const alive = Buffer.from([1, 1, 0]);
    await until("signs of life", () => quiet.frames.filter((frame) => frame.equals(alive)).length >= 2);
    // It answers pings, so it stays; one that answers nothing is ended.
    const dead = await open(server, "prd-1", token);
    dead.ws.pause();
    await until("one of them ended", async () => (await metric(server, "sockets")) === 1);
    assert.equal(quiet.ws.readyState, quiet.ws.OPEN);
  },
  async drainSeconds() {
    const store = await openLevelStore(temporaryFolder());
    const full: Store = { ...store, append: () => Promise.reject(new Error("the disk is full")) };
    const server = await serverWith({ store: full, limits: { drainSeconds: 0.3 } });
    const client = await joined(server, "prd-1", await tokenFor("prd-1"));
    client.text.insert(0, "unsaved");
    await until("it fails", async () => (await metric(server, "save_failures_total")) > 0);
    // Without this limit it would have ten seconds.
    const late = new Promise((done) => void setTimeout(done, 8_000, "late").unref());
    assert.equal(await Promise.race([server.stop(), late]), false);
  },
};

async function save(server: TestServer, change: () => void): Promise<void> {
  const before = await metric(server, "saves_total");
  change();
  await until("saved", async () => (await metric(server, "saves_total")) > before);
}

/** Somebody who writes much, and somebody who does not read it. */
async function slowReader(slowReaderSeconds: number): Promise<{
  server: TestServer;
  writer: Awaited<ReturnType<typeof joined>>;
  slow: ReturnType<typeof rawSocket>;
}> {
  const server = await serverWith({ limits: { slowReaderBytes: 100_000, slowReaderSeconds } });
  const token = await tokenFor("prd-1");
  const slow = await open(server, "prd-1", token);
  slow.ws.pause();
  const writer = clientOf(server, "prd-1", token);
  await synced(writer);
  // The system's own buffers take some megabytes.
  for (let i = 0; i < 100 && (await metric(server, "slow_readers_total")) === 0; i++) {
    writer.text.insert(0, `${i} `.repeat(50_000));
    await new Promise((done) => void setTimeout(done, 5));
  }
  writer.text.insert(0, "the end ");
  return { server, writer, slow };
}

describe("the limit", () => {
  afterEach(closeAll);
  for (const [name, test] of Object.entries(tests)) it(`${name} holds`, test);
});

describe("a limits file", () => {
  it("is YAML or JSON, and keeps the defaults of what it does not name", () => {
    assert.deepEqual(parseLimits("rooms: 5\nsockets: 7 # few\n"), { ...defaultLimits, rooms: 5, sockets: 7 });
    assert.deepEqual(parseLimits('{"rooms": 5}'), { ...defaultLimits, rooms: 5 });
    assert.deepEqual(parseLimits(""), defaultLimits);
  });

  it("that is wrong is named so", () => {
    assert.throws(() => parseLimits("roms: 5"), /there is no limit “roms”; there are frameBytes, /);
    assert.throws(() => parseLimits("rooms: many"), /“rooms” should be a number above 0/);
    assert.throws(() => parseLimits("rooms: -1"), /“rooms” should be a number above 0/);
    assert.throws(() => parseLimits("- 1"), /a list of `name: number`/);
    assert.throws(() => parseLimits("{"), /neither YAML nor JSON/);
  });
});

describe("docs/server.md", () => {
  // Columns are padded there.
  const page = readFileSync("docs/server.md", "utf8").replaceAll(/ +/g, " ");

  it("says of every limit what it is and what it means", () => {
    for (const [name, { unit, value, meaning }] of Object.entries(limitTable)) {
      const row = `| \`${name}\` | ${value.toLocaleString("en")} ${unit} | ${meaning} |`;
      assert.ok(page.includes(row), `Missing in docs/server.md:\n${row}`);
    }
  });

  it("says of every metric what it means", () => {
    const rows = Object.entries(metricTable).map(
      ([name, { kind, help }]) => `| \`seamwork_${name}\` | ${kind} | ${help} |`,
    );
    rows.push(`| \`seamwork_${SAVE_SECONDS.name}\` | histogram | ${SAVE_SECONDS.help} |`);
    for (const row of rows) assert.ok(page.includes(row), `Missing in docs/server.md:\n${row}`);
  });
});
