import assert from "node:assert/strict";
import { NOBODY } from "../../../src/collab/protocol.ts";
import { claimsOf } from "../../../src/collab/session/token.ts";
import type { ServerError } from "../../../src/collab/session/server-api.ts";
import { closeAll, mats, serverWith, until } from "../harness.ts";
import { copyFileOf, sitDown } from "./people.ts";
import type { AtDesk } from "./people.ts";

const text = "# Waiting list\n\n## Why\n\nPeople ring back every day.\n";

const saved = ({ live }: AtDesk): Promise<void> =>
  until("saved", () => live.status.kind === "live" && live.status.pending === 0);

const same = (...desks: readonly AtDesk[]): Promise<void> =>
  until("the same text everywhere", () =>
    desks.every(
      ({ live, buffer }) =>
        live.text === desks[0]?.live.text && buffer.text.replaceAll("\r\n", "\n") === live.text,
    ),
  );

describe("two people in one PRD", () => {
  afterEach(closeAll);

  it("begin with the first one's file, and see each other's words", async () => {
    const { url: server } = await serverWith();
    const lena = await sitDown({ server, room: "growth.PRD-7", file: text, seed: text });
    const mats1 = await sitDown({ server, room: "growth.PRD-7", grant: mats });
    assert.equal(mats1.buffer.text, text);
    lena.buffer.type(0, "A");
    mats1.buffer.type(text.length, "Some twice.\n");
    await same(lena, mats1);
    assert.equal(lena.live.text, `A${text}Some twice.\n`);
    await until("seen", () => lena.live.participants.length === 1);
    assert.deepEqual(
      lena.live.participants.map(({ name, role }) => `${name}, ${role}`),
      ["Mats Berg, eng"],
    );
    await saved(lena);
  });

  it("may have different line ends in their files", async () => {
    const { url: server } = await serverWith();
    const lena = await sitDown({ server, room: "a", file: text, seed: text });
    const crlf = text.replaceAll("\n", "\r\n");
    const other = await sitDown({ server, room: "a", file: crlf, grant: mats });
    other.buffer.type(crlf.length, "x\r\n");
    await same(lena, other);
    assert.equal(lena.buffer.text, `${text}x\n`);
  });

  it("say “saved” also after a deletion, and not before", async () => {
    const { url: server } = await serverWith();
    const lena = await sitDown({ server, room: "a", file: text, seed: text });
    await saved(lena);
    lena.buffer.remove(0, 2);
    assert.equal(lena.live.status.kind === "live" && lena.live.status.pending, 1);
    await saved(lena);
  });

  it("are asked when their files differ and nothing tells which came first; the text that loses is kept", async () => {
    const { url: server } = await serverWith();
    await sitDown({ server, room: "a", file: text, seed: text });
    const mine = text.replace("every day", "twice a day");
    const shared = await sitDown({ server, room: "a", file: mine, choose: () => Promise.resolve("shared") });
    await same(shared);
    assert.deepEqual([shared.buffer.text, shared.backups], [text, [mine]]);
    const both = await sitDown({ server, room: "a", file: mine, choose: () => Promise.resolve("merged") });
    await same(both, shared);
    assert.match(both.live.text, /every day\.\n.*twice a day/);
    const before = both.live.text;
    const wins = await sitDown({ server, room: "a", file: mine, choose: () => Promise.resolve("mine") });
    await same(wins, both, shared);
    assert.deepEqual([shared.buffer.text, wins.backups], [mine, [before]]);
    const neither = await sitDown({
      server,
      room: "a",
      file: "else\n",
      choose: () => Promise.resolve(undefined),
    });
    assert.deepEqual([neither.live.attached, neither.buffer.text], [undefined, "else\n"]);
  });

  it("who may only read, follows and changes nothing", async () => {
    const { url: server } = await serverWith();
    const lena = await sitDown({ server, room: "a", file: text, seed: text });
    const reader = await sitDown({ server, room: "a", grant: { ...mats, right: "read" } });
    assert.equal(reader.live.status.kind, "read-only");
    reader.buffer.type(0, "no");
    lena.buffer.type(0, "yes ");
    await same(lena, reader);
    assert.equal(lena.live.text, `yes ${text}`);
  });
});

