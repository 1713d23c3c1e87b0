/** People with a token who try more than it says. */
import assert from "node:assert/strict";
import * as Y from "yjs";
import { MESSAGE_SYNC, TEXT_NAME, closeCodes, colourOf } from "../../src/collab/protocol.ts";
import { connect, frameOf, pause, presenceFrame, textOf, until, updateFrame, updatesOf } from "./peer.ts";
import { randomFrom } from "../random.ts";
import { tokenFor } from "./program.ts";
import { scene } from "./scene.ts";

describe("a reader", () => {
  const at = scene();

  it("changes not a byte with 10,000 updates that an editor could send", async () => {
    const editor = await connect(at.server.url, "read", tokenFor("read"), { query: "durable=1" });
    await editor.synced;
    const text = editor.doc.getText(TEXT_NAME);
    for (const update of updatesOf(editor.doc, () => text.insert(0, "What was agreed. ".repeat(100))))
      editor.send(updateFrame(update));
    await until("it is on disk", () => editor.durable === 1);
    const before = await stateOf("read");
    const saved = await at.server.metric("seamwork_updates_total");

    const random = randomFrom(4);
    const reading = tokenFor("read", { sub: "@reader", right: "read" });
    let reader = await connect(at.server.url, "read", reading);
    await reader.synced;
    // Answers, updates, and updates that say that somebody else wrote them or that delete what they wrote.
    const crafted = craftedFrom(reader.doc, random);
    for (let n = 0; n < 10_000; n++) {
      const update = crafted[Math.floor(random() * crafted.length)]!;
      if (random() < 0.1) {
        update[Math.floor(random() * update.length)] = Math.floor(random() * 256);
      }
      if (reader.socket.readyState !== reader.socket.OPEN)
        reader = await connect(at.server.url, "read", reading);
      reader.send(frameOf(MESSAGE_SYNC, random() < 0.5 ? 1 : 2, update));
      if (n % 500 === 0) await pause(1);
    }
    // The server has read all that came before this question.
    reader.send(frameOf(MESSAGE_SYNC, 0, Uint8Array.of(0)));
    await reader.synced;
    await until("the server has counted", () => true);
    assert.equal(await at.server.metric("seamwork_updates_total"), saved);
    assert.deepEqual(await stateOf("read"), before);
    assert.equal(textOf(editor.doc), "What was agreed. ".repeat(100));
    await Promise.all([editor.close(), reader.close()]);
  });

  it("changes nothing over HTTP either, and mints no tokens", async () => {
    const reading = tokenFor("read", { right: "read" });
    const ask = (method: string, path: string, body: string) =>
      fetch(`${at.server.http}/rooms/${path}`, {
        method,
        headers: { authorization: `Bearer ${reading}` },
        body,
      });
    const guest = {
      handle: "@guest",
      name: "Guest",
      role: "eng",
      right: "edit",
      expires: Date.now() / 1000 + 60,
    };
    for (const [method, path, body] of [
      ["PUT", "read", "another text"],
      ["POST", "read/tokens", JSON.stringify(guest)],
      ["POST", "read/tokens", JSON.stringify({ ...guest, right: "read" })],
      ["POST", "read/revoke", '{"all":true}'],
      ["POST", "read/versions", '{"name":"mine"}'],
    ] as const)
      assert.equal((await ask(method, path, body)).status, 403, `${method} ${path}`);
    const { token } = (await (await ask("POST", "read/refresh", "")).json()) as { token: string };
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as {
      right: string;
    };
    assert.equal(claims.right, "read");
  });

  it("is seen all the same", async () => {
    const editor = await connect(at.server.url, "seen", tokenFor("seen"));
    const reader = await connect(at.server.url, "seen", tokenFor("seen", { sub: "@reader", right: "read" }));
    await reader.synced;
    reader.send(presenceFrame({ client: 77, clock: 1, state: { cursor: 3 } }));
    await until("the editor sees the reader", () => editor.presence.has(77));
    await Promise.all([editor.close(), reader.close()]);
  });

  it("cannot make a room, only look into an empty one", async () => {
    const reader = await connect(at.server.url, "nothing-yet", tokenFor("nothing-yet", { right: "read" }));
    await reader.synced;
    assert.equal(textOf(reader.doc), "");
    await reader.close();
    const made = await fetch(`${at.server.http}/rooms/nothing-yet`, {
      method: "PUT",
      headers: { authorization: `Bearer ${tokenFor("nothing-yet")}` },
      body: "first",
    });
    assert.equal(made.status, 201);
  });

  async function stateOf(room: string): Promise<Buffer> {
    const peer = await connect(at.server.url, room, tokenFor(room));
    await peer.synced;
    await peer.close();
    return Buffer.from(Y.encodeStateAsUpdate(peer.doc));
  }
});

