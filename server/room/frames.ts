/**
 * Frames of the protocol with the websocket's own header in front (RFC 6455, section 5.2: binary, whole, unmasked), so
 * that one buffer is made for a message and the same one is written to every socket of a room.
 */
import { MESSAGE_AWARENESS, MESSAGE_DURABLE, MESSAGE_SYNC } from "../../src/collab/protocol.ts";
import { sizeOfNumber, writeNumber } from "./bytes.ts";

/** Kinds of sync messages, the second number of a frame (y-protocols). */
export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

const BINARY = 0x82;

/**
 * A frame whose payload has room for so many bytes, and where the payload begins. Rooms keep what they sent, so it is
 * no slice of a larger buffer, which would be kept with it.
 */
function emptyFrame(size: number): { frame: Buffer; at: number } {
  if (size < 126) {
    const frame = Buffer.allocUnsafeSlow(2 + size);
    frame[0] = BINARY;
    frame[1] = size;
    return { frame, at: 2 };
  }
  if (size < 65_536) {
    const frame = Buffer.allocUnsafeSlow(4 + size);
    frame[0] = BINARY;
    frame[1] = 126;
    frame.writeUInt16BE(size, 2);
    return { frame, at: 4 };
  }
  const frame = Buffer.allocUnsafeSlow(10 + size);
  frame[0] = BINARY;
  frame[1] = 127;
  frame.writeUInt32BE(Math.floor(size / 0x1_0000_0000), 2);
  frame.writeUInt32BE(size >>> 0, 6);
  return { frame, at: 10 };
}

/** A sync message: a state vector for step 1, an update for step 2 and for what happened. */
export function syncFrame(
  kind: typeof SYNC_STEP_1 | typeof SYNC_STEP_2 | typeof SYNC_UPDATE,
  bytes: Uint8Array,
): Buffer {
  const { frame, at } = emptyFrame(2 + sizeOfNumber(bytes.length) + bytes.length);
  frame[at] = MESSAGE_SYNC;
  frame[at + 1] = kind;
  frame.set(bytes, writeNumber(frame, at + 2, bytes.length));
  return frame;
}

/** One presence as it is told to others; `state` is JSON, `null` for who has left. */
export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

/** An awareness message; without entries it only says that the server is there. */
export function awarenessFrame(entries: readonly PresenceEntry[]): Buffer {
  const states = entries.map(({ state }) => Buffer.from(state));
  let size = sizeOfNumber(entries.length);
  for (const [index, { client, clock }] of entries.entries()) {
    const length = states[index]?.length ?? 0;
    size += sizeOfNumber(client) + sizeOfNumber(clock) + sizeOfNumber(length) + length;
  }
  const { frame, at: start } = emptyFrame(1 + sizeOfNumber(size) + size);
  frame[start] = MESSAGE_AWARENESS;
  let at = writeNumber(frame, start + 1, size);
  at = writeNumber(frame, at, entries.length);
  for (const [index, { client, clock }] of entries.entries()) {
    const state = states[index] ?? Buffer.alloc(0);
    at = writeNumber(frame, at, client);
    at = writeNumber(frame, at, clock);
    at = writeNumber(frame, at, state.length);
    frame.set(state, at);
    at += state.length;
  }
  return frame;
}

/** What is on disk: a state vector, and how many of the connection's own updates. */
export function durableFrame(vector: Uint8Array, count: number): Buffer {
  const { frame, at } = emptyFrame(1 + sizeOfNumber(vector.length) + vector.length + sizeOfNumber(count));
  frame[at] = MESSAGE_DURABLE;
  const behind = writeNumber(frame, at + 1, vector.length);
  frame.set(vector, behind);
  writeNumber(frame, behind + vector.length, count);
  return frame;
}
