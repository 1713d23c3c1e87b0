/** Those without a token that holds: they get nothing, not even whether a room exists. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";
import { closeCodes } from "../../src/collab/protocol.ts";
import { connect, until } from "./peer.ts";
import { person, secret, signed, tokenFor } from "./program.ts";
import type { Claims } from "./program.ts";
import { scene } from "./scene.ts";

const room = "kept";
const hour = 3600;
const header = { alg: "HS256", typ: "JWT" };

/** Tokens that open nothing, by what is wrong with them. */
function wrongTokens(): Record<string, string | undefined> {
  const good = person(room);
  const now = Math.floor(Date.now() / 1000);
  const claims = (changes: Claims) => signed(header, { ...good, ...changes }, secret);
  const [head = "", body = "", signature = ""] = tokenFor(room).split(".");
  return {
    "no token": undefined,
    "an empty token": "",
    "no token but words": "letmein",
    "half a token": `${head}.${body}`,
    "another secret": signed(header, good, "another secret of at least 32 bytes, really"),
    "an empty secret": signed(header, good, ""),
    "no signature": signed(header, good, undefined),
    "alg none": signed({ alg: "none" }, good, undefined),
    "alg none with a signature": signed({ alg: "none" }, good, secret),
    "another alg": signed({ alg: "HS512" }, good, secret),
    "a key of its own": signed({ alg: "HS256", jwk: { kty: "oct", k: "AAAA" } }, good, "AAAA"),
    "an extension that must be understood": signed({ alg: "HS256", crit: ["x"], x: 1 }, good, secret),
    "a changed body": `${head}.${Buffer.from(JSON.stringify({ ...good, right: "edit" })).toString("base64url")}.${signature}`,
    expired: claims({ iat: now - 2 * hour, exp: now - 61 }),
    "no expiry": claims({ exp: undefined }),
    "an expiry that is no number": claims({ exp: "tomorrow" }),
    "not valid yet": claims({ nbf: now + hour }),
    "made in the future": claims({ iat: now + hour, exp: now + 2 * hour }),
    "another room": tokenFor("other"),
    "rooms that begin otherwise": tokenFor("other*"),
    "a room that begins with this one's name": tokenFor("kept2"),
    "the beginning of this room without a star": tokenFor("kep"),
    "a star in the middle": claims({ room: "k*t" }),
    "two stars": claims({ room: "**" }),
    "no room": claims({ room: undefined }),
    "a list of rooms": claims({ room: [room] }),
    "no person": claims({ sub: undefined }),
    "an unknown right": claims({ right: "own" }),
    "no right": claims({ right: undefined }),
    "16 KB of name": claims({ name: "x".repeat(16_000) }),
  };
}

