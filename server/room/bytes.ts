/** Variable-length numbers as lib0 writes them: 7 bits a byte, the lowest first, the top bit says that more follow. */

/** What came is not what the protocol allows; the socket is closed with 4400. */
export class BadBytes extends Error {}

/** A place in some bytes that moves on with each read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** @throws BadBytes at the end of the bytes, and for what no number in JavaScript holds exactly */
export function readNumber(cursor: Cursor): number {
  const { bytes } = cursor;
  let byte = bytes[cursor.at++];
  if (byte === undefined) throw new BadBytes("The frame ends in the middle of a number.");
  if (byte < 0x80) return byte;
  let value = byte & 0x7f;
  let factor = 0x80;
  for (;;) {
    byte = bytes[cursor.at++];
    if (byte === undefined) throw new BadBytes("The frame ends in the middle of a number.");
    value += (byte & 0x7f) * factor;
    if (value > Number.MAX_SAFE_INTEGER) throw new BadBytes("A number in the frame is too large.");
    if (byte < 0x80) return value;
    factor *= 0x80;
  }
}

/**
 * Bytes that come with their length.
 *
 * @returns a view, not a copy
 * @throws BadBytes when there are fewer
 */
export function readBytes(cursor: Cursor): Uint8Array {
  const length = readNumber(cursor);
  const start = cursor.at;
  if (start + length > cursor.bytes.length) throw new BadBytes("The frame ends before its content does.");
  cursor.at = start + length;
  return cursor.bytes.subarray(start, cursor.at);
}

/** How many bytes a number takes. */
export function sizeOfNumber(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++;
  return size;
}

/** @returns the offset behind the number */
export function writeNumber(target: Uint8Array, offset: number, value: number): number {
  let at = offset;
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) target[at++] = (rest % 0x80) | 0x80;
  target[at++] = rest;
  return at;
}
