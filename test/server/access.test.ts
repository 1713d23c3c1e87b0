import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { SignJWT } from "jose";
import { closeCodes } from "../../src/collab/protocol.ts";
import { addressOf } from "../../server/access/admission.ts";
import type { Admission } from "../../server/access/admission.ts";
import { keysOf, signToken } from "../../server/access/tokens.ts";
import { openLevelStore } from "../../server/store/level.ts";
import {
  ask,
  closeAll,
  clientOf,
  joined,
  keys,
  lena,
  mats,
  rawSocket,
  serverWith,
  tokenFor,
  until,
} from "./harness.ts";
import type { TestServer } from "./harness.ts";

/** A request of a socket, as far as its address goes. */
function requestFrom(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe("the address of a client", () => {
  const [open, proxied] = [{ behindProxy: false }, { behindProxy: true }] as Admission[] as [
    Admission,
    Admission,
  ];

  it("is that of its socket, whatever it claims, unless a proxy stands in front", () => {
    assert.equal(addressOf(open, requestFrom("192.0.2.7")), "192.0.2.7");
    assert.equal(addressOf(open, requestFrom("192.0.2.7", "198.51.100.1")), "192.0.2.7");
  });

  it("is what the proxy nearest to the server adds, else that of the socket", () => {
    assert.equal(addressOf(proxied, requestFrom("192.0.2.7", "203.0.113.9, 198.51.100.1")), "198.51.100.1");
    assert.equal(addressOf(proxied, requestFrom("192.0.2.7")), "192.0.2.7");
  });
});

async function codeFor(server: TestServer, room: string, token: string | undefined): Promise<number> {
  return (await rawSocket(server, token === undefined ? room : `${room}?token=${token}`).closed).code;
}

interface Made {
  readonly token: string;
  readonly expires: number;
}

async function made(response: Response): Promise<Made> {
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Made;
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;
}

const soon = (): number => Math.floor(Date.now() / 1000) + 600;

describe("a stranger", () => {
  afterEach(closeAll);

  it("gets the same answer for every room, whether it is there or not", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    (await joined(server, "prd-1", token)).text.insert(0, "secret");
    const foreign = await signToken(
      { ...lena, room: "*", expires: Date.now() + 60_000 },
      keysOf("x".repeat(32)),
    );
    const answers = new Set<string>();
    for (const room of ["prd-1", "prd-2", "..%2F..%2Fetc", "a/b", "", "%00", "x".repeat(300)]) {
      for (const [method, rest] of [
        ["GET", ""],
        ["PUT", ""],
        ["GET", "/history"],
        ["POST", "/tokens"],
        ["DELETE", ""],
      ] as const) {
        for (const given of [undefined, foreign, "nonsense"]) {
          const response = await ask(server, method, `/rooms/${room}${rest}`, { token: given });
          answers.add(`${response.status} ${await response.text()}`);
        }
      }
    }
    const error = "This invitation is not valid here, or no longer; whoever sent it can make a new one.";
    assert.deepEqual([...answers], [`401 ${JSON.stringify({ error })}\n`]);
    for (const room of ["prd-1", "prd-2", "..%2Fprd-1", "%00"]) {
      for (const given of [undefined, foreign, "nonsense"])
        assert.equal(await codeFor(server, room, given), closeCodes.unauthorized, room);
    }
  });

  it("with a token for another room, an expired one, or one signed in another way stays outside", async () => {
    const server = await serverWith();
    const claims = { name: "Lena", role: "pm", right: "edit", room: "prd-1" };
    const now = Date.now() / 1000;
    const jwt = (alg: string, iat: number, exp: number): Promise<string> =>
      new SignJWT(claims)
        .setProtectedHeader({ alg })
        .setSubject("@lena")
        .setJti("1")
        .setIssuedAt(iat)
        .setExpirationTime(exp)
        .sign(Buffer.from("0123456789abcdef0123456789abcdef".repeat(2)));
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${(await tokenFor("prd-1")).split(".")[1]}.`;
    const tokens = {
      "another room": await tokenFor("prd-2"),
      "a longer name": await tokenFor("prd-"),
      "another pattern": await tokenFor("abc-*"),
      expired: await tokenFor("prd-1", { expires: Date.now() - 90_000 }),
      "another algorithm": await jwt("HS512", now, now + 600),
      none,
    };
    for (const [what, token] of Object.entries(tokens))
      assert.equal(await codeFor(server, "prd-1", token), closeCodes.unauthorized, what);
  });

  it("may have a clock that is a minute off, and not an hour", async () => {
    const server = await serverWith();
    const at = (seconds: number): Promise<string> =>
      tokenFor("prd-1", { expires: Date.now() + seconds * 1000 });
    await joined(server, "prd-1", await at(-30));
    assert.equal(await codeFor(server, "prd-1", await at(-3600)), closeCodes.unauthorized);
  });

  it("in a web page that is not named is refused, a named one and a program are not", async () => {
    const server = await serverWith({ origins: ["https://prds.example.com"] });
    const token = await tokenFor("prd-1");
    const from = (origin: string): Promise<Response> =>
      ask(server, "GET", "/rooms/prd-1", { token, headers: { origin } });
    assert.equal((await from("https://evil.example.com")).status, 403);
    const allowed = await from("https://prds.example.com");
    assert.equal(allowed.status, 200);
    assert.equal(allowed.headers.get("access-control-allow-origin"), "https://prds.example.com");
    assert.equal((await ask(server, "GET", "/rooms/prd-1", { token })).status, 200);
  });
});

describe("a reader", () => {
  afterEach(closeAll);

  it("sees everything and changes nothing, neither by socket nor by request", async () => {
    const server = await serverWith();
    const writer = await joined(server, "prd-1", await tokenFor("prd-1"));
    writer.text.insert(0, "as it is");
    const token = await tokenFor("prd-1", { ...mats, right: "read" });
    const reader = await joined(server, "prd-1", token);
    await until("the text", () => reader.text.toJSON() === "as it is");
    reader.text.insert(0, "changed ");
    reader.text.delete(9, 3);
    reader.provider.awareness.setLocalStateField("caret", 4);
    await until("its presence", () => writer.provider.awareness.getStates().has(reader.doc.clientID));
    assert.equal(writer.text.toJSON(), "as it is");
    assert.equal(await (await ask(server, "GET", "/rooms/prd-1", { token })).text(), "as it is");
    for (const [method, rest] of [
      ["PUT", ""],
      ["POST", "/tokens"],
      ["POST", "/revoke"],
      ["POST", "/versions"],
    ] as const)
      assert.equal(
        (await ask(server, method, `/rooms/prd-1${rest}`, { token, body: "{}" })).status,
        403,
        rest,
      );
  });

  it("of a room that is not there makes none", async () => {
    const server = await serverWith();
    const reader = await joined(server, "new", await tokenFor("new", { right: "read" }));
    reader.text.insert(0, "nothing");
    await new Promise((done) => void setTimeout(done, 100));
    const seeded = await ask(server, "PUT", "/rooms/new", { token: await tokenFor("new"), body: "first" });
    assert.equal(seeded.status, 201);
  });
});

describe("a token", () => {
  afterEach(closeAll);

  it("for a pattern opens all rooms that begin like it, and is refreshed to one of them", async () => {
    const server = await serverWith();
    const token = await tokenFor("team.*");
    await joined(server, "team.prd-1", token);
    assert.equal(await codeFor(server, "other.prd-1", token), closeCodes.unauthorized);
    const { token: fresh } = await made(await ask(server, "POST", "/rooms/team.prd-2/refresh", { token }));
    assert.equal(claimsOf(fresh)["room"], "team.prd-2");
    await joined(server, "team.prd-2", fresh);
    assert.equal(await codeFor(server, "team.prd-1", fresh), closeCodes.unauthorized);
  });

  it("is refreshed for an hour at most, and never beyond its invitation", async () => {
    const server = await serverWith();
    const week = Date.now() + 7 * 86_400_000;
    const token = await tokenFor("prd-1", { expires: week });
    const before = Math.floor(Date.now() / 1000);
    const fresh = await made(await ask(server, "POST", "/rooms/prd-1/refresh", { token }));
    const after = Math.floor(Date.now() / 1000);
    assert.ok(before + 3600 <= fresh.expires && fresh.expires <= after + 3600, `${fresh.expires}`);
    const again = await made(await ask(server, "POST", "/rooms/prd-1/refresh", { token: fresh.token }));
    assert.equal(claimsOf(again.token)["until"], Math.floor(week / 1000));
    assert.equal(claimsOf(again.token)["jti"], claimsOf(token)["jti"]);
    const short = await tokenFor("prd-1", { expires: Date.now() + 600_000 });
    const last = await made(await ask(server, "POST", "/rooms/prd-1/refresh", { token: short }));
    assert.equal(last.expires, claimsOf(short)["exp"]);
  });

  it("makes others for the same room that never go beyond it", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-*");
    const wanted = {
      handle: "@mats",
      name: "Mats Berg",
      role: "eng",
      right: "read",
      expires: soon() + 86_400,
    };
    const { token: invited, expires } = await made(
      await ask(server, "POST", "/rooms/prd-1/tokens", { token, body: wanted }),
    );
    assert.equal(expires, claimsOf(token)["exp"]);
    const { sub, name, role, right, room, by } = claimsOf(invited);
    assert.deepEqual(
      { sub, name, role, right, room, by },
      { sub: "@mats", name: "Mats Berg", role: "eng", right: "read", room: "prd-1", by: "@lena" },
    );
    await joined(server, "prd-1", invited);
    for (const wrong of [
      {},
      { ...wanted, right: "own" },
      { ...wanted, handle: "a b" },
      { ...wanted, expires: 1 },
      { ...wanted, name: "a\nb" },
    ]) {
      const response = await ask(server, "POST", "/rooms/prd-1/tokens", { token, body: wrong });
      assert.equal(response.status, 400, JSON.stringify(wrong));
      assert.match(((await response.json()) as { error: string }).error, /^“(handle|name|right|expires)” /);
    }
  });

  it("that expires ends the connection, unless it was refreshed", async () => {
    const server = await serverWith();
    // A minute off is allowed, so this one expires in six seconds: time enough to come in on a busy machine.
    const short = { expires: Date.now() - 54_000, until: Date.now() + 3_600_000 };
    const stays = clientOf(server, "prd-1", await tokenFor("prd-1", short));
    const goes = clientOf(server, "prd-1", await tokenFor("prd-1", { ...short, until: short.expires }));
    const closed = new Promise<number>((done) => goes.provider.on("closed", ({ code }) => done(code)));
    await until("both in", () => stays.provider.synced && goes.provider.synced);
    await made(
      await ask(server, "POST", "/rooms/prd-1/refresh", { token: String(stays.provider.params["token"]) }),
    );
    assert.equal(await closed, closeCodes.unauthorized);
    assert.ok(stays.provider.wsconnected);
  });

  it("signed with the secret from before still holds while both are in the file", async () => {
    const both = keysOf(`${"new".repeat(12)}\n0123456789abcdef0123456789abcdef\n`);
    const server = await serverWith({ keys: both });
    await joined(
      server,
      "prd-1",
      await signToken({ ...lena, room: "prd-1", expires: Date.now() + 60_000 }, keys),
    );
    await joined(
      server,
      "prd-1",
      await signToken({ ...lena, room: "prd-1", expires: Date.now() + 60_000 }, both),
    );
    assert.throws(() => keysOf("short"), /at least 32 characters/);
    assert.throws(() => keysOf(" \n"), /no secret/);
  });
});

describe("what is taken back", () => {
  afterEach(closeAll);

  async function scene(): Promise<{
    server: TestServer;
    token: string;
    invite: (handle: string, right?: string) => Promise<string>;
  }> {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    return {
      server,
      token,
      invite: async (handle, right = "edit") => {
        const body = { handle, name: handle, role: "eng", right, expires: soon() };
        return (await made(await ask(server, "POST", "/rooms/prd-1/tokens", { token, body }))).token;
      },
    };
  }

  async function revoke(server: TestServer, token: string, body: unknown): Promise<unknown> {
    const response = await ask(server, "POST", "/rooms/prd-1/revoke", { token, body });
    assert.equal(response.status, 200);
    return ((await response.json()) as { revoked: unknown }).revoked;
  }

  it("one token: whoever is connected with it leaves at once, also after a restart, and others stay", async () => {
    const { server, token, invite } = await scene();
    const [bad, good] = [await invite("@mats"), await invite("@mats")];
    const fresh = (await made(await ask(server, "POST", "/rooms/prd-1/refresh", { token: bad }))).token;
    const { closed } = rawSocket(server, `prd-1?token=${fresh}`);
    const stays = await joined(server, "prd-1", good);
    assert.equal(await revoke(server, token, { jti: claimsOf(bad)["jti"] }), 1);
    assert.equal((await closed).code, closeCodes.revoked);
    assert.ok(stays.provider.wsconnected);
    for (const one of [bad, fresh])
      assert.equal((await ask(server, "POST", "/rooms/prd-1/refresh", { token: one })).status, 401);
    await server.stop();
    const again = await serverWith({ folder: server.folder });
    assert.equal(await codeFor(again, "prd-1", fresh), closeCodes.unauthorized);
    await joined(again, "prd-1", good);
  });

  it("a person: all they have until now, and what they gave to others; what is made later holds", async () => {
    const { server, token, invite } = await scene();
    const mats = await invite("@mats");
    const body = { handle: "@other", name: "Other", role: "eng", right: "read", expires: soon() };
    const byMats = (await made(await ask(server, "POST", "/rooms/prd-1/tokens", { token: mats, body })))
      .token;
    const zoe = await invite("@zoe");
    assert.equal(await revoke(server, token, { handle: "@mats" }), true);
    assert.equal(await codeFor(server, "prd-1", mats), closeCodes.unauthorized);
    assert.equal(await codeFor(server, "prd-1", byMats), closeCodes.unauthorized);
    await joined(server, "prd-1", zoe);
    await new Promise((done) => void setTimeout(done, 5));
    await joined(server, "prd-1", await invite("@mats"));
  });

  it("everything: but not the token of who does it, and not a team's", async () => {
    const { server, token, invite } = await scene();
    const [mats, zoe] = [await invite("@mats"), await invite("@zoe", "read")];
    const team = await tokenFor("prd-*", { handle: "@team" });
    assert.equal(await revoke(server, token, { all: true }), true);
    for (const gone of [mats, zoe])
      assert.equal(await codeFor(server, "prd-1", gone), closeCodes.unauthorized);
    for (const stays of [token, team]) await joined(server, "prd-1", stays);
    assert.equal(await revoke(server, token, { jti: claimsOf(token)["jti"] }), 0);
    await joined(server, "prd-1", token);
  });

  it("is remembered before it is said", async () => {
    const { server, token } = await scene();
    await revoke(server, token, { jti: "abc" });
    await revoke(server, token, { handle: "@mats" });
    await revoke(server, token, { all: true });
    await server.stop();
    const store = await openLevelStore(`${server.folder}/rooms`);
    assert.equal((await store.revocations()).get("prd-1")?.length, 3);
    await store.close();
  });
});
