/** What is measured. Each scenario starts its server, loads it and returns figures by name. */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { TEXT_NAME } from "../../../src/collab/protocol.ts";
import { askFrame, join, presenceFrame, start, token, updateFrame } from "./client.ts";
import type { Client, Server, Subject } from "./client.ts";
import { author, typing, typist } from "./typing.ts";
import type { Typing } from "./typing.ts";

type Size = Record<string, number>;
type Figures = Record<string, number>;

export const scenarios: Record<string, (subject: Subject, size: Size) => Promise<Figures>> = {
  rooms,
  presence,
  durable,
  cold,
  reconnects,
  memory,
};

/** A room with somebody who types and others who read. */
interface Room {
  readonly name: string;
  readonly writer: Client;
  readonly readers: readonly Client[];
  /** When each of the typist's clocks was sent. */
  readonly sentAt: number[];
  sent: number;
}

/** Many rooms of few readers; keys come at a person's pace, spread evenly. */
async function rooms(
  subject: Subject,
  { rooms = 0, readers = 0, rate = 0, warm = 0, keys = 0 },
): Promise<Figures> {
  const typed = typing(20_000, warm + keys, 0.05);
  const server = await start(subject);
  const opened = await inTurns(rooms, (n) => openRoom(server, `room-${n}`, readers, typed.base));
  await type(server, opened, typed, warm, rate);
  const latencies = follow(opened);
  const before = await server.cpu();
  await type(server, opened, typed, keys, rate);
  const cpu = (await server.cpu()) - before;
  await verify(server, opened, typed);
  await server.stop();
  return { cpu: (cpu / (rooms * readers * keys)) * 100_000, ...percentiles(latencies) };
}

/** One room, in which everybody's caret moves once a second and one person types. */
async function presence(subject: Subject, { readers = 0, rate = 0, warm = 0, keys = 0 }): Promise<Figures> {
  const typed = typing(20_000, warm + keys, 0.05);
  const server = await start(subject);
  const room = await openRoom(server, "room", readers, typed.base);
  const everybody = [room.writer, ...room.readers];
  const seen = new Map<number, number>();
  room.writer.onPresence = (states) => readClocks(states, seen);
  const clocks = everybody.map(() => 0);
  let next = 0;
  const carets = setInterval(() => {
    // As many as are due until the next call, so that a second has room for everybody once.
    for (let n = 0; n < everybody.length / 50; n++) {
      const who = next++ % everybody.length;
      const clock = (clocks[who] = (clocks[who] ?? 0) + 1);
      everybody[who]?.socket.write(presenceFrame(subject, room.name, 1000 + who, clock));
    }
  }, 20);
  await type(server, [room], typed, warm, rate);
  const latencies = follow([room]);
  const presences = clocks.reduce((sum, clock) => sum + clock);
  const before = await server.cpu();
  await type(server, [room], typed, keys, rate);
  clearInterval(carets);
  const moved = clocks.reduce((sum, clock) => sum + clock) - presences;
  await until("everybody's caret is where it was sent to", () =>
    clocks.every((clock, who) => who === 0 || seen.get(1000 + who) === clock),
  );
  const cpu = (await server.cpu()) - before;
  await verify(server, [room], typed);
  await server.stop();
  return { cpu: (cpu / ((moved + keys) * readers)) * 100_000, ...percentiles(latencies) };
}

