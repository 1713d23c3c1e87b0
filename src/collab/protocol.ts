/**
 * What the extension and the server say to each other: the y-websocket protocol, which an unmodified
 * `WebsocketProvider` speaks, and one message of ours for clients that ask for it.
 */

/** The number that `GET /` answers; both sides refuse another one with a sentence. */
export const PROTOCOL_VERSION = 1;

/** The name of the shared text in the Y.Doc. */
export const TEXT_NAME = "content";

/** The handle, in a room's history, of whoever wrote the text that it began with. */
export const NOBODY = "";

/** Types of messages, the first number of each frame (y-protocols; 100 is ours). */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
export const MESSAGE_QUERY_AWARENESS = 3;
/**
 * Server to client, where the address says `durable=1`: a state vector (a byte array with its length), then a count.
 * All updates up to the vector are on disk, and so are the first `count` sync frames that carried an update (steps 2
 * included) which this connection sent. The count is what tells about deletions: they do not move a state vector.
 */
export const MESSAGE_DURABLE = 100;

/** Why the server closes a socket. A 3.1 client does not come back after 4400 to 4499. */
export const closeCodes = {
  /** What came was no frame of this protocol, or would have put something else than text into the document. */
  badFrame: 4400,
  /** No token, a broken one, or one that has expired. */
  unauthorized: 4401,
  /** The token was taken back. */
  revoked: 4403,
  /** Too much: see the reason's words and docs/server.md. */
  overLimit: 4429,
  /** The store cannot read this room; only somebody at the server can help. */
  roomDamaged: 4410,
  /** The server is stopping; come back later. */
  goingAway: 1001,
  /** Too slow a reader, or the server is full: come back and sync again. */
  tryAgainLater: 1013,
} as const;

/** What a token says about its bearer. */
export interface Person {
  /** With the `@`, as in `seamwork.yaml`. */
  readonly handle: string;
  readonly name: string;
  /** `pm`, `eng` or a word of the team. */
  readonly role: string;
  readonly right: Right;
}

export type Right = "edit" | "read";

/**
 * What the server puts into every awareness state that it relays, whatever the peer said there.
 * The colour is an index into `CARET_COLOURS` colours: a hash of the handle.
 */
export interface AwarenessUser {
  readonly handle: string;
  readonly name: string;
  readonly role: string;
  readonly right: Right;
  readonly colour: number;
}

/** How many colours carets have. */
export const CARET_COLOURS = 8;

/** The colour of a person: FNV-1a (32 bit) of the handle's UTF-16 units, so that it is the same everywhere. */
export function colourOf(handle: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < handle.length; i++) {
    hash ^= handle.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % CARET_COLOURS;
}