describe("a forger of presence", () => {
  const at = scene();

  it("is shown with the name, role and colour of the token, and as nobody else", async () => {
    const token = (handle: string, name: string, role: string) =>
      tokenFor("faces", { sub: handle, name, role });
    const lena = await connect(at.server.url, "faces", token("@lena", "Lena Ortiz", "pm"));
    const mallory = await connect(at.server.url, "faces", token("@mallory", "Mallory", "eng"));
    const third = await connect(at.server.url, "faces", token("@third", "Third", "eng"));
    await Promise.all([lena.synced, mallory.synced, third.synced]);
    const user = {
      handle: "@lena",
      name: "Lena Ortiz",
      role: "pm",
      right: "edit",
      colour: colourOf("@lena"),
    };
    lena.send(presenceFrame({ client: 1, clock: 1, state: { cursor: 5, user: { name: "Nobody" } } }));
    await until("Lena is seen", () => third.presence.has(1));
    assert.deepEqual(third.presence.get(1), { cursor: 5, user });

    const claim = { cursor: 9, user: { ...user, colour: 3 }, name: "Lena Ortiz" };
    mallory.send(
      presenceFrame(
        { client: 2, clock: 1, state: claim },
        { client: 1, clock: 50, state: claim },
        { client: 1, clock: 2 ** 40, state: null },
        { client: 3, clock: 1, state: claim },
      ),
    );
    mallory.send(presenceFrame({ client: 1, clock: 99, state: null }));
    mallory.send(presenceFrame({ client: 4, clock: 1, state: claim }));
    // One of their own that comes after all this.
    mallory.send(presenceFrame({ client: 2, clock: 2, state: { ...claim, cursor: 10 } }));
    const isMoved = () => (third.presence.get(2) as { cursor?: number } | undefined)?.cursor === 10;
    await until("Mallory is seen", isMoved);
    const mallorys = {
      handle: "@mallory",
      name: "Mallory",
      role: "eng",
      right: "edit",
      colour: colourOf("@mallory"),
    };
    assert.deepEqual(third.presence.get(2), { cursor: 10, user: mallorys, name: "Lena Ortiz" });
    assert.deepEqual(third.presence.get(1), { cursor: 5, user });
    assert.deepEqual(
      [...third.presence.keys()].sort((a, b) => a - b),
      [1, 2],
    );

    await mallory.close();
    await until("Mallory is gone", () => third.presence.get(2) === null);
    assert.deepEqual(third.presence.get(1), { cursor: 5, user });
    await Promise.all([lena.close(), third.close()]);
  });

  it("hears nothing and is closed for states that are no objects", async () => {
    for (const state of [1, "text", [1], true]) {
      const peer = await connect(at.server.url, "faces", tokenFor("faces"));
      peer.send(presenceFrame({ client: 9, clock: 1, state }));
      assert.equal((await peer.closed).code, closeCodes.badFrame, JSON.stringify(state));
    }
  });
});

