/**
 * A room: what its people write is merged once a tick, sent to all of them in one frame, and saved. It is loading, live,
 * saving (nobody is in it) or unloaded; rooms.ts sees to it that there is one of a name.
 */
import * as Y from "yjs";
import type { Person } from "../src/collab/protocol.ts";
import { Content, mergeAll } from "./content.ts";
import { SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE, awarenessFrame, durableFrame, syncFrame } from "./frames.ts";
import { compacted } from "./history.ts";
import { joinUpdates } from "./join.ts";
import type { Limits } from "./limits.ts";
import { reasonOf } from "./log.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { entryOf } from "./presence.ts";
import type { Owners, Presence } from "./presence.ts";
import { DamagedRoom } from "./store.ts";
import type { Entry, Store } from "./store.ts";
import { readUpdate } from "./update.ts";
import { advance, encodeVector, repeats } from "./vector.ts";

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

/** Presence is not urgent; one frame for all that moved in these milliseconds. */
const PRESENCE_TICK = 40;
const RETRY_FIRST = 250;
const RETRY_LAST = 15_000;

interface Arrival {
  readonly from: Member | undefined;
  readonly update: Uint8Array;
  readonly author: Person;
}

const ticking: Room[] = [];
/** One room at a time, since compacting keeps the processor busy. */
let compacting: Promise<void> = Promise.resolve();

/** All rooms in which something came, once a turn of the event loop. */
function flushAll(): void {
  for (const room of ticking.splice(0)) room.flush();
}

export class Room {
  readonly name: string;
  readonly members = new Set<Member>();
  readonly owners: Owners = new Map();
  state: "loading" | "live" | "saving" | "unloaded" = "loading";
  /** Who holds the room open: sockets and requests. */
  leases = 0;
  readonly ready: Promise<void>;
  readonly #services: Services;
  #content = new Content(undefined, []);
  #arrived: Arrival[] = [];
  /** Members who wait to be told that something is on disk. */
  #touched = new Set<Member>();
  #unsaved: Omit<Entry, "seq">[] = [];
  #unsavedBytes = 0;
  #unsavedSince = 0;
  #inFlight: readonly Entry[] = [];
  #isSaving = false;
  #saving: Promise<void> = Promise.resolve();
  #held = new Set<Member>();
  #seq = 0;
  #compactedSeq = 0;
  /** Bytes that were saved since the last compaction. */
  #looseBytes = 0;
  #compacting: Promise<void> | undefined;
  /** While a compaction goes on: what it may not have seen. */
  #later: Uint8Array[] | undefined;
  #moved = new Set<Presence>();

  constructor(name: string, services: Services) {
    this.name = name;
    this.#services = services;
    this.ready = this.#load();
  }

