import assert from "node:assert/strict";
import * as Y from "yjs";
import { compacted, dayOf } from "../../server/room/history.ts";
import { seedUpdate } from "../../server/room/seed.ts";
import { openLevelStore } from "../../server/store/level.ts";
import type { Day, Entry, Version } from "../../server/store/store.ts";
import {
  ask,
  closeAll,
  joined,
  lena,
  mats,
  serverWith,
  temporaryFolder,
  tokenFor,
  until,
} from "./harness.ts";

const today = (): string => new Date().toISOString().slice(0, 10);

interface History {
  readonly versions: readonly Version[];
  readonly days: readonly Day[];
}

describe("history", () => {
  afterEach(closeAll);

  it("tells who inserted and deleted how much today, and the text at the day's end", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    const a = await joined(server, "prd-1", token);
    const b = await joined(server, "prd-1", await tokenFor("prd-1", mats));
    a.text.insert(0, "Hello 🧵 world");
    await until("b has it", () => b.text.length === 14);
    b.text.delete(0, 6);
    b.text.insert(0, "Bye ");
    await until("a has it", () => a.text.toJSON() === "Bye 🧵 world");
    const history = (await (await ask(server, "GET", "/rooms/prd-1/history", { token })).json()) as History;
    assert.equal(history.days[0]!.day, today());
    assert.deepEqual(
      new Map(
        history.days[0]!.people.map(({ handle, name, inserted, deleted }) => [
          handle,
          { name, inserted, deleted },
        ]),
      ),
      new Map([
        ["@lena", { name: "Lena Fischer", inserted: 14, deleted: 0 }],
        ["@mats", { name: "Mats Berg", inserted: 4, deleted: 6 }],
      ]),
    );
    const text = await ask(server, "GET", `/rooms/prd-1/days/${today()}`, { token });
    assert.equal(await text.text(), "Bye 🧵 world");
    assert.equal((await ask(server, "GET", "/rooms/prd-1/days/1999-01-01", { token })).status, 404);
    a.text.insert(0, "xx");
    await until("counted on", async () => {
      const next = (await (await ask(server, "GET", "/rooms/prd-1/history", { token })).json()) as History;
      return (
        next.days.length === 1 &&
        next.days[0]!.people.some(({ handle, inserted }) => handle === "@lena" && inserted === 16)
      );
    });
  });

  it("says of nobody that they wrote what the room began with", async () => {
    const server = await serverWith();
    const token = await tokenFor("prd-1");
    await ask(server, "PUT", "/rooms/prd-1", { token, body: "What was there. " });
    const a = await joined(server, "prd-1", token);
    a.text.insert(0, "New. ");
    await until("it is counted", async () => {
      const history = (await (await ask(server, "GET", "/rooms/prd-1/history", { token })).json()) as History;
      const people = history.days[0]?.people.map(({ handle, inserted }) => `${handle} ${inserted}`) ?? [];
      return people.sort().join() === " 16,@lena 5";
    });
  });

  it("keeps named versions for good, newest first", async () => {
    const server = await serverWith({ limits: { emptyRoomSeconds: 0.05 } });
    const token = await tokenFor("prd-1");
    await ask(server, "PUT", "/rooms/prd-1", { token, body: "first" });
    const named = async (name: string): Promise<Version> => {
      const response = await ask(server, "POST", "/rooms/prd-1/versions", { token, body: { name } });
      assert.equal(response.status, 201);
      return (await response.json()) as Version;
    };
    const agreed = await named("Agreed");
    assert.deepEqual(agreed.by, { handle: "@lena", name: "Lena Fischer" });
    const a = await joined(server, "prd-1", token);
    a.text.insert(5, " second");
    await until(
      "there",
      async () => (await (await ask(server, "GET", "/rooms/prd-1", { token })).text()) === "first second",
    );
    const shipped = await named("Shipped");
    a.provider.destroy();
    await server.stop();
    const again = await serverWith({ folder: server.folder });
    const reader = await tokenFor("prd-1", { right: "read" });
    const { versions } = (await (
      await ask(again, "GET", "/rooms/prd-1/history", { token: reader })
    ).json()) as History;
    assert.deepEqual(versions, [shipped, agreed]);
    const textOf = async ({ id }: Version): Promise<string> =>
      (await ask(again, "GET", `/rooms/prd-1/versions/${id}`, { token: reader })).text();
    assert.equal(await textOf(agreed), "first");
    assert.equal(await textOf(shipped), "first second");
    assert.equal((await ask(again, "GET", "/rooms/prd-1/versions/none", { token: reader })).status, 404);
    assert.equal(
      (await ask(again, "POST", "/rooms/prd-1/versions", { token, body: { name: "" } })).status,
      400,
    );
  });

  it("of several days is told from what compaction counts, with a text for each", async () => {
    const doc = new Y.Doc();
    const entries: Entry[] = [];
    const write = (at: string, author: typeof lena | typeof mats, change: (text: Y.Text) => void): void => {
      const before = Y.encodeStateVector(doc);
      change(doc.getText("content"));
      entries.push({
        seq: entries.length + 1,
        update: Y.encodeStateAsUpdate(doc, before),
        author,
        at: Date.parse(at),
      });
    };
    write("2026-03-01T23:59:59.999Z", lena, (text) => text.insert(0, "one two"));
    write("2026-03-02T00:00:00.000Z", mats, (text) => text.delete(0, 4));
    write("2026-03-02T12:00:00.000Z", lena, (text) => text.insert(3, "!"));
    write("2026-03-05T12:00:00.000Z", mats, (text) => text.insert(0, "?"));
    const first = await compacted({ state: undefined, seq: 0, entries: entries.slice(0, 2) }, []);
    const second = await compacted(
      { state: first.state, seq: first.seq, entries: entries.slice(2) },
      first.days,
    );
    const told = ({ day, people, text }: (typeof first.days)[number]): unknown => [
      day,
      text,
      people.map(({ handle, inserted, deleted }) => [handle, inserted, deleted]),
    ];
    assert.deepEqual(first.days.map(told), [
      ["2026-03-01", "one two", [["@lena", 7, 0]]],
      ["2026-03-02", "two", [["@mats", 0, 4]]],
    ]);
    assert.deepEqual(second.days.map(told), [
      [
        "2026-03-02",
        "two!",
        [
          ["@mats", 0, 4],
          ["@lena", 1, 0],
        ],
      ],
      ["2026-03-05", "?two!", [["@mats", 1, 0]]],
    ]);
    assert.equal(second.seq, 4);
    const again = new Y.Doc();
    Y.applyUpdate(again, second.state);
    assert.equal(again.getText("content").toJSON(), "?two!");
    assert.equal(dayOf(0), "1970-01-01");
  });

  it("is gone with the room, and only with that room", async () => {
    const store = await openLevelStore(temporaryFolder());
    const author = { handle: "@lena", name: "Lena", role: "pm" };
    const by = { handle: "@lena", name: "Lena" };
    for (const room of ["prd", "prd.1", "prd-1", "pr"]) {
      await store.append(room, [{ seq: 1, update: seedUpdate(room)!, author, at: 0 }]);
      await store.addVersion(room, { id: "1", name: "Agreed", by, at: "2026-01-01T00:00:00.000Z" }, room);
    }
    await store.remove("prd");
    assert.deepEqual(await store.load("prd"), { state: undefined, seq: 0, entries: [] });
    assert.equal(await store.versionText("prd", "1"), undefined);
    for (const room of ["prd.1", "prd-1", "pr"]) {
      assert.equal((await store.load(room)).entries.length, 1);
      assert.equal(await store.versionText(room, "1"), room);
    }
    await store.close();
  });
});
