/** A server to measure, and people in its rooms who only look at what they must. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { createHmac } from "node:crypto";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { MESSAGE_AWARENESS, MESSAGE_DURABLE, MESSAGE_SYNC } from "../../../src/collab/protocol.ts";
import { frame, open, type Socket } from "./sockets.ts";

/** What a server is started with: its name in serve.js, an empty folder, and our own program. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly serve: string;
  readonly program: string;
}

export interface Server {
  readonly subject: Subject;
  readonly url: string;
  /** Processor time that its process has used, in seconds. */
  cpu(): Promise<number>;
  /** Bytes, after collecting garbage: the whole process, and JavaScript's heap with the buffers outside of it. */
  memory(): Promise<{ rss: number; heap: number }>;
  stop(): Promise<void>;
}

const secret = "0123456789abcdef0123456789abcdef";

export async function start(subject: Subject): Promise<Server> {
  const child = fork(subject.serve, [subject.name, subject.folder, subject.program], {
    execArgv: ["--expose-gc"],
    env: { ...process.env, SEAMWORK_SECRET: secret, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let stopping = false;
  child.on("exit", (code) => {
    if (!stopping) throw new Error(`The server ${subject.name} ended with ${code}.`);
  });
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  const ask = async (question: string) => {
    child.send(question);
    const [answer] = (await once(child, "message")) as [Record<string, number>];
    return answer;
  };
  return {
    subject,
    url,
    cpu: async () => {
      const { user = 0, system = 0 } = await ask("usage");
      return (user + system) / 1e6;
    },
    memory: async () => {
      const { rss = 0, heap = 0 } = await ask("memory");
      return { rss, heap };
    },
    stop: async () => {
      stopping = true;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Somebody in a room. */
export interface Client {
  readonly room: string;
  readonly socket: Socket;
  /** The highest clock of the typist that has arrived. */
  clock: number;
  /** Sync frames with an update that the server has said are on disk. */
  durable: number;
  onUpdate: (update: Uint8Array) => void;
  onClock: (from: number, to: number) => void;
  onDurable: () => void;
  onPresence: (states: Uint8Array) => void;
}

/** The last update of each server and room, decoded once for all its readers. */
const last = new Map<string, { bytes: Buffer; to: Map<number, number> }>();

/**
 * @param typist whose clock is followed
 * @returns when the websocket is open; nothing has been asked yet
 */
export async function join(
  { url, subject }: Server,
  room: string,
  typist: number,
  durable = false,
): Promise<Client> {
  const query = subject.name === "seamwork" ? `?token=${token}${durable ? "&durable=1" : ""}` : "";
  const socket = await open(url, `/${room}${query}`);
  const client: Client = {
    room,
    socket,
    clock: 0,
    durable: 0,
    onUpdate: () => undefined,
    onClock: () => undefined,
    onDurable: () => undefined,
    onPresence: () => undefined,
  };
  const skip = prefix(subject, room).length;
  socket.onMessage = (data) => {
    const type = data[skip];
    if (type === MESSAGE_AWARENESS) client.onPresence(bytesAt(data, skip + 1));
    if (type === MESSAGE_DURABLE) {
      const decoder = decoding.createDecoder(data);
      decoding.readVarUint(decoder);
      decoding.readVarUint8Array(decoder);
      client.durable = decoding.readVarUint(decoder);
      client.onDurable();
    }
    if (type !== MESSAGE_SYNC || data[skip + 1] === 0) return;
    const known = last.get(room);
    const fresh = known === undefined || !known.bytes.equals(data);
    const bytes = fresh ? Buffer.from(data) : known.bytes;
    const update = bytesAt(bytes, skip + 2);
    const to = fresh ? Y.parseUpdateMeta(update).to : known.to;
    if (fresh) last.set(room, { bytes, to });
    const clock = to.get(typist) ?? 0;
    if (clock > client.clock) {
      const from = client.clock;
      client.clock = clock;
      client.onClock(from, clock);
    }
    client.onUpdate(update);
  };
  if (subject.name === "hocuspocus") socket.write(message(subject, room, 2, 0, "", "4.7.0"));
  return client;
}

/** The bytes that follow their length. */
function bytesAt(data: Uint8Array, at: number): Uint8Array {
  const decoder = decoding.createDecoder(data);
  decoder.pos = at;
  return decoding.readVarUint8Array(decoder);
}

/** What Hocuspocus wants before each message: the room's name. */
function prefix({ name }: Subject, room: string): Uint8Array {
  return name === "hocuspocus"
    ? encoding.encode((encoder) => encoding.writeVarString(encoder, room))
    : new Uint8Array(0);
}

/** A message, ready to be sent. @param parts numbers, texts and bytes, the last two with their length */
function message(subject: Subject, room: string, ...parts: (number | string | Uint8Array)[]): Buffer {
  return frame(
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, prefix(subject, room));
      for (const part of parts)
        if (typeof part === "number") encoding.writeVarUint(encoder, part);
        else if (typeof part === "string") encoding.writeVarString(encoder, part);
        else encoding.writeVarUint8Array(encoder, part);
    }),
  );
}

export function updateFrame(subject: Subject, room: string, update: Uint8Array): Buffer {
  return message(subject, room, MESSAGE_SYNC, 2, update);
}

export function presenceFrame(subject: Subject, room: string, id: number, clock: number): Buffer {
  const state = JSON.stringify({ cursor: { anchor: clock, head: clock } });
  const states = encoding.encode((encoder) => {
    for (const number of [1, id, clock]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, state);
  });
  return message(subject, room, MESSAGE_AWARENESS, states);
}

/** Asks for what the client lacks. @param vector an encoded state vector; by default nothing is there yet */
export function askFrame(subject: Subject, room: string, vector: Uint8Array = new Uint8Array([0])): Buffer {
  return message(subject, room, MESSAGE_SYNC, 0, vector);
}

/** A token for every room, valid for an hour. */
export const token = (() => {
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const claims = { sub: "@load", name: "Load", role: "eng", right: "edit", room: "*", jti: "load" };
  const signed = `${base64({ alg: "HS256", typ: "JWT" })}.${base64({ ...claims, iat: now, exp: now + 3600 })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
})();