  async #load(): Promise<void> {
    const { state, seq, entries } = await this.#services.store.load(this.name);
    try {
      this.#content = new Content(
        state,
        entries.map(({ update }) => update),
      );
    } catch (error) {
      throw new DamagedRoom("What is saved of this room is not text.", { cause: error });
    }
    this.#compactedSeq = seq;
    this.#looseBytes = entries.reduce((sum, { update }) => sum + update.length, 0);
    this.#seq = seq + entries.length;
    this.state = "live";
    this.#services.metrics.counts.rooms_loaded_total++;
  }

  /** Nothing was ever written here. */
  get isNew(): boolean {
    return this.#seq === 0 && this.#arrived.length === 0 && this.#unsaved.length === 0;
  }

  /** What is in here, by writer; undefined while nothing is. By it a client tells whether it knows this room. */
  get vector(): Uint8Array | undefined {
    return this.isNew ? undefined : this.#content.encodedVector();
  }

  get isSaved(): boolean {
    return this.#arrived.length === 0 && this.#unsaved.length === 0 && !this.#isSaving;
  }

  get text(): string {
    return this.#content.text();
  }

  /** What is there, said to somebody new: what the server lacks, and who is here. */
  join(member: Member): void {
    this.members.add(member);
    if (member.person.right === "edit") member.send(syncFrame(SYNC_STEP_1, this.#content.encodedVector()));
    if (this.owners.size > 0) member.send(this.everybody());
    if (member.durable) this.#touch(member);
  }

  leave(member: Member): void {
    this.members.delete(member);
    this.#touched.delete(member);
    this.#held.delete(member);
    const { presence } = member;
    if (presence.client === undefined) return;
    this.owners.delete(presence.client);
    this.#tellPresence([{ client: presence.client, clock: presence.clock, state: "null" }]);
    this.#moved.delete(presence);
  }

  get bytes(): number {
    return this.#content.bytes;
  }

  /** The answer to a member's state vector. @throws for what is no state vector */
  answer(vector: Uint8Array): Buffer {
    return syncFrame(SYNC_STEP_2, this.#content.beyond(vector));
  }

  /**
   * For a member who gets nothing from now on.
   *
   * @returns what makes frames of all that they missed, and who is where
   */
  bookmark(): () => Buffer[] {
    const vector = this.#content.encodedVector();
    // The vector has these already, but they were not sent to anybody.
    const waiting = this.#arrived.map(({ update }) => new Uint8Array(update));
    return () => [
      syncFrame(SYNC_UPDATE, mergeAll([this.#content.beyond(vector), ...waiting])),
      this.everybody(),
    ];
  }

  /** A member reads again, and may have missed what was said to it about the disk. */
  caughtUp(member: Member): void {
    member.acknowledged = -1;
    if (member.durable) this.#touch(member);
  }

  /**
   * Takes in an update.
   *
   * @param isAnswer the update answers our state vector, and repeats all deletions
   * @returns false when the room would be too large
   * @throws BadBytes for what is no update of text
   */
  receive(from: Member | undefined, author: Person, received: Uint8Array, isAnswer: boolean): boolean {
    const { runs, deletions } = readUpdate(received);
    const { vector } = this.#content;
    // What is there stays as it was said first; merging might take a forger's later words for it.
    const update = repeats(vector, runs) ? Y.diffUpdate(received, encodeVector(vector)) : received;
    const { limits, metrics } = this.#services;
    if (this.#content.bytes + this.#unsavedBytes + update.length > limits.roomBytes && runs.length > 0)
      return false;
    if (from !== undefined) from.received++;
    const isNew = advance(vector, runs) || (deletions.length > 0 && !(isAnswer && this.#known(deletions)));
    if (isNew) {
      this.#arrived.push({ from, update, author });
      metrics.counts.updates_total++;
      metrics.counts.update_bytes_total += update.length;
    }
    if (from?.durable === true) this.#touch(from);
    else if (isNew) this.#tick();
    if (this.#unsavedBytes > limits.unsavedBytes && from !== undefined && !this.#held.has(from)) {
      this.#held.add(from);
      from.hold();
    }
    return true;
  }

  #known(deletions: readonly number[]): boolean {
    this.flush();
    return this.#content.hasDeleted(deletions);
  }

  #touch(member: Member): void {
    this.#touched.add(member);
    this.#tick();
  }

  #isTicking = false;

  #tick(): void {
    if (this.#isTicking) return;
    this.#isTicking = true;
    if (ticking.push(this) === 1) setImmediate(flushAll);
  }

  /** Sends what came in this tick, and hands it over to be saved. */
  flush(): void {
    this.#isTicking = false;
    for (const member of this.#touched) member.flushed = member.received;
    const arrived = this.#arrived;
    if (arrived.length > 0) {
      this.#arrived = [];
      this.#broadcast(arrived);
    }
    if (!this.#isSaving && (this.#unsaved.length > 0 || this.#touched.size > 0)) {
      this.#isSaving = true;
      this.#saving = this.#save();
    }
  }

  #broadcast(arrived: readonly Arrival[]): void {
    const [only] = arrived;
    const update =
      arrived.length === 1 && only !== undefined
        ? only.update
        : joinUpdates(arrived.map(({ update }) => update));
    const frame = syncFrame(SYNC_UPDATE, update);
    const author = arrived.every(({ from }) => from === only?.from) ? only?.from : undefined;
    let deliveries = 0;
    for (const member of this.members) {
      if (member !== author && member.send(frame)) deliveries++;
    }
    this.#services.metrics.counts.deliveries_total += deliveries;
    // The bytes in the frame, since those that came are part of whatever else came on that socket.
    const kept = frame.subarray(frame.length - update.length);
    this.#content.add(kept);
    this.#later?.push(kept);
    const at = Date.now();
    if (this.#unsaved.length === 0) this.#unsavedSince = at;
    for (const one of arrived) {
      this.#unsaved.push({
        update: arrived.length === 1 ? kept : new Uint8Array(one.update),
        author: one.author,
        at,
      });
      this.#count(one.update.length);
    }
  }

  #count(bytes: number): void {
    this.#unsavedBytes += bytes;
    this.#services.metrics.counts.unsaved_bytes += bytes;
  }

  /** Saves until nothing is left to save; what fails is tried again, later and later. */
  async #save(): Promise<void> {
    const { counts } = this.#services.metrics;
    do {
      const waiting = Array.from(this.#touched, (member) => ({ member, count: member.flushed }));
      this.#touched.clear();
      const vector = waiting.length > 0 ? this.#content.encodedVector() : undefined;
      const bytes = this.#unsavedBytes;
      const since = this.#unsavedSince;
      const updates = this.#unsaved.length;
      const entries = this.#numbered();
      if (entries.length > 0) {
        await this.#append(entries);
        counts.saves_total++;
        counts.durable_updates_total += updates;
        this.#services.metrics.saveSeconds((Date.now() - since) / 1000);
        this.#count(-bytes);
        this.#looseBytes += bytes;
        const held = this.#held;
        // Anew, since what they had sent already may make them wait again.
        this.#held = new Set();
        for (const member of held) member.release();
      }
      for (const { member, count } of waiting) {
        if (count <= member.acknowledged || vector === undefined) continue;
        member.acknowledged = count;
        member.send(durableFrame(vector, count));
      }
      // What came meanwhile is in the vector already, so it must be among what is saved next.
      this.flush();
      if (this.#isLarge) void this.compact();
    } while (this.#unsaved.length > 0 || this.#touched.size > 0);
    // Here, not when the promise settles: whatever comes in between would not be saved.
    this.#isSaving = false;
  }

  get #isLarge(): boolean {
    const { compactAfterUpdates, compactAfterBytes } = this.#services.limits;
    return this.#seq - this.#compactedSeq >= compactAfterUpdates || this.#looseBytes >= compactAfterBytes;
  }

  /** Everything unsaved, with numbers: one entry for what the same person wrote. */
  #numbered(): Entry[] {
    const byAuthor = new Map<string, Omit<Entry, "seq">[]>();
    for (const one of this.#unsaved) {
      const same = byAuthor.get(one.author.handle);
      if (same === undefined) byAuthor.set(one.author.handle, [one]);
      else same.push(one);
    }
    this.#unsaved = [];
    return Array.from(byAuthor.values(), (ones) => ({
      seq: ++this.#seq,
      update: joinUpdates(ones.map(({ update }) => update)),
      author: ones.at(-1)?.author ?? { handle: "", name: "", role: "" },
      at: ones.at(-1)?.at ?? 0,
    }));
  }

  async #append(entries: readonly Entry[]): Promise<void> {
    const { store, metrics, log } = this.#services;
    this.#inFlight = entries;
    let failed = false;
    for (let wait = RETRY_FIRST; ; wait = Math.min(wait * 2, RETRY_LAST)) {
      try {
        await store.append(this.name, entries);
        break;
      } catch (error) {
        if (!failed) metrics.counts.failing_rooms++;
        failed = true;
        metrics.counts.save_failures_total++;
        log.error({ room: this.name, reason: reasonOf(error), retryInMs: wait }, "not saved");
        await new Promise((done) => void setTimeout(done, wait).unref());
      }
    }
    this.#inFlight = [];
    if (!failed) return;
    metrics.counts.failing_rooms--;
    log.info({ room: this.name }, "saved again");
  }

  /** Resolves when all that came is on disk; not before the store works again. */
  async saved(): Promise<void> {
    this.flush();
    while (this.#isSaving) await this.#saving;
  }

  /** Whether there is something to compact. */
  get isLoose(): boolean {
    return this.#seq > this.#compactedSeq;
  }

  /** Makes one state of all saved updates. Never rejects: without it a room is only larger. */
  compact(): Promise<void> {
    if (this.#compacting !== undefined) return this.#compacting;
    this.#compacting = compacting.then(() => this.#compact());
    compacting = this.#compacting;
    return this.#compacting;
  }

  async #compact(): Promise<void> {
    const { store, metrics, log } = this.#services;
    try {
      this.flush();
      this.#later = [...this.#inFlight, ...this.#unsaved].map(({ update }) => update);
      const stored = await store.load(this.name);
      const { days } = await store.history(this.name);
      const result = await compacted(stored, days);
      await store.compact(this.name, result);
      this.#compactedSeq = result.seq;
      this.#looseBytes = 0;
      this.#content.replace(result.state, this.#later);
      metrics.counts.compactions_total++;
    } catch (error) {
      metrics.counts.compaction_failures_total++;
      log.error({ room: this.name, reason: reasonOf(error) }, "not compacted");
    }
    this.#compacting = undefined;
    this.#later = undefined;
  }

  /** A member's presence has changed. */
  moved(presence: Presence): void {
    this.#moved.add(presence);
    if (this.#moved.size > 1) return;
    setTimeout(() => {
      const entries = [...this.#moved].flatMap(entryOf);
      this.#moved.clear();
      if (entries.length > 0) this.#tellPresence(entries);
    }, PRESENCE_TICK).unref();
  }

  #tellPresence(entries: Parameters<typeof awarenessFrame>[0]): void {
    const frame = awarenessFrame(entries);
    let deliveries = 0;
    for (const member of this.members) if (member.send(frame)) deliveries++;
    this.#services.metrics.counts.presence_deliveries_total += deliveries;
  }

  /** Presence of everybody, for who asks. */
  everybody(): Buffer {
    return awarenessFrame([...this.owners.values()].flatMap(entryOf));
  }
}
