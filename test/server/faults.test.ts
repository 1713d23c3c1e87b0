/** A disk that is full, does not flush, or gives back something else than was written. */
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ClassicLevel } from "classic-level";
import * as Y from "yjs";
import { keysOf } from "../../server/access/tokens.ts";
import { logTo } from "../../server/log.ts";
import { startServer } from "../../server/server.ts";
import type { RunningServer } from "../../server/server.ts";
import type { Store } from "../../server/store/store.ts";
import { openLevelStore } from "../../server/store/level.ts";
import { TEXT_NAME, closeCodes } from "../../src/collab/protocol.ts";
import { connect, pause, textOf, until, updateFrame, updatesOf } from "./peer.ts";
import { rounds } from "../long.ts";
import { randomFrom } from "../random.ts";
import type { Peer } from "./peer.ts";
import { secret, startProgram, temporaryFolder, tokenFor } from "./program.ts";

const keys = keysOf(secret);
const open: RunningServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.stop(0.1);
});

interface Faulty {
  readonly server: RunningServer;
  readonly folder: string;
  /** What the store answers with instead of writing; undefined lets it write. */
  fault: (() => Promise<never>) | undefined;
  readonly log: string[];
}

/** A server whose store can be made to fail. */
async function faulty(folder = temporaryFolder()): Promise<Faulty> {
  const store = await openLevelStore(join(folder, "rooms"));
  const log: string[] = [];
  const failing: Store = {
    ...store,
    append: (...args) => (made.fault === undefined ? store.append(...args) : made.fault()),
    compact: (...args) => (made.fault === undefined ? store.compact(...args) : made.fault()),
  };
  const server = await startServer({
    ...{ store: failing, keys, port: 0, limits: { emptyRoomSeconds: 0.05 } },
    log: logTo((line) => log.push(line)),
  });
  open.push(server);
  const made: Faulty = { server, folder, log, fault: undefined };
  return made;
}

const noSpace = () =>
  Promise.reject(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }));

/** Connects somebody who is told what is on disk, and types. */
async function typing(
  url: string,
  room: string,
): Promise<Peer & { type: (text: string) => void; sent: number }> {
  const peer = await connect(url, room, tokenFor(room), { query: "durable=1" });
  await peer.synced;
  const made = Object.assign(peer, {
    sent: 0,
    type(text: string) {
      const content = peer.doc.getText(TEXT_NAME);
      for (const update of updatesOf(peer.doc, () => content.insert(content.length, text))) {
        peer.send(updateFrame(update));
        made.sent++;
      }
    },
  });
  return made;
}

async function textIn(url: string, room: string): Promise<string> {
  const peer = await connect(url, room, tokenFor(room));
  await peer.synced;
  await peer.close();
  return textOf(peer.doc);
}

async function status(url: string, path: string): Promise<number> {
  return (await fetch(`${url.replace(/^ws/, "http")}${path}`)).status;
}