describe("a stranger", () => {
  const at = scene({ requestsPerMinute: 100_000 });

  before(async () => {
    const authorization = `Bearer ${tokenFor(room)}`;
    const made = await fetch(`${at.server.http}/rooms/${room}`, {
      method: "PUT",
      headers: { authorization },
      body: "a secret plan",
    });
    assert.equal(made.status, 201);
  });

  for (const [name, token] of Object.entries(wrongTokens()))
    it(`with ${name} is turned away without a word about the room`, async () => {
      for (const where of [room, "never-made"]) {
        const peer = await connect(at.server.url, where, token).catch((error: unknown) => error as Error);
        // A head that is too large is not answered with a websocket at all.
        if (peer instanceof Error) assert.equal(name, "16 KB of name");
        else {
          const { code, reason } = await peer.closed;
          assert.deepEqual([code, peer.frames.length], [closeCodes.unauthorized, 0]);
          assert.equal(reason, "This invitation is not valid here, or has expired.");
        }
      }
      if (name === "16 KB of name") return;
      const answers = new Set<string>();
      for (const where of [room, "never-made", "..%2Fkept", "*"])
        for (const [method, path] of requests) {
          const response = await fetch(`${at.server.http}/rooms/${where}${path}`, {
            method,
            ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
            ...(method !== "GET" && { body: "{}" }),
          });
          answers.add(`${response.status} ${await response.text()}`);
        }
      assert.equal(answers.size, 1, [...answers].join());
      assert.match([...answers][0] ?? "", /^401 \{"error":"[^"]+"\}\n$/);
    });

  it("cannot tell from the time either whether a room exists: none is opened, nor looked for on the disk", async () => {
    // Only that of the two at work is in memory.
    await until("the room is put away", async () => (await at.server.metric("seamwork_rooms")) === 1);
    const opened = await at.server.metric("seamwork_rooms_loaded_total");
    const foreign = tokenFor("other");
    for (let n = 0; n < 20; n++)
      for (const where of [room, "never-made"]) {
        await fetch(`${at.server.http}/rooms/${where}`, { headers: { authorization: `Bearer ${foreign}` } });
        await (
          await connect(at.server.url, where, foreign)
        ).closed;
      }
    assert.equal(await at.server.metric("seamwork_rooms_loaded_total"), opened);
    assert.equal(await at.server.metric("seamwork_rooms"), 1);
  });

  it("makes no rooms and no files by names that look like paths, not even with a token for every room", async () => {
    const before = files(at.data);
    const rooms = await at.server.metric("seamwork_rooms");
    for (const name of [
      ...[
        "..",
        ".",
        "-x",
        "_x",
        "a%2Fb",
        "a%5Cb",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%2f..%2fx",
        "a%00b",
        "a!b",
      ],
      ...[
        "%ff",
        "%",
        "é",
        "a%20b",
        "a:b",
        "CON%20",
        "x".repeat(101),
        "a*",
        "%2a",
        "constructor%00",
        "__proto__",
      ],
    ]) {
      const response = await fetch(`${at.server.http}/rooms/${name}`, {
        method: "PUT",
        headers: { authorization: `Bearer ${tokenFor("*")}` },
        body: "text",
      });
      assert([401, 404].includes(response.status), `${name}: ${response.status}`);
      const { socket, head } = await upgrade(at.server.http, `/${name}?token=${tokenFor("*")}`);
      assert(/^HTTP\/1\.1 (400|101)/.test(head.toString("latin1")), name);
      if (head.toString("latin1").startsWith("HTTP/1.1 101")) {
        const frame = head.subarray(head.indexOf("\r\n\r\n") + 4);
        assert.deepEqual([frame[0], frame.readUInt16BE(2)], [0x88, closeCodes.unauthorized], name);
      }
      socket.destroy();
    }
    assert.equal(await at.server.metric("seamwork_rooms"), rooms);
    assert.deepEqual(files(at.data), before);
  });

  it("cannot use a web page that the server does not know", async () => {
    const headers = { origin: "https://evil.example", authorization: `Bearer ${tokenFor(room)}` };
    assert.equal((await fetch(`${at.server.http}/rooms/${room}`, { headers })).status, 403);
    const { socket, head } = await upgrade(
      at.server.http,
      `/${room}?token=${tokenFor(room)}`,
      "Origin: null\r\n",
    );
    assert.match(head.toString("latin1"), /^HTTP\/1\.1 403/);
    socket.destroy();
  });

  it("is let out when the time of the token is over, also while connected", async () => {
    // Two clocks may be a minute apart, so this token has a second or two left; on a slow machine it takes another try.
    let wasIn = false;
    for (let left = 2; !wasIn; left *= 2) {
      const exp = Math.floor(Date.now() / 1000) - 60 + left;
      const peer = await connect(at.server.url, room, tokenFor(room, { exp, jti: randomUUID() }));
      wasIn = await Promise.race([peer.synced.then(() => true), peer.closed.then(() => false)]);
      assert.equal((await peer.closed).code, closeCodes.unauthorized);
    }
  });
});

const requests = [
  ["GET", ""],
  ["PUT", ""],
  ["POST", "/tokens"],
  ["POST", "/refresh"],
  ["POST", "/revoke"],
  ["POST", "/versions"],
  ["GET", "/history"],
  ["GET", "/versions/1"],
  ["GET", "/days/2026-01-01"],
  ["DELETE", ""],
  ["GET", "/nothing"],
] as const;

/** The names of all files, without those that the database numbers. */
function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => !/\d{6}\.(ldb|log)$|MANIFEST-\d+$|LOG(\.old)?$|CURRENT$/.test(name))
    .sort();
}

/** Asks for a websocket without a client that would correct the path. @returns what was answered, up to a first frame */
async function upgrade(http: string, path: string, headers = "") {
  const socket = connectTcp({ port: Number(new URL(http).port), host: "127.0.0.1" });
  let head = Buffer.alloc(0);
  const answered = new Promise<void>((resolve) => {
    socket.on("error", () => resolve());
    socket.on("close", () => resolve());
    socket.on("data", (bytes) => {
      head = Buffer.concat([head, bytes]);
      const end = head.indexOf("\r\n\r\n");
      const isWhole = head.length > end + 8 || !head.toString("latin1").startsWith("HTTP/1.1 101");
      if (end > 0 && isWhole) resolve();
    });
  });
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${headers}` +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
  );
  await answered;
  return { socket, head };
}
