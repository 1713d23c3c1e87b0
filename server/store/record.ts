/** How values lie in LevelDB: a checksum in front, since LevelDB looks at its own only when it recovers. */
import { crc32 } from "node:zlib";
import { DamagedRoom } from "./store.ts";
import type { Author, Entry } from "./store.ts";

const CHECKSUM = 4;

/** @param parts joined behind their checksum */
export function sealed(...parts: readonly Uint8Array[]): Buffer {
  const record = Buffer.concat([Buffer.alloc(CHECKSUM), ...parts]);
  record.writeUInt32BE(crc32(record.subarray(CHECKSUM)), 0);
  return record;
}

/** @throws DamagedRoom when the bytes are not those that were written */
export function opened(record: Uint8Array): Buffer {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.length);
  if (bytes.length < CHECKSUM || crc32(bytes.subarray(CHECKSUM)) !== bytes.readUInt32BE(0))
    throw new DamagedRoom("A saved piece of this room has changed on the disk.");
  return bytes.subarray(CHECKSUM);
}

const authors = new WeakMap<Author, Buffer>();

/** `at` in 6 bytes, the author's length in 2, the author as JSON, the update. In one piece, since there are many. */
export function sealedEntry({ update, author, at }: Entry): Buffer {
  let who = authors.get(author);
  if (who === undefined) {
    const { handle, name, role } = author;
    who = Buffer.from(JSON.stringify({ handle, name, role }));
    authors.set(author, who);
  }
  const record = Buffer.allocUnsafe(CHECKSUM + 8 + who.length + update.length);
  record.writeUInt16BE(Math.floor(at / 0x1_0000_0000), CHECKSUM);
  record.writeUInt32BE(at % 0x1_0000_0000, CHECKSUM + 2);
  record.writeUInt16BE(who.length, CHECKSUM + 6);
  record.set(who, CHECKSUM + 8);
  record.set(update, CHECKSUM + 8 + who.length);
  record.writeUInt32BE(crc32(record.subarray(CHECKSUM)), 0);
  return record;
}

/** @throws DamagedRoom */
export function openedEntry(seq: number, record: Uint8Array): Entry {
  const bytes = opened(record);
  const length = bytes.readUInt16BE(6);
  const author = JSON.parse(bytes.toString("utf8", 8, 8 + length)) as Author;
  return { seq, at: bytes.readUIntBE(0, 6), author, update: bytes.subarray(8 + length) };
}

/** `seq` in 6 bytes, then the state. */
export function sealedState(seq: number, state: Uint8Array): Buffer {
  const head = Buffer.alloc(6);
  head.writeUIntBE(seq, 0, 6);
  return sealed(head, state);
}

/** @throws DamagedRoom */
export function openedState(record: Uint8Array): { seq: number; state: Uint8Array } {
  const bytes = opened(record);
  return { seq: bytes.readUIntBE(0, 6), state: bytes.subarray(6) };
}

export function sealedJson(value: unknown): Buffer {
  return sealed(Buffer.from(JSON.stringify(value)));
}

/** @throws DamagedRoom */
export function openedJson(record: Uint8Array): unknown {
  return JSON.parse(opened(record).toString()) as unknown;
}