describe("a full disk", () => {
  it("keeps nobody from working, is not passed over in silence, and loses nothing once there is space", async () => {
    const made = await faulty();
    const { url } = made.server;
    const one = await typing(url, "a");
    const other = await typing(url, "a");
    one.type("on disk ");
    await until("it is on disk", () => one.durable === 1);
    made.fault = noSpace;
    one.type("not yet ");
    await until("the other one sees it all the same", () => textOf(other.doc) === "on disk not yet ");
    await until("the failure is told to who watches", () => made.log.some((line) => line.includes("ENOSPC")));
    assert.equal(one.durable, 1);
    assert.equal(await status(url, "/readyz"), 503);
    assert.equal(await status(url, "/healthz"), 200);
    assert(!made.log.some((line) => line.includes("not yet")), "Texts are no business of a log.");
    // Nobody is in the room any more, and it must not leave memory.
    await Promise.all([one.close(), other.close()]);
    await pause(300);
    assert.equal(await textIn(url, "a"), "on disk not yet ");
    made.fault = undefined;
    await until("the server is ready again", () => made.log.some((line) => line.includes("saved again")), 30);
    assert.equal(await status(url, "/readyz"), 200);
    await made.server.stop();
    const next = await faulty(made.folder);
    assert.equal(await textIn(next.server.url, "a"), "on disk not yet ");
  });

  it("is told to whoever wants to share a PRD or see its history, instead of no answer", async () => {
    const made = await faulty();
    made.fault = noSpace;
    const ask = async (method: string, path: string): Promise<string> => {
      const headers = { authorization: `Bearer ${tokenFor("a")}`, "content-type": "text/plain" };
      const body = method === "PUT" ? "# Waiting list\n" : null;
      const response = await fetch(`${made.server.url.replace(/^ws/, "http")}${path}`, {
        method,
        headers,
        body,
      });
      return `${response.status} ${await response.text()}`;
    };
    const shared = ask("PUT", "/rooms/a");
    await until("it fails", () => made.log.some((line) => line.includes("ENOSPC")));
    const history = await ask("GET", "/rooms/a/history");
    for (const answer of [await shared, history])
      assert.match(answer, /^507 .*cannot write to its disk, which may be full/);
    made.fault = undefined;
    await until("the server is ready again", () => made.log.some((line) => line.includes("saved again")), 30);
    assert.match(await ask("GET", "/rooms/a/history"), /^200 /);
    assert.equal(await textIn(made.server.url, "a"), "# Waiting list\n");
  });

  it("is said on stopping, which comes to an end; what was acknowledged is there", async () => {
    const made = await faulty();
    const one = await typing(made.server.url, "a");
    one.type("kept");
    await until("it is on disk", () => one.durable === 1);
    made.fault = noSpace;
    one.type(" and lost");
    await until("it fails", () => made.log.some((line) => line.includes("ENOSPC")));
    // Without an end to it, it would be tried for ever.
    assert.equal(await made.server.stop(1), false);
    assert.equal((await one.closed).code, closeCodes.goingAway);
    assert.equal(one.durable, 1);
    const next = await faulty(made.folder);
    assert.equal(await textIn(next.server.url, "a"), "kept");
    // Who typed still has it, and brings it back.
    const again = await connect(next.server.url, "a", tokenFor("a"));
    await again.synced;
    again.send(updateFrame(Y.encodeStateAsUpdate(one.doc)));
    await until("it is back", async () => (await textIn(next.server.url, "a")) === "kept and lost");
    await again.close();
  });

  it("delays compacting, and nothing is lost by it", async () => {
    const made = await faulty();
    const one = await typing(made.server.url, "a");
    one.type("text");
    await until("it is on disk", () => one.durable === 1);
    made.fault = noSpace;
    await one.close();
    await until("compacting failed", () => made.log.some((line) => line.includes("not compacted")));
    assert.equal(await textIn(made.server.url, "a"), "text");
  });

  // A limit of the process on the size of its files is what the system offers everybody; the write fails all the same.
  if (process.platform !== "win32")
    it("is survived by LevelDB too, with what it was writing half on the disk", async () => {
      const data = temporaryFolder();
      const server = await startProgram(data, { fileKilobytes: 64 });
      const one = await typing(server.url, "a");
      const word = "words ".repeat(100);
      for (let n = 0; n < 300 && !server.log().includes("not saved"); n++) {
        one.type(word);
        await pause(5);
      }
      await until("the disk is full", () => server.log().includes("not saved"));
      one.type(word);
      // Opened anew, the database begins a file that has room again.
      await until("all of it is on disk", () => one.durable === one.sent, 30);
      assert(server.alive());
      assert.equal(await status(server.url, "/readyz"), 200);
      const { durable } = one;
      await server.kill();
      const again = await startProgram(data);
      const text = await textIn(again.url, "a");
      // More may be there than was said, but in order and nothing in between.
      assert(text.length >= durable * word.length, `${text.length} of ${durable * word.length}`);
      assert(textOf(one.doc).startsWith(text));
      await again.stop();
    });
});

describe("a disk that does not flush", () => {
  it("gets nothing acknowledged, however long it takes, and everything when it does", async () => {
    const made = await faulty();
    let flush = () => {};
    const one = await typing(made.server.url, "a");
    const flushed = new Promise<void>((resolve) => (flush = resolve));
    made.fault = () => flushed.then(() => Promise.reject(new Error("EIO: i/o error, fsync")));
    one.type("text");
    await pause(500);
    assert.equal(one.durable, 0);
    flush();
    await until("the failure is told", () => made.log.some((line) => line.includes("EIO")));
    assert.equal(one.durable, 0);
    made.fault = undefined;
    await until("it is on disk", () => one.durable === 1);
    await one.close();
  });
});

const TAILS = rounds(12, 60);

