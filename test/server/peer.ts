/** Somebody at a socket, who sends what a test wants; and two stock clients who notice when the server is not well. */
import assert from "node:assert/strict";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { MESSAGE_AWARENESS, MESSAGE_DURABLE, MESSAGE_SYNC, TEXT_NAME } from "../../src/collab/protocol.ts";
import { tokenFor } from "./program.ts";

export interface Peer {
  readonly socket: WebSocket;
  /** Everything that came. */
  readonly frames: Uint8Array[];
  /** The state that the server sent, with what came since. */
  readonly doc: Y.Doc;
  /** What the server last said of presence, by client id. */
  readonly presence: Map<number, unknown>;
  /** How many of this peer's updates are on disk. */
  durable: number;
  /** Resolves when the server has answered sync step 1. */
  readonly synced: Promise<void>;
  /** Resolves with the code and the reason. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Sends a frame; what is closed takes none. */
  send(frame: Uint8Array): void;
  close(): Promise<void>;
}

/**
 * @param token undefined sends none
 * @returns a peer whose socket is open; it has asked for the state
 */
export async function connect(
  url: string,
  room: string,
  token: string | undefined,
  { query = "", ask = true }: { query?: string; ask?: boolean } = {},
): Promise<Peer> {
  const parameters = [token === undefined ? "" : `token=${token}`, query].filter((part) => part !== "");
  const socket = new WebSocket(`${url}/${room}?${parameters.join("&")}`);
  socket.binaryType = "nodebuffer";
  let synced = () => {};
  const peer: Peer = {
    socket,
    frames: [],
    doc: new Y.Doc(),
    presence: new Map(),
    durable: 0,
    synced: new Promise((resolve) => (synced = resolve)),
    closed: new Promise((resolve) =>
      socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })),
    ),
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    async close() {
      socket.terminate();
      await peer.closed;
    },
  };
  socket.on("message", (data: Buffer) => {
    peer.frames.push(data);
    read(peer, data, synced);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });
  if (ask) peer.send(frameOf(MESSAGE_SYNC, 0, Uint8Array.of(0)));
  return peer;
}

function read(peer: Peer, data: Uint8Array, synced: () => void): void {
  const decoder = decoding.createDecoder(data);
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE_SYNC: {
      const kind = decoding.readVarUint(decoder);
      if (kind !== 0) Y.applyUpdate(peer.doc, decoding.readVarUint8Array(decoder), "server");
      if (kind === 1) synced();
      break;
    }
    case MESSAGE_AWARENESS: {
      const states = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      for (let left = decoding.readVarUint(states); left > 0; left--) {
        const client = decoding.readVarUint(states);
        decoding.readVarUint(states);
        peer.presence.set(client, JSON.parse(decoding.readVarString(states)));
      }
      break;
    }
    case MESSAGE_DURABLE:
      decoding.readVarUint8Array(decoder);
      peer.durable = decoding.readVarUint(decoder);
  }
}

/** A frame of numbers, texts and bytes, the last two with their length. */
export function frameOf(...parts: (number | string | Uint8Array)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts)
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else if (typeof part === "string") encoding.writeVarString(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
  });
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return frameOf(MESSAGE_SYNC, 2, update);
}

/** An awareness message. */
export function presenceFrame(...entries: { client: number; clock: number; state: unknown }[]): Uint8Array {
  const states = frameOf(
    entries.length,
    ...entries.flatMap(({ client, clock, state }) => [client, clock, JSON.stringify(state)]),
  );
  return frameOf(MESSAGE_AWARENESS, states);
}

/** The updates that a change to a document makes. */
export function updatesOf(doc: Y.Doc, change: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array) => updates.push(update);
  doc.on("update", note);
  change();
  doc.off("update", note);
  return updates;
}

export function textOf(doc: Y.Doc): string {
  return doc.getText(TEXT_NAME).toJSON();
}

const stock = new Set<WebsocketProvider>();

/** The client leaves for good. */
export function leave(provider: WebsocketProvider): void {
  stock.delete(provider);
  provider.destroy();
  // Its awareness keeps a timer until then.
  provider.doc.destroy();
}

// Those that a test has left behind go on trying to connect.
after(() => {
  for (const provider of stock) leave(provider);
});

/** The unmodified client, as a program without a browser has it. */
export function stockClient(url: string, room: string, token: string): WebsocketProvider {
  const provider = new WebsocketProvider(url, room, new Y.Doc(), {
    params: { token },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  stock.add(provider);
  return provider;
}

export interface Witnesses {
  /** One of them types and the other sees it. @throws when that takes longer than some seconds */
  check(): Promise<void>;
  leave(): void;
}

/** Two people who work in a room of their own. */
export async function witnesses(url: string): Promise<Witnesses> {
  const [one, other] = [1, 2].map(() => stockClient(url, "witness", tokenFor("witness")));
  assert(one !== undefined && other !== undefined);
  await until("the witnesses are in their room", () => one.synced && other.synced);
  let count = 0;
  return {
    async check() {
      const word = `word${++count} `;
      const text = one.doc.getText(TEXT_NAME);
      text.insert(text.length, word);
      await until(
        "a witness sees what the other one typed",
        () => textOf(other.doc).endsWith(word) && textOf(other.doc) === textOf(one.doc),
      );
    },
    leave() {
      for (const provider of [one, other]) leave(provider);
    },
  };
}

/** @throws when it does not hold within some seconds, which a busy machine may need */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 10,
): Promise<void> {
  const began = Date.now();
  while (!(await holds())) {
    if (Date.now() - began > seconds * 1000) assert.fail(`After ${seconds} s, not yet: ${what}.`);
    await pause(5);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
