/**
 * The store on LevelDB. Keys are `ROOM!KIND!…`; no room's name holds a `!`, which sorts before all that it can hold.
 *
 * u!SEQ an update · s the state · d!DAY who did how much · t!DAY the text at the day's end · v!ID a version ·
 * w!ID its text · x!… what was revoked (behind `!x!`, so that all rooms' lie together)
 */
import { ClassicLevel } from "classic-level";
import {
  openedEntry,
  openedJson,
  openedState,
  opened,
  sealed,
  sealedEntry,
  sealedJson,
  sealedState,
} from "./record.ts";
import { DamagedRoom } from "./store.ts";
import type { Day, Entry, Revocation, Store, Version } from "./store.ts";

type Put = { readonly type: "put"; readonly key: string; readonly value: Uint8Array };
type Operation = Put | { readonly type: "del"; readonly key: string };

/** Milliseconds from one flush of the disk to the next, which is for all that came meanwhile. */
const GATHER = 20;
const SEQ_DIGITS = 12;

interface Waiting {
  readonly operations: readonly Operation[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Opens the database in a folder, and makes it when there is none.
 *
 * @throws Error with one sentence: another server has it, it cannot be written, or it is damaged
 */
export async function openLevelStore(folder: string): Promise<Store> {
  const db = new ClassicLevel<string, Uint8Array>(folder, { valueEncoding: "view" });
  await open(db, folder);
  const write = gathered(db, folder);
  return {
    async load(room) {
      const record = await db.get(`${room}!s`);
      const { seq, state } = record === undefined ? { seq: 0, state: undefined } : openedState(record);
      const entries: Entry[] = [];
      const { lt } = range(`${room}!u!`);
      // What lies before is in the state: an append that failed, was on the disk nevertheless, and was tried again.
      const after = db.iterator({ gt: updateKey(room, seq), lt, highWaterMarkBytes: 1 << 20 });
      for await (const [key, value] of after) {
        const found = Number(key.slice(-SEQ_DIGITS));
        const wanted = seq + entries.length + 1;
        if (found !== wanted)
          throw new DamagedRoom(
            `Saved update ${wanted} of this room is missing; the next that is there is ${found}.`,
          );
        entries.push(openedEntry(found, value));
      }
      return { state, seq, entries };
    },
    append: (room, entries) =>
      write(
        entries.map((entry) => ({ type: "put", key: updateKey(room, entry.seq), value: sealedEntry(entry) })),
      ),
    async compact(room, { seq, state, days }) {
      const operations: Operation[] = [{ type: "put", key: `${room}!s`, value: sealedState(seq, state) }];
      const gone = db.keys({ gt: `${room}!u!`, lte: updateKey(room, seq) });
      for await (const key of gone) operations.push({ type: "del", key });
      for (const { day, people, text } of days) {
        operations.push(
          { type: "put", key: `${room}!d!${day}`, value: sealedJson({ day, people }) },
          { type: "put", key: `${room}!t!${day}`, value: sealed(Buffer.from(text)) },
        );
      }
      await write(operations);
    },
    history: (room) => historyOf(db, room),
    dayText: (room, day) => text(`${room}!t!${day}`),
    versionText: (room, id) => text(`${room}!w!${id}`),
    addVersion: (room, version, text) =>
      write([
        { type: "put", key: `${room}!v!${version.id}`, value: sealedJson(version) },
        { type: "put", key: `${room}!w!${version.id}`, value: sealed(Buffer.from(text)) },
      ]),
    async remove(room) {
      const operations: Operation[] = [];
      for await (const key of db.keys(range(`${room}!`))) operations.push({ type: "del", key });
      await write(operations);
    },
    async revocations() {
      const rooms = new Map<string, Revocation[]>();
      for await (const [key, value] of db.iterator(range("!x!"))) {
        const room = key.split("!")[2] ?? "";
        const revocation = openedJson(value) as Revocation;
        const known = rooms.get(room);
        if (known === undefined) rooms.set(room, [revocation]);
        else known.push(revocation);
      }
      return rooms;
    },
    revoke: (room, revocation) =>
      write([{ type: "put", key: `!x!${room}!${revocationKey(revocation)}`, value: sealedJson(revocation) }]),
    close: () => db.close(),
  };

  async function text(key: string): Promise<string | undefined> {
    const record = await db.get(key);
    return record === undefined ? undefined : opened(record).toString();
  }
}

async function historyOf(
  db: ClassicLevel<string, Uint8Array>,
  room: string,
): Promise<{ versions: Version[]; days: Day[] }> {
  const days: Day[] = [];
  const versions: Version[] = [];
  for await (const value of db.values(range(`${room}!d!`))) days.push(openedJson(value) as Day);
  for await (const value of db.values(range(`${room}!v!`))) versions.push(openedJson(value) as Version);
  return {
    days: days.reverse(),
    versions: versions.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1)),
  };
}

function range(prefix: string): { gt: string; lt: string } {
  return { gt: prefix, lt: `${prefix.slice(0, -1)}"` };
}

function updateKey(room: string, seq: number): string {
  return `${room}!u!${String(seq).padStart(SEQ_DIGITS, "0")}`;
}

function revocationKey(revocation: Revocation): string {
  switch (revocation.kind) {
    case "token":
      return `token!${revocation.jti}`;
    case "person":
      return `person!${revocation.handle}`;
    case "all":
      return "all";
  }
}

/**
 * One synced batch for all that is asked for while the one before is written. After a failure the database takes no
 * more writes until it was opened anew, so that comes first; what failed may be on the disk nevertheless, and is
 * written again under the same keys by whoever asked.
 */
function gathered(
  db: ClassicLevel<string, Uint8Array>,
  folder: string,
): (operations: Operation[]) => Promise<void> {
  let waiting: Waiting[] = [];
  let writing = false;
  let broken = false;
  let last = 0;
  const soon = (): void => void setTimeout(() => void writeAll(), Math.max(0, last + GATHER - Date.now()));
  async function writeAll(): Promise<void> {
    const batch = waiting;
    last = Date.now();
    waiting = [];
    try {
      if (broken) {
        await db.close();
        await open(db, folder);
        broken = false;
      }
      // A chain: of a list, the library copies each operation first.
      const chain = db.batch();
      for (const operation of batch.flatMap(({ operations }) => operations)) {
        if (operation.type === "put") chain.put(operation.key, operation.value);
        else chain.del(operation.key);
      }
      await chain.write({ sync: true });
      for (const { done } of batch) done();
    } catch (error) {
      broken = true;
      for (const { failed } of batch) failed(error);
    }
    if (waiting.length > 0) soon();
    else writing = false;
  }
  return (operations) =>
    new Promise((done, failed) => {
      waiting.push({ operations, done, failed });
      if (writing) return;
      writing = true;
      soon();
    });
}

async function open(db: ClassicLevel<string, Uint8Array>, folder: string): Promise<void> {
  try {
    await db.open({ createIfMissing: true });
  } catch (error) {
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
    const reason =
      cause?.code === "LEVEL_LOCKED"
        ? "another server is using it"
        : `it cannot be opened (${cause?.message ?? (error as Error).message})`;
    throw new Error(`The data in ${folder} stays untouched: ${reason}.`, { cause: error });
  }
}