describe("damaged data", () => {
  it(`in the tail, ${TAILS} times, keeps no server from starting and no room from going on`, async () => {
    const random = randomFrom(5);
    const { data, log, doc, durable } = await written();
    const whole = readFileSync(join(data, "rooms", log));
    let lost = 0;
    for (let n = 0; n < TAILS; n++) {
      const copy = copied(data);
      const cut = Math.floor(random() * Math.min(whole.length, 3000));
      const kept = whole.subarray(0, whole.length - cut);
      const tail = Buffer.from({ length: n % 3 === 0 ? 0 : cut } as ArrayLike<number>).map(
        () => random() * 256,
      );
      writeFileSync(join(copy, "rooms", log), Buffer.concat([kept, tail]));
      const { server } = await faulty(copy);
      const text = await textIn(server.url, "a");
      assert(textOf(doc).startsWith(text), `${n}: not a beginning of what was typed`);
      if (text.length < durable) lost++;
      // Who typed comes back, is told of nothing that is not there, and brings it.
      const again = await connect(server.url, "a", tokenFor("a"), { query: "durable=1" });
      await again.synced;
      again.send(updateFrame(Y.encodeStateAsUpdate(doc)));
      await until("it is on disk", () => again.durable === 1);
      await again.close();
      await server.stop();
      const next = await faulty(copy);
      assert.equal(await textIn(next.server.url, "a"), textOf(doc));
      await next.server.stop();
    }
    assert(lost > TAILS / 3, "Otherwise this test damages nothing.");
  });

  const harms: Record<string, (db: ClassicLevel<string, Uint8Array>) => Promise<void>> = {
    "a saved update is missing": (db) => db.del("a!u!000000000003"),
    "several are missing": (db) => db.clear({ gt: "a!u!000000000002", lt: "a!u!000000000005" }),
    "a byte of one has changed": async (db) => {
      const value = await db.get("a!u!000000000003");
      assert(value !== undefined);
      value[value.length - 2]! ^= 1;
      await db.put("a!u!000000000003", value);
    },
    "one is empty": (db) => db.put("a!u!000000000003", new Uint8Array(0)),
    "the first is missing": (db) => db.del("a!u!000000000001"),
  };
  for (const [name, harm] of Object.entries(harms))
    it(`refuses a room in which ${name}, says so, and touches nothing of it`, async () => {
      const { data } = await written();
      const db = new ClassicLevel<string, Uint8Array>(join(data, "rooms"), { valueEncoding: "view" });
      await harm(db);
      await db.close();
      const before = await contents(data, "a!");
      const { server, log } = await faulty(data);
      for (let n = 0; n < 3; n++) {
        const peer = await connect(server.url, "a", tokenFor("a"));
        const { code, reason } = await peer.closed;
        assert.equal(code, closeCodes.roomDamaged);
        assert.match(reason, /^The server cannot read this PRD; whoever runs it can help\.$/);
        assert.equal(peer.frames.length, 0);
      }
      for (const [method, path] of [
        ["GET", ""],
        ["PUT", ""],
        ["GET", "/history"],
        ["POST", "/versions"],
      ] as const) {
        const response = await fetch(`${server.url.replace(/^ws/, "http")}/rooms/a${path}`, {
          method,
          headers: { authorization: `Bearer ${tokenFor("a")}` },
          ...(method !== "GET" && { body: '{"name":"x"}' }),
        });
        assert.equal(response.status, 500);
        assert.match(
          ((await response.json()) as { error: string }).error,
          /^The server cannot read this PRD/,
        );
      }
      assert(
        log.some((line) => line.includes('"room":"a"') && line.includes("not opened")),
        log.join(""),
      );
      // The next room is none the worse.
      const other = await typing(server.url, "b");
      other.type("fine");
      await until("it is on disk", () => other.durable === 1);
      await other.close();
      await server.stop();
      assert.deepEqual(await contents(data, "a!"), before);
    });

  it("that LevelDB cannot open is said in one sentence, and the program ends", async () => {
    const { data } = await written();
    for (const name of readdirSync(join(data, "rooms")))
      if (name.startsWith("MANIFEST")) writeFileSync(join(data, "rooms", name), "nonsense");
    await assert.rejects(startProgram(data), (error: Error) => {
      assert.match(
        error.message,
        /^The server ended with 2 instead of listening:\n[^\n]*stays untouched[^\n]*\n$/,
      );
      return true;
    });
  });

  it("is not what a second server makes: it is told that the first one has it", async () => {
    const data = temporaryFolder();
    const first = await startProgram(data);
    await assert.rejects(
      startProgram(data),
      /ended with 2 instead of listening:\n[^\n]*another server is using it[^\n]*\n$/,
    );
    assert.equal(await status(first.url, "/healthz"), 200);
    await first.stop();
  });
});

/** A room `a` in which much was typed, by a server that was killed. @returns the name of the database's log, too */
async function written(): Promise<{ data: string; log: string; doc: Y.Doc; durable: number }> {
  const data = temporaryFolder();
  const { server } = await faulty(data);
  const one = await typing(server.url, "a");
  for (let n = 0; n < 40; n++) {
    one.type(`${n} ${"word ".repeat(20)}`);
    await until("it is on disk", () => one.durable === one.sent);
  }
  // Before anybody leaves, since a room that nobody is in is compacted.
  await server.stop(1);
  await one.close();
  const log = readdirSync(join(data, "rooms")).find((name) => name.endsWith(".log"));
  assert(log !== undefined);
  return { data, log, doc: one.doc, durable: textOf(one.doc).length };
}

function copied(data: string): string {
  const copy = temporaryFolder();
  mkdirSync(join(copy, "rooms"));
  for (const name of readdirSync(join(data, "rooms")))
    if (name !== "LOCK") copyFileSync(join(data, "rooms", name), join(copy, "rooms", name));
  return copy;
}

async function contents(data: string, prefix: string): Promise<[string, string][]> {
  const db = new ClassicLevel<string, Uint8Array>(join(data, "rooms"), { valueEncoding: "view" });
  const all: [string, string][] = [];
  for await (const [key, value] of db.iterator({ gte: prefix }))
    if (key.startsWith(prefix)) all.push([key, Buffer.from(value).toString("hex")]);
  await db.close();
  return all;
}