describe("coming back", () => {
  afterEach(closeAll);

  /** Writes while the server is away, closes the window, and opens it again when the server is back. */
  async function awayAndBack(
    file: (desk: AtDesk) => string,
  ): Promise<{ lena: AtDesk; back: AtDesk; folder: string }> {
    const first = await serverWith();
    const lena = await sitDown({ server: first.url, room: "a", file: text, seed: text });
    const away = await sitDown({
      server: first.url,
      room: "a",
      file: text,
      grant: mats,
      copyFile: copyFileOf(),
    });
    away.buffer.type(0, "early ");
    await same(lena, away);
    away.buffer.save();
    await saved(away);
    await first.stop(2);
    await until("offline", () => away.live.status.kind === "offline");
    away.buffer.type(0, "offline1 ");
    away.buffer.type(0, "offline2 ");
    assert.equal(away.live.status.kind === "offline" && away.live.status.pending, 2);
    await away.close();
    lena.buffer.type(lena.buffer.text.length, "meanwhile\n");
    const again = await serverWith({ folder: first.folder, port: first.port });
    const back = await sitDown({
      server: again.url,
      room: "a",
      file: file(away),
      grant: mats,
      copyFile: away.copyFile,
    });
    await same(lena, back);
    await saved(back);
    return { lena, back, folder: first.folder };
  }
  const expected = `offline2 offline1 early ${text}meanwhile\n`;

  it("brings what was written offline, when the buffer is as it was", async () => {
    const { lena } = await awayAndBack(({ buffer }) => buffer.text);
    assert.equal(lena.live.text, expected);
  });

  it("brings it also when the file has only what was saved", async () => {
    const { lena } = await awayAndBack(() => `early ${text}`);
    assert.equal(lena.live.text, expected);
  });

  it("brings what another program wrote into the file meanwhile", async () => {
    const { lena, back } = await awayAndBack(({ buffer }) => buffer.text.replace("## Why", "## Why, by git"));
    assert.deepEqual([...lena.live.text.matchAll(/offline\d|early|meanwhile|by git/g)].map(String).sort(), [
      "by git",
      "early",
      "meanwhile",
      "offline1",
      "offline2",
    ]);
    assert.deepEqual(back.backups, []);
  });

  it("keeps both where another program and somebody else wrote in the same place", async () => {
    const { lena, back } = await awayAndBack(({ buffer }) => `${buffer.text}by git\n`);
    const both = ["by git\nmeanwhile", "meanwhile\nby git"].map((lines) =>
      expected.replace("meanwhile", lines),
    );
    assert.ok(both.includes(lena.live.text), lena.live.text);
    assert.deepEqual(back.backups, []);
  });

  it("does not double what the server had and the local copy had not", async () => {
    const { url: server } = await serverWith();
    const lena = await sitDown({ server, room: "a", file: text, seed: text });
    const copyFile = copyFileOf();
    const away = await sitDown({ server, room: "a", file: text, grant: mats, copyFile });
    await away.live.writeCopy();
    const { bytes } = copyFile;
    away.buffer.type(0, "sent ");
    await same(lena, away);
    await away.close();
    // VS Code was killed before it was written down; the buffer was kept by VS Code itself.
    copyFile.bytes = bytes!;
    const back = await sitDown({ server, room: "a", file: `sent ${text}`, grant: mats, copyFile });
    await same(lena, back);
    assert.equal(lena.live.text, `sent ${text}`);
  });

  it("merges texts when the server has lost the room and somebody shared it anew", async () => {
    const first = await serverWith();
    const copyFile = copyFileOf();
    const away = await sitDown({ server: first.url, room: "a", file: text, seed: text, copyFile });
    away.buffer.type(0, "mine ");
    await away.close();
    await first.stop(2);
    const anew = await serverWith();
    const lena = await sitDown({
      server: anew.url,
      room: "a",
      file: `${text}theirs\n`,
      seed: `${text}theirs\n`,
    });
    const choose = (): Promise<"merged"> => Promise.resolve("merged");
    const back = await sitDown({ server: anew.url, room: "a", file: `mine ${text}`, copyFile, choose });
    await same(lena, back);
    assert.deepEqual([...lena.live.text.matchAll(/mine|theirs|# Why/g)].map(String).sort(), [
      "# Why",
      "mine",
      "theirs",
    ]);
  });

  it("needs no server: the file opens, and what is written is kept", async () => {
    const server = await serverWith();
    const copyFile = copyFileOf();
    const lena = await sitDown({ server: server.url, room: "a", file: text, seed: text, copyFile });
    await lena.close();
    await server.stop(2);
    const alone = await sitDown({ server: server.url, room: "a", file: text, copyFile });
    alone.buffer.type(0, "alone ");
    assert.deepEqual([alone.live.text, alone.live.status.kind], [`alone ${text}`, "offline"]);
  });
});

describe("what the server says about an invitation", () => {
  afterEach(closeAll);

  it("is one sentence for an unreachable server", async () => {
    const server = await serverWith();
    await server.stop(2);
    await assert.rejects(sitDown({ server: server.url, room: "a" }), (error: ServerError) => {
      assert.equal(error.kind, "unreachable");
      assert.match(error.message, /cannot be reached\. Is the server running/);
      return true;
    });
  });

  it("is one sentence for an expired and for a foreign one", async () => {
    const { url: server } = await serverWith();
    const past = Date.now() - 86_400_000;
    await assert.rejects(
      sitDown({ server, room: "a", grant: { expires: past, until: past } }),
      /invitation/i,
    );
    await assert.rejects(sitDown({ server, room: "a", grant: { room: "b" } }), /invitation/i);
  });

  it("ends a session whose invitation is taken back, and keeps the text", async () => {
    const { url: server } = await serverWith();
    const lena = await sitDown({ server, room: "a", file: text, seed: text });
    const token = await lena.live.api.invite({ ...mats, expires: Date.now() / 1000 + 600 });
    assert.equal(claimsOf(token)?.name, "Mats Berg");
    const guest = await sitDown({ server, room: "a", invitation: { server, room: "a", token } });
    await lena.live.api.revoke("all");
    await until("ended", () => guest.live.status.kind === "ended");
    const { status } = guest.live;
    assert.match(status.kind === "ended" ? status.reason : "", /taken back/);
    assert.equal(guest.buffer.text, text);
  });

  it("can be a version with a name, and a history by day and person", async () => {
    const { url: server } = await serverWith();
    const lena = await sitDown({ server, room: "a", file: text, seed: text });
    const { id } = await lena.live.api.nameVersion("Agreed");
    lena.buffer.type(0, "later ");
    await saved(lena);
    const { versions, days } = await lena.live.api.history();
    assert.deepEqual(
      versions.map(({ name, by }) => [name, by.handle]),
      [["Agreed", "@lena"]],
    );
    const inserted = new Map(days[0]?.people.map((one) => [one.handle, one.inserted]));
    assert.deepEqual([inserted.get(NOBODY), inserted.get("@lena")], [text.length, "later ".length]);
    assert.equal(await lena.live.api.text({ version: id }), text);
    assert.equal(await lena.live.api.text("now"), `later ${text}`);
    lena.live.replaceText(await lena.live.api.text({ version: id }));
    await same(lena);
    assert.equal(lena.buffer.text, text);
    lena.live.attached?.binding.undo();
    await same(lena);
    assert.equal(lena.buffer.text, `later ${text}`);
  });
});
