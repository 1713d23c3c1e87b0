/**
 * Reads an update of Yjs (format 1) without making a document of it: is it only text, which pieces of which client does
 * it bring. The format is the one that `Y.decodeUpdate` and `Y.applyUpdate` read (yjs, utils/updates.js and
 * utils/encoding.js); what those two would understand differently is refused, so that nobody's document can part from
 * the others'.
 */
import { isUtf8 } from "node:buffer";
import { TEXT_NAME } from "../../src/collab/protocol.ts";
import { BadBytes, readBytes, readNumber } from "./bytes.ts";
import type { Cursor } from "./bytes.ts";

/** What an update holds. */
export interface UpdateSummary {
  /** Three numbers for each run of pieces: the client, its first clock, and the clock behind its last. */
  readonly runs: readonly number[];
  /** Three numbers for each deletion: the client, the first clock, how many. */
  readonly deletions: readonly number[];
  /** Where in the bytes each client's pieces lie. */
  readonly blocks: readonly Block[];
  /** Where in the bytes each client's deletions lie. */
  readonly deleted: readonly Pick<Block, "client" | "count" | "start" | "end">[];
}

/** The pieces of one client as they lie in an update. */
export interface Block {
  readonly client: number;
  /** First clock, and the clock behind the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Offsets of the first piece, and behind the last. */
  readonly start: number;
  readonly end: number;
}

const GC = 0;
const DELETED = 1;
const STRING = 4;
const SKIP = 10;
/** Bits of a piece's first byte: it names what stood left and right of it, and the key of a map that it belongs to. */
const HAS_LEFT = 0x80;
const HAS_RIGHT = 0x40;
const HAS_KEY = 0x20;

const textName = Buffer.from(TEXT_NAME);

/** @throws BadBytes when it is no update, or would put something else than text into the document */
export function readUpdate(bytes: Uint8Array): UpdateSummary {
  const cursor: Cursor = { bytes, at: 0 };
  const runs: number[] = [];
  const blocks: Block[] = [];
  let above = Infinity;
  for (let clients = readNumber(cursor); clients > 0; clients--) {
    const count = readNumber(cursor);
    const client = readNumber(cursor);
    // Merging counts on this order, and applying takes only one part of each client.
    if (client >= above) throw new BadBytes("The clients of an update are not in order.");
    above = client;
    blocks.push(readBlock(cursor, client, count, runs));
  }
  const deletions: number[] = [];
  const deleted: UpdateSummary["deleted"][number][] = [];
  for (let clients = readNumber(cursor); clients > 0; clients--) {
    const client = readNumber(cursor);
    const count = readNumber(cursor);
    const start = cursor.at;
    for (let left = count; left > 0; left--) {
      const clock = readNumber(cursor);
      const length = readNumber(cursor);
      // Yjs throws at an empty one, wherever it arrives.
      if (length === 0) throw new BadBytes("A deletion of the update is empty.");
      deletions.push(client, clock, length);
    }
    deleted.push({ client, count, start, end: cursor.at });
  }
  if (cursor.at !== bytes.length) throw new BadBytes("Something follows the update.");
  return { runs, deletions, blocks, deleted };
}

function readBlock(cursor: Cursor, client: number, count: number, runs: number[]): Block {
  const first = readNumber(cursor);
  const start = cursor.at;
  let clock = first;
  let from = clock;
  for (let left = count; left > 0; left--) {
    const info = cursor.bytes[cursor.at++] ?? 0xff;
    if (info === SKIP) {
      if (clock > from) runs.push(client, from, clock);
      clock += readNumber(cursor);
      from = clock;
    } else {
      const length = info === GC ? readNumber(cursor) : readItem(cursor, info, client, clock);
      if (length === 0) throw new BadBytes("A piece of the update is empty.");
      clock += length;
    }
    if (clock > Number.MAX_SAFE_INTEGER) throw new BadBytes("A clock in the update is too large.");
  }
  if (clock > from) runs.push(client, from, clock);
  return { client, from: first, to: clock, count, start, end: cursor.at };
}

/** @returns the piece's length in UTF-16 units */
function readItem(cursor: Cursor, info: number, client: number, clock: number): number {
  if ((info & HAS_LEFT) !== 0) readNeighbour(cursor, client, clock);
  if ((info & HAS_RIGHT) !== 0) readNeighbour(cursor, client, clock);
  if ((info & HAS_KEY) !== 0) throw new BadBytes("The update writes into something else than text.");
  if ((info & (HAS_LEFT | HAS_RIGHT)) === 0) {
    if (readNumber(cursor) !== 1 || !textName.equals(readBytes(cursor)))
      throw new BadBytes("The update writes into something else than the text.");
  }
  switch (info & 0x1f) {
    case DELETED:
      return readNumber(cursor);
    case STRING:
      return utf16Length(readBytes(cursor));
    default:
      throw new BadBytes("The update holds something else than text.");
  }
}

/** Nobody types beside what they type later; Yjs takes that for granted, and throws where it arrives. */
function readNeighbour(cursor: Cursor, client: number, clock: number): void {
  const neighbour = readNumber(cursor);
  const at = readNumber(cursor);
  if (neighbour === client && at >= clock)
    throw new BadBytes("A piece of the update stands beside one that comes after it.");
}

/** @throws BadBytes for bytes that no client could decode */
function utf16Length(bytes: Uint8Array): number {
  let length = 0;
  let ascii = true;
  for (const byte of bytes) {
    if (byte < 0x80) length++;
    else {
      ascii = false;
      // Continuation bytes count nothing; four bytes are a pair of surrogates.
      if (byte >= 0xc0) length += byte >= 0xf0 ? 2 : 1;
    }
  }
  if (!ascii && !isUtf8(bytes)) throw new BadBytes("The update holds text that is not UTF-8.");
  return length;
}