/** Each writer sends its next key when the last one is on disk, so each is a saving of its own. */
async function durable(subject: Subject, { rooms = 0, readers = 0, keys = 0 }): Promise<Figures> {
  const typed = typing(2000, keys, 0.05);
  const server = await start(subject);
  const opened = await inTurns(rooms, (n) => openRoom(server, `room-${n}`, readers, typed.base, true));
  const frames = typed.keys.map(({ update }) => updateFrame(subject, "room", update));
  const waits: number[] = [];
  const before = await server.cpu();
  const began = performance.now();
  await Promise.all(
    opened.map(
      ({ writer }) =>
        new Promise<void>((resolve) => {
          const saved = writer.durable;
          let sentAt = 0;
          const next = () => {
            const index = writer.durable - saved;
            if (sentAt > 0) waits.push(performance.now() - sentAt);
            const bytes = frames[index];
            if (bytes === undefined) return resolve();
            sentAt = performance.now();
            writer.socket.write(bytes);
          };
          writer.onDurable = next;
          next();
        }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  await arrived(opened, typed);
  const cpu = (await server.cpu()) - before;
  await verify(server, opened, typed);
  await server.stop();
  return { perSecond: (rooms * keys) / seconds, perCpu: (rooms * keys) / cpu, ...percentiles(waits) };
}

/** A document that nobody has open, with a long history: from the first byte of the connection to the last of the text. */
async function cold(subject: Subject, { rooms = 0, edits = 0 }): Promise<Figures> {
  const typed = typing(40_000, edits, 0.2);
  // In pieces, as a document grows; each is what some of the edits come to.
  const pieces: Uint8Array[] = [typed.base];
  for (let at = 0; at < edits; at += 500)
    pieces.push(Y.mergeUpdates(typed.keys.slice(at, at + 500).map(({ update }) => update)));
  let server = await start(subject);
  const names = Array.from({ length: rooms }, (_, n) => `room-${n}`);
  for (const name of [...names, "warm"]) {
    const writer = await join(server, name, typist, true);
    const stored = subject.name === "seamwork" ? pieces : [typed.state];
    for (const [n, piece] of stored.entries()) {
      writer.socket.write(updateFrame(subject, name, piece));
      if (subject.name === "seamwork") await until("a piece is on disk", () => writer.durable > n);
    }
    if (subject.name === "seamwork") writer.socket.drop();
  }
  if (subject.name === "seamwork") {
    // An empty room is compacted and leaves memory; then only the disk has it.
    await pause(1000);
    await server.stop();
    server = await start(subject);
  }
  // The program itself is warm; each document is not.
  for (let n = 0; n < 20; n++) await opening(server, n < 10 ? "warm" : `small-${n}`);
  const times: number[] = [];
  for (const name of names) {
    const { time, state } = await opening(server, name);
    times.push(time);
    expectText(state, typed);
  }
  await server.stop();
  return { ms: percentiles(times).p50 ?? Number.NaN, kilobytes: typed.state.length / 1024 };
}

/** Connects to a room, asks for its text, and leaves. @returns milliseconds until it was there, and the state */
async function opening(server: Server, room: string): Promise<{ time: number; state: Uint8Array }> {
  const began = performance.now();
  const client = await join(server, room, typist);
  const state = await new Promise<Uint8Array>((resolve) => {
    client.onUpdate = resolve;
    client.socket.write(askFrame(server.subject, room));
  });
  const time = performance.now() - began;
  if (server.subject.name !== "relay") client.socket.drop();
  await pause(50);
  return { time, state };
}

/** Everybody comes back at once. Ours has been started anew, so that it reads each room from its disk. */
async function reconnects(subject: Subject, { rooms = 0, each = 0 }): Promise<Figures> {
  const typed = typing(20_000, 100, 0.05);
  let server = await start(subject);
  const present = await inTurns(rooms, async (n) => {
    const room = await openRoom(server, `room-${n}`, 0, typed.base, subject.name === "seamwork");
    const all = Y.mergeUpdates(typed.keys.map(({ update }) => update));
    room.writer.socket.write(updateFrame(subject, room.name, all));
    if (subject.name === "seamwork") await until("the text is on disk", () => room.writer.durable > 1);
    return room;
  });
  await pause(500);
  if (subject.name === "seamwork") {
    await server.stop();
    server = await start(subject);
  }
  const vector = Y.encodeStateVectorFromUpdate(typed.base);
  const before = await server.cpu();
  const began = performance.now();
  const clients = await Promise.all(
    Array.from({ length: rooms * each }, async (_, n) => {
      const client = await join(server, `room-${n % rooms}`, typist);
      await new Promise<void>((resolve) => {
        client.onUpdate = () => resolve();
        client.socket.write(askFrame(subject, client.room, vector));
      });
      return client;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const cpu = (await server.cpu()) - before;
  const behind = clients.filter(({ clock }) => clock !== typed.keys.at(-1)?.clock);
  if (subject.name !== "relay" && behind.length > 0)
    throw new Error(`${behind.length} of ${clients.length} did not get what was typed.`);
  const loads = subject.name === "seamwork" ? await roomLoads(server) : present.length;
  await server.stop();
  return { seconds, cpu, loads };
}

/** Open rooms in which one person is and nothing happens. */
async function memory(subject: Subject, { rooms = 0 }): Promise<Figures> {
  const typed = typing(20_000, 1, 0);
  const server = await start(subject);
  const some = 50;
  await inTurns(some, (n) => openRoom(server, `first-${n}`, 0, typed.base));
  await pause(1500);
  const before = await server.memory();
  await inTurns(rooms, (n) => openRoom(server, `room-${n}`, 0, typed.base));
  await pause(1500);
  const after = await server.memory();
  await server.stop();
  return {
    rss: (after.rss - before.rss) / rooms / 1024,
    heap: (after.heap - before.heap) / rooms / 1024,
  };
}

/** Opens a room, has the writer send its first text and waits until every reader has it. */
async function openRoom(
  server: Server,
  name: string,
  readers: number,
  base: Uint8Array,
  durable = false,
): Promise<Room> {
  const { subject } = server;
  const people = await Promise.all(
    Array.from({ length: readers + 1 }, (_, n) => join(server, name, typist, durable && n === 0)),
  );
  const [writer, ...others] = people;
  if (writer === undefined) throw new Error("A room has a writer.");
  let synced = 0;
  for (const person of people) {
    person.onUpdate = () => synced++;
    person.socket.write(askFrame(subject, name));
  }
  await until("the room is open", () => synced >= people.length);
  let have = 0;
  for (const reader of others)
    reader.onUpdate = (update) => {
      if (Y.parseUpdateMeta(update).to.has(author)) have++;
    };
  const saved = writer.durable;
  writer.socket.write(updateFrame(subject, name, base));
  await until("the readers have the first text", () => have >= others.length);
  if (durable) await until("the first text is on disk", () => writer.durable > saved);
  for (const person of people) person.onUpdate = () => undefined;
  return { name, writer, readers: others, sentAt: [], sent: 0 };
}

/** Types the next keys in every room, and waits until every reader has them all. @param rate keys a second in each room */
async function type(server: Server, opened: readonly Room[], typed: Typing, count: number, rate: number) {
  const began = performance.now();
  let sent = 0;
  const first = opened[0]?.sent ?? 0;
  while (sent < count * opened.length) {
    const due = Math.min(
      count * opened.length,
      ((performance.now() - began) / 1000) * rate * opened.length + 1,
    );
    for (; sent < due; sent++) {
      const room = opened[sent % opened.length];
      const key = typed.keys[first + Math.floor(sent / opened.length)];
      if (room === undefined || key === undefined) throw new Error("There are not as many keys.");
      room.sentAt[key.clock] ??= performance.now();
      room.writer.socket.write(updateFrame(server.subject, room.name, key.update));
      room.sent++;
    }
    await pause(4);
  }
  await arrived(opened, typed);
  // What a server still has to do, such as saving, belongs to it.
  await pause(300);
}

async function arrived(opened: readonly Room[], typed: Typing) {
  await until("everybody has what was typed", () =>
    opened.every(({ readers, sent }) => {
      const clock = typed.keys[(sent || typed.keys.length) - 1]?.clock;
      return readers.every((reader) => reader.clock === clock);
    }),
  );
}

/** @returns the milliseconds that each key takes to each reader, growing */
function follow(opened: readonly Room[]): number[] {
  const latencies: number[] = [];
  for (const { readers, sentAt } of opened)
    for (const reader of readers)
      reader.onClock = (from, to) => {
        const now = performance.now();
        for (let clock = from + 1; clock <= to; clock++) {
          const at = sentAt[clock];
          if (at !== undefined) latencies.push(now - at);
        }
      };
  return latencies;
}

/** A newcomer to some rooms gets the text that was typed. The relay keeps none. */
async function verify(server: Server, opened: readonly Room[], typed: Typing) {
  if (server.subject.name === "relay") return;
  for (const { name } of [opened[0], opened.at(-1)].filter((room) => room !== undefined))
    expectText((await opening(server, name)).state, typed);
}

function expectText(state: Uint8Array, { text }: Typing) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  if (doc.getText(TEXT_NAME).toJSON() !== text) throw new Error("The text is not what was typed.");
}

function readClocks(states: Uint8Array, into: Map<number, number>) {
  const decoder = decoding.createDecoder(states);
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    into.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
    decoding.readVarString(decoder);
  }
}

/** How often a room was read from the store, as the server's own metrics say. */
async function roomLoads({ url }: Server): Promise<number> {
  const response = await fetch(`${url.replace(/^ws/, "http")}/metrics`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  const line = /^seamwork_rooms_loaded_total(?:\{\})? (\d+)/m.exec(text);
  if (line === null) throw new Error(`The server counts no rooms that it loaded:\n${text.slice(0, 2000)}`);
  return Number(line[1]);
}

function percentiles(values: number[]): { p50: number; p99: number } {
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Not all at once, since a server's queue of new connections is short. */
async function inTurns<T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let n = 0; n < count; n += 20)
    made.push(...(await Promise.all(Array.from({ length: Math.min(20, count - n) }, (_, m) => make(n + m)))));
  return made;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(what: string, holds: () => boolean) {
  const began = Date.now();
  while (!holds()) {
    if (Date.now() - began > 60_000) throw new Error(`A minute has passed, and not yet: ${what}.`);
    await pause(2);
  }
}
