/** What a room needs from whatever keeps it. LevelDB is the one that comes with the server; tests bring others. */

/** Who wrote something, as the token said. */
export interface Author {
  readonly handle: string;
  readonly name: string;
  readonly role: string;
}

/** One saved update. */
export interface Entry {
  /** From 1, without a hole in a room. Saving the same one again changes nothing. */
  readonly seq: number;
  readonly update: Uint8Array;
  readonly author: Author;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A room as it lies in the store. */
export interface StoredRoom {
  /** All updates up to `seq` as one; undefined before the first compaction, and then `seq` is 0. */
  readonly state: Uint8Array | undefined;
  readonly seq: number;
  /** What came after `seq`, in order. */
  readonly entries: readonly Entry[];
}

/** What one person did on one day (UTC), in UTF-16 units. */
export interface Share {
  readonly handle: string;
  readonly name: string;
  readonly inserted: number;
  readonly deleted: number;
}

/** A day on which something was written. */
export interface Day {
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly people: readonly Share[];
}

/** A text that was given a name and is kept for good. */
export interface Version {
  readonly id: string;
  readonly name: string;
  readonly by: { readonly handle: string; readonly name: string };
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What compaction writes, all of it or nothing. */
export interface Compaction {
  /** Includes all entries up to here, which go. */
  readonly seq: number;
  readonly state: Uint8Array;
  /** The days that the entries touched, as they are now, with the text at their end. */
  readonly days: readonly (Day & { readonly text: string })[];
}

/** Tokens of one room that hold no longer. */
export type Revocation =
  /** One token and what it was refreshed to. */
  | { readonly kind: "token"; readonly jti: string }
  /** Those that were made up to `at` (milliseconds) for or by a person, or for everybody; but not the one of who did it. */
  | { readonly kind: "person"; readonly handle: string; readonly at: number; readonly except: string }
  | { readonly kind: "all"; readonly at: number; readonly except: string };

export interface Store {
  /** @throws DamagedRoom when what lies there is not whole; nothing is touched then */
  load(room: string): Promise<StoredRoom>;
  /** Resolves when the entries are on the disk, not earlier. */
  append(room: string, entries: readonly Entry[]): Promise<void>;
  compact(room: string, compaction: Compaction): Promise<void>;
  /** Days and versions, the newest first. Days are as of the last compaction. */
  history(room: string): Promise<{ readonly versions: readonly Version[]; readonly days: readonly Day[] }>;
  dayText(room: string, day: string): Promise<string | undefined>;
  versionText(room: string, id: string): Promise<string | undefined>;
  addVersion(room: string, version: Version, text: string): Promise<void>;
  /** Everything that is known of a room, but not what was revoked. */
  remove(room: string): Promise<void>;
  /** Of all rooms. */
  revocations(): Promise<ReadonlyMap<string, readonly Revocation[]>>;
  revoke(room: string, revocation: Revocation): Promise<void>;
  close(): Promise<void>;
}

/** A room whose saved updates are not whole; only somebody at the server can help. */
export class DamagedRoom extends Error {}