describe("an editor who puts in more than text", () => {
  const at = scene();

  const changes: Record<string, (doc: Y.Doc) => void> = {
    "a map": (doc) => doc.getMap("content-map").set("key", "value"),
    "a list": (doc) => doc.getArray("list").insert(0, [1, { a: 2 }]),
    "a list under the text's name": (doc) => doc.getArray(TEXT_NAME).insert(0, [1]),
    "a map under the text's name": (doc) => doc.getMap(TEXT_NAME).set("key", "value"),
    XML: (doc) => doc.getXmlFragment("xml").insert(0, [new Y.XmlElement("script")]),
    "XML under the text's name": (doc) => doc.getXmlFragment(TEXT_NAME).insert(0, [new Y.XmlText("x")]),
    "an embed": (doc) => doc.getText(TEXT_NAME).insertEmbed(0, { image: "x" }),
    "bold text": (doc) => doc.getText(TEXT_NAME).insert(0, "bold", { bold: true }),
    "an attribute of the text": (doc) => doc.getText(TEXT_NAME).setAttribute("a", 1),
    "another text": (doc) => doc.getText("other").insert(0, "x"),
    "a text without a name": (doc) => doc.getText("").insert(0, "x"),
    "a document in it": (doc) => doc.getMap("docs").set("inner", new Y.Doc()),
    bytes: (doc) => doc.getArray("bytes").insert(0, [new Uint8Array(10)]),
  };

  for (const [name, change] of Object.entries(changes))
    it(`is closed for ${name}, and nothing of it is kept or passed on`, async () => {
      const token = tokenFor("pure");
      const honest = await connect(at.server.url, "pure", token, { query: "durable=1" });
      await honest.synced;
      const heard = honest.frames.length;
      for (const kind of [1, 2]) {
        const peer = await connect(at.server.url, "pure", token);
        await peer.synced;
        const updates = updatesOf(peer.doc, () => change(peer.doc));
        assert(updates.length > 0);
        for (const update of updates) peer.send(frameOf(MESSAGE_SYNC, kind, update));
        assert.equal((await peer.closed).code, closeCodes.badFrame);
      }
      const next = await connect(at.server.url, "pure", token);
      await next.synced;
      assert.equal(Y.encodeStateAsUpdate(next.doc).length, 2);
      assert.equal(honest.frames.slice(heard).filter((frame) => frame[0] === MESSAGE_SYNC).length, 0);
      await Promise.all([honest.close(), next.close()]);
    });

  it("cannot write other words over what somebody has written", async () => {
    const token = tokenFor("history");
    const honest = await connect(at.server.url, "history", token, { query: "durable=1" });
    await honest.synced;
    honest.doc.clientID = 10;
    const written = updatesOf(honest.doc, () => {
      honest.doc.getText(TEXT_NAME).insert(0, "We ship.");
      honest.doc.getText(TEXT_NAME).insert(3, "will ");
    });
    const forger = await connect(at.server.url, "history", token, { query: "durable=1" });
    await forger.synced;
    for (const [n, update] of written.entries()) {
      honest.send(updateFrame(update));
      await until("it is on disk", () => honest.durable === n + 1);
    }

    // Each says that the same person wrote these letters, and some more behind them.
    const lies = [15, 17, 20].map((length) => {
      const forged = new Y.Doc();
      forged.clientID = 10;
      const [lie] = updatesOf(forged, () => forged.getText(TEXT_NAME).insert(0, "x".repeat(length)));
      return lie!;
    });
    for (const lie of lies) forger.send(updateFrame(lie));
    await until("it has been read", () => forger.durable === lies.length);
    const next = await connect(at.server.url, "history", token);
    await next.synced;
    assert.equal(textOf(next.doc), textOf(honest.doc));
    assert.match(textOf(next.doc), /^We will (x{7})?ship\.(x{7})?$/);
    await Promise.all([honest.close(), forger.close(), next.close()]);
  });
});

/** Updates that would change a document, made from a copy of it. */
function craftedFrom(doc: Y.Doc, random: () => number): Uint8Array[] {
  const crafted: Uint8Array[] = [];
  for (let n = 0; n < 200; n++) {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    // Some say that the editor wrote them.
    if (n % 3 === 0) copy.clientID = doc.store.clients.keys().next().value ?? 1;
    const text = copy.getText(TEXT_NAME);
    crafted.push(
      ...updatesOf(copy, () => {
        if (n % 2 === 0) text.insert(Math.floor(random() * text.length), "forged ");
        else text.delete(Math.floor(random() * (text.length - 10)), 1 + Math.floor(random() * 9));
      }),
    );
  }
  return crafted;
}
