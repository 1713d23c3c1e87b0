/** `WebsocketProvider` of the package `y-websocket`, unmodified, with a token of `seamwork invite` and nothing else. */
import assert from "node:assert/strict";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { TEXT_NAME, colourOf } from "../../src/collab/protocol.ts";
import { connect, leave, pause, stockClient, textOf, until } from "./peer.ts";
import { startProgram, temporaryFolder, tokenFor } from "./program.ts";

describe("the stock client", () => {
  it("joins what is there, edits, and lives through a restart of the server", async () => {
    const data = temporaryFolder();
    const flags = ["--port", String(await freePort())];
    let server = await startProgram(data, { flags });
    const made = await fetch(`${server.http}/rooms/prd`, {
      method: "PUT",
      headers: { authorization: `Bearer ${tokenFor("prd")}` },
      body: "# Export\r\n\nAll rows.\n",
    });
    assert.equal(made.status, 201);
    const one = stockClient(server.url, "prd", tokenFor("prd"));
    const text = one.doc.getText(TEXT_NAME);
    await until("it has joined", () => one.synced);
    assert.equal(textOf(one.doc), "# Export\n\nAll rows.\n");
    text.insert(text.length, "Before. ");
    const saved = await connect(server.url, "prd", tokenFor("prd"), { query: "durable=1" });
    await saved.synced;
    await until("its words are on disk", () => saved.frames.some((frame) => frame[0] === 100));

    await server.kill();
    await until("it has noticed", () => !one.wsconnected);
    text.insert(text.length, "Meanwhile. ");
    server = await startProgram(data, { flags });
    await until("it is back", () => one.synced, 20);
    text.insert(text.length, "After.");
    const other = stockClient(server.url, "prd", tokenFor("prd"));
    const whole = "# Export\n\nAll rows.\nBefore. Meanwhile. After.";
    await until("another one sees all of it", () => textOf(other.doc) === whole);

    // A server that is stopped says so, and the client comes back by itself as well.
    assert.equal(await server.stop(), 0);
    await until("it has noticed", () => !one.wsconnected);
    server = await startProgram(data, { flags });
    await until("both are back", () => one.synced && other.synced, 20);
    other.doc.getText(TEXT_NAME).insert(0, "Title\n");
    await until("they have the same text", () => textOf(one.doc) === `Title\n${whole}`);
    leave(one);
    leave(other);
    assert.equal(await server.stop(), 0, server.log());
  });

  it("converges with two others who type at once, and everybody sees who is there", async () => {
    const server = await startProgram(temporaryFolder(), { limits: { keepAliveSeconds: 1 } });
    const people = ["@lena", "@mats", "@noor"].map((sub) => ({
      sub,
      client: stockClient(server.url, "prd", tokenFor("prd", { sub, name: sub.slice(1), role: "eng" })),
    }));
    await until("all have joined", () => people.every(({ client }) => client.synced));
    for (const { client } of people) client.awareness.setLocalStateField("cursor", { anchor: 1, head: 1 });
    const words: string[] = [];
    for (let n = 0; n < 100; n++) {
      for (const [who, { client }] of people.entries()) {
        const text = client.doc.getText(TEXT_NAME);
        const word = `<${who}:${n}>`;
        const at = textOf(client.doc).indexOf("<", Math.floor((text.length * n) / 100));
        text.insert(Math.max(0, at), word);
        words.push(word);
      }
      if (n % 4 === 0) await pause(2);
    }
    const texts = () => people.map(({ client }) => textOf(client.doc));
    await until("all have all words", () => texts().every((text) => text.length === words.join("").length));
    assert.equal(new Set(texts()).size, 1);
    assert.deepEqual((texts()[0]?.match(/<[^>]*>/g) ?? []).sort(), words.sort());
    for (const { client } of people) {
      await until("it sees the others", () => client.awareness.getStates().size === 3);
      for (const { sub, client: seen } of people.filter((one) => one.client !== client)) {
        const user = { handle: sub, name: sub.slice(1), role: "eng", right: "edit", colour: colourOf(sub) };
        assert.deepEqual(client.awareness.getStates().get(seen.doc.clientID), {
          cursor: { anchor: 1, head: 1 },
          user,
        });
      }
    }
    // It ends a connection on which no message comes for 30 seconds, and a ping is none.
    const last = people.map(({ client }) => client.wsLastMessageReceived);
    await until("each hears from the server", () =>
      people.every(({ client }, n) => client.wsLastMessageReceived > (last[n] ?? 0) + 1000),
    );
    for (const { client } of people) leave(client);
    assert.equal(await server.stop(), 0);
  });

  it("stays away when its token does not hold, instead of asking again and again", async () => {
    const server = await startProgram(temporaryFolder());
    const one = stockClient(server.url, "prd", tokenFor("other"));
    const codes: number[] = [];
    one.on("connection-close", (event) => codes.push(event?.code ?? 0));
    await until("it was turned away", () => codes.length > 0);
    await pause(1500);
    assert.deepEqual(codes, [4401]);
    assert.equal(one.shouldConnect, false);
    leave(one);
    assert.equal(await server.stop(), 0);
  });
});

/** A port that stays the same when the server comes back. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
