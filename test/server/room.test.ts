/** A room by itself: no sockets, and a store whose disk is as fast as the test says. */
import assert from "node:assert/strict";
import * as Y from "yjs";
import { MESSAGE_DURABLE, MESSAGE_SYNC, TEXT_NAME } from "../../src/collab/protocol.ts";
import { defaultLimits } from "../../server/limits.ts";
import type { Limits } from "../../server/limits.ts";
import { silent } from "../../server/log.ts";
import { startMetrics } from "../../server/metrics.ts";
import { readBytes, readNumber } from "../../server/room/bytes.ts";
import { Journal } from "../../server/room/journal.ts";
import type { Member, Services } from "../../server/room/member.ts";
import { presenceOf } from "../../server/room/presence.ts";
import { Room } from "../../server/room/room.ts";
import type { Entry, Store } from "../../server/store/store.ts";
import { lena, mats, payloadOf } from "./harness.ts";
import { updatesOf } from "./peer.ts";

function servicesWith(limits: Partial<Limits> = {}): { services: Services; saved: Entry[] } {
  const saved: Entry[] = [];
  const store: Pick<Store, "load" | "append"> = {
    load: () => Promise.resolve({ state: undefined, seq: 0, entries: [] }),
    append(_room, entries) {
      saved.push(...entries);
      return Promise.resolve();
    },
  };
  const services = {
    store: store as Store,
    limits: { ...defaultLimits, ...limits },
    metrics: startMetrics(),
    log: silent,
  };
  return { services, saved };
}

interface Listener extends Member {
  readonly frames: Buffer[];
  /** While it is, nothing reaches the member. */
  isPaused: boolean;
}

function memberOf(person: typeof lena | typeof mats): Listener {
  const member: Listener = {
    person,
    presence: presenceOf(person),
    durable: true,
    received: 0,
    flushed: 0,
    acknowledged: -1,
    frames: [],
    isPaused: false,
    send(frame) {
      if (member.isPaused) return false;
      member.frames.push(payloadOf(frame));
      return true;
    },
    hold() {},
    release() {},
  };
  return member;
}

/** How many of its own updates a member was told are on disk, each time. */
function acknowledgements({ frames }: Listener): number[] {
  return frames.flatMap((bytes) => {
    const cursor = { bytes, at: 0 };
    if (readNumber(cursor) !== MESSAGE_DURABLE) return [];
    readBytes(cursor);
    return [readNumber(cursor)];
  });
}

/** The text that a member has who got these frames. */
function textOf(...frames: readonly Buffer[]): string {
  const doc = new Y.Doc();
  for (const bytes of frames) {
    const cursor = { bytes, at: 0 };
    if (readNumber(cursor) === MESSAGE_SYNC && readNumber(cursor) !== 0)
      Y.applyUpdate(doc, readBytes(cursor));
  }
  return doc.getText(TEXT_NAME).toJSON();
}

function typed(text: string, doc = new Y.Doc()): Uint8Array {
  const shared = doc.getText(TEXT_NAME);
  return updatesOf(doc, () => shared.insert(shared.length, text))[0]!;
}

describe("a room", () => {
  it("takes deletions when it is full: otherwise nobody could make it smaller", async () => {
    const doc = new Y.Doc();
    const text = typed("x".repeat(500), doc);
    const { services } = servicesWith({ roomBytes: text.length + 5 });
    const room = new Room("a", services);
    await room.ready;
    const member = memberOf(lena);
    assert.ok(room.receive(member, lena, text, false));
    room.flush();
    assert.ok(!room.receive(member, lena, typed("more", doc), false));
    const [deletion] = updatesOf(doc, () => doc.getText(TEXT_NAME).delete(0, 100));
    assert.ok(room.receive(member, lena, deletion!, false));
    await room.saved();
    assert.equal(room.text, "x".repeat(400));
  });

  it("tells a member who reads again what is on disk, though it was said while nothing reached them", async () => {
    const { services } = servicesWith();
    const room = new Room("a", services);
    await room.ready;
    const member = memberOf(lena);
    room.join(member);
    await room.saved();
    member.isPaused = true;
    room.receive(member, lena, typed("word"), false);
    await room.saved();
    assert.deepEqual(acknowledgements(member), [0]);
    member.isPaused = false;
    room.caughtUp(member);
    await room.saved();
    assert.deepEqual(acknowledgements(member), [0, 1]);
  });

  it("keeps for a member who is paused what came in the same tick, before and after", async () => {
    const { services } = servicesWith();
    const room = new Room("a", services);
    await room.ready;
    const [writer, reader] = [memberOf(lena), memberOf(mats)];
    room.join(writer);
    room.join(reader);
    const doc = new Y.Doc();
    room.receive(writer, lena, typed("before ", doc), false);
    reader.isPaused = true;
    const missed = room.bookmark();
    room.receive(writer, lena, typed("after", doc), false);
    await room.saved();
    assert.equal(textOf(...reader.frames), "");
    assert.equal(textOf(...missed().map(payloadOf)), "before after");
  });
});

describe("a room's journal", () => {
  it("gives what one person wrote together the time of the last of it", async () => {
    const { services, saved } = servicesWith();
    const journal = new Journal("a", services);
    const doc = new Y.Doc();
    journal.add(typed("one ", doc), lena, 1000);
    journal.add(typed("other ", new Y.Doc()), mats, 2000);
    journal.add(typed("two", doc), lena, 3000);
    await journal.save();
    assert.deepEqual(
      saved.map(({ seq, author, at }) => [seq, author.handle, at]),
      [
        [1, "@lena", 3000],
        [2, "@mats", 2000],
      ],
    );
  });
});
