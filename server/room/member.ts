/** What a room works with, and who is in it. */
import type { Person } from "../../src/collab/protocol.ts";
import type { Limits } from "../limits.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import type { Presence } from "./presence.ts";
import type { Store } from "../store/store.ts";

/** What all rooms use. */
export interface Services {
  readonly store: Store;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Somebody in a room, as the room sees them. */
export interface Member {
  readonly person: Person;
  readonly presence: Presence;
  /** Wants to be told what is on disk. */
  readonly durable: boolean;
  /** Updates that came from this member. */
  received: number;
  /** Of these, how many have left the tick in which they came. */
  flushed: number;
  /** How many of these it was told are on disk. */
  acknowledged: number;
  readonly send: (frame: Buffer) => boolean;
  /** Reads no further until {@link release}. */
  readonly hold: () => void;
  readonly release: () => void;
}
