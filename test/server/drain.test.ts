import assert from "node:assert/strict";
import { closeCodes } from "../../src/collab/protocol.ts";
import { openLevelStore } from "../../server/store/level.ts";
import type { Store } from "../../server/store/store.ts";
import { ask, closeAll, joined, rawSocket, serverWith, temporaryFolder, tokenFor, until } from "./harness.ts";

describe("a server that is told to stop", () => {
  afterEach(closeAll);

  it("saves what came in the same moment, says goodbye, and lets nobody in", async () => {
    const folder = temporaryFolder();
    const store = await openLevelStore(folder);
    let release = (): void => undefined;
    const wait = new Promise<void>((done) => (release = done));
    const slow: Store = { ...store, append: (room, entries) => wait.then(() => store.append(room, entries)) };
    const server = await serverWith({ store: slow });
    const token = await tokenFor("prd-1");
    const { closed } = rawSocket(server, `prd-1?token=${token}`);
    const client = await joined(server, "prd-1", token);
    const reader = await joined(server, "prd-1", token);
    client.text.insert(0, "the last words");
    await until("others see it", () => reader.text.length > 0);
    const stopping = server.stop();
    const refused = await rawSocket(server, `prd-1?token=${token}`).closed;
    assert.equal(refused.code, 1006);
    release();
    assert.equal(await stopping, true);
    assert.equal((await closed).code, closeCodes.goingAway);
    const again = await openLevelStore(folder);
    assert.equal((await again.load("prd-1")).entries.length, 1);
    await again.close();
  });

  it("stops once, and says the same to everybody who asks", async () => {
    const server = await serverWith();
    assert.deepEqual(await Promise.all([server.stop(), server.stop()]), [true, true]);
  });

  it("gives up at its deadline when the store does not answer, and says so", async () => {
    const store = await openLevelStore(temporaryFolder());
    const stuck: Store = {
      ...store,
      append: () => new Promise(() => undefined),
      close: () => new Promise(() => undefined),
    };
    const server = await serverWith({ store: stuck });
    const client = await joined(server, "prd-1", await tokenFor("prd-1"));
    client.text.insert(0, "unsaved");
    await until("there", async () => {
      return (
        (await (await ask(server, "GET", "/rooms/prd-1", { token: await tokenFor("prd-1") })).text()) !== ""
      );
    });
    // Neither the store nor the room would ever let it end.
    assert.equal(await server.stop(0.3), false);
  });

  it("does not wait for a room that cannot be loaded", async () => {
    const store = await openLevelStore(temporaryFolder());
    const stuck: Store = { ...store, load: () => new Promise(() => undefined) };
    const server = await serverWith({ store: stuck });
    rawSocket(server, `prd-1?token=${await tokenFor("prd-1")}`);
    await new Promise((done) => void setTimeout(done, 100));
    // False is what it says when the time was up.
    assert.equal(await server.stop(100), true);
  });
});
