import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PROTOCOL_VERSION } from "../../src/collab/protocol.ts";
import { logTo } from "../../server/log.ts";
import { ask, closeAll, joined, lena, serverWith, tokenFor, until } from "./harness.ts";

async function error(response: Response): Promise<string> {
  return ((await response.json()) as { error: string }).error;
}

describe("the server over HTTP", () => {
  afterEach(closeAll);

  it("says what it is, to everybody", async () => {
    const server = await serverWith();
    const response = await ask(server, "GET", "/");
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    assert.deepEqual(await response.json(), { name: "seamwork", version, protocol: PROTOCOL_VERSION });
    assert.equal((await ask(server, "GET", "/healthz")).status, 200);
    assert.deepEqual(await (await ask(server, "GET", "/readyz")).json(), { ready: true });
  });

  it("begins a room once, with the text that came with it", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        ask(server, "PUT", "/rooms/prd-1", { token, body: `text ${i}\r\nend\rlast` }),
      ),
    );
    assert.equal(all.filter(({ status }) => status === 201).length, 1);
    assert.equal(all.filter(({ status }) => status === 409).length, 4);
    assert.equal(await error(all.find(({ status }) => status === 409)!), "This PRD already exists.");
    const client = await joined(server, "prd-1", token);
    assert.match(client.text.toJSON(), /^text \d\nend\nlast$/);
    client.text.delete(0, client.text.length);
    await until(
      "empty",
      async () => (await (await ask(server, "GET", "/rooms/prd-1", { token })).text()) === "",
    );
    assert.equal((await ask(server, "PUT", "/rooms/prd-1", { token, body: "again" })).status, 409);
    await server.stop();
    const again = await serverWith({ folder: server.folder });
    assert.equal((await ask(again, "PUT", "/rooms/prd-1", { token, body: "again" })).status, 409);
    assert.equal(
      (await ask(again, "PUT", "/rooms/prd-1", { token: await tokenFor("x"), body: "again" })).status,
      401,
    );
  });

  it("does not begin a room in which somebody writes already", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    const client = await joined(server, "prd-1", token);
    client.text.insert(0, "first");
    await until(
      "there",
      async () => (await (await ask(server, "GET", "/rooms/prd-1", { token })).text()) === "first",
    );
    assert.equal((await ask(server, "PUT", "/rooms/prd-1", { token, body: "second" })).status, 409);
  });

  it("takes UTF-8 and JSON only, and says so", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    const headers = { authorization: `Bearer ${token}` };
    const url = `${server.url.replace("ws", "http")}/rooms/prd-1`;
    const latin = await fetch(url, { method: "PUT", headers, body: Buffer.from("caf\u00E9", "latin1") });
    assert.equal(latin.status, 400);
    assert.equal(await error(latin), "The text should be UTF-8.");
    const response = await ask(server, "POST", "/rooms/prd-1/versions", { token, body: "{" });
    assert.equal(await error(response), "The body should be JSON.");
    assert.equal((await ask(server, "GET", "/rooms/prd-1/nothing", { token })).status, 404);
    assert.equal((await ask(server, "DELETE", "/rooms/prd-1", { token })).status, 404);
  });

  it("shows metrics on this machine; behind a proxy only with a token for every room", async () => {
    const server = await serverWith();
    const text = await (await ask(server, "GET", "/metrics")).text();
    assert.match(text, /^seamwork_sockets 0$/m);
    assert.match(text, /^process_resident_memory_bytes /m);
    const proxied = await serverWith({ behindProxy: true });
    assert.equal((await ask(proxied, "GET", "/metrics")).status, 401);
    assert.equal((await ask(proxied, "GET", "/metrics", { token: await tokenFor("prd-1") })).status, 401);
    assert.equal((await ask(proxied, "GET", "/metrics", { token: await tokenFor("*") })).status, 200);
  });

  it("logs what fails without texts, tokens and addresses with tokens", async () => {
    const lines: string[] = [];
    const server = await serverWith({ log: logTo((line) => lines.push(line)) });
    const token = await tokenFor("prd-1", { ...lena, name: "Lena Geheim" });
    const client = await joined(server, "prd-1", token);
    client.text.insert(0, "a text that nobody else should read");
    client.provider.ws!.send(new Uint8Array([77, 1, 2]));
    await new Promise((done) => client.provider.once("closed", done));
    await ask(server, "PUT", "/rooms/prd-1", { token, body: "a text that nobody" });
    await server.stop();
    const log = lines.join("");
    for (const secret of [token, token.split(".")[2]!, "nobody", "?token"])
      assert.ok(!log.includes(secret), log);
    assert.match(log, /"room":"prd-1".*"socket closed"/);
  });
});
