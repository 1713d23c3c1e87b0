/**
 * A room: what its people write is merged once a tick, sent to all of them in one frame, and saved. It is loading, live,
 * saving (nobody is in it) or unloaded; rooms.ts sees to it that there is one of a name.
 */
import * as Y from "yjs";
import type { Person } from "../../src/collab/protocol.ts";
import { Attendance } from "./attendance.ts";
import { Content, mergeAll } from "./content.ts";
import { SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE, durableFrame, syncFrame } from "./frames.ts";
import { compacted } from "./history.ts";
import { joinUpdates } from "./join.ts";
import { Journal } from "./journal.ts";
import { reasonOf } from "../log.ts";
import type { Member, Services } from "./member.ts";
import { DamagedRoom } from "../store/store.ts";
import { readUpdate } from "./update.ts";
import { advance, encodeVector, repeats } from "./vector.ts";

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
  readonly attendance: Attendance;
  state: "loading" | "live" | "saving" | "unloaded" = "loading";
  /** Who holds the room open: sockets and requests. */
  leases = 0;
  readonly ready: Promise<void>;
  readonly #services: Services;
  readonly #journal: Journal;
  #content = new Content(undefined, []);
  #arrived: Arrival[] = [];
  /** Members who wait to be told that something is on disk. */
  #touched = new Set<Member>();
  #isSaving = false;
  #saving: Promise<void> = Promise.resolve();
  #held = new Set<Member>();
  #compacting: Promise<void> | undefined;
  /** While a compaction goes on: what it may not have seen. */
  #later: Uint8Array[] | undefined;

  constructor(name: string, services: Services) {
    this.name = name;
    this.#services = services;
    this.attendance = new Attendance(this.members, services);
    this.#journal = new Journal(name, services);
    this.ready = this.#load();
  }

  async #load(): Promise<void> {
    const stored = await this.#services.store.load(this.name);
    try {
      this.#content = new Content(
        stored.state,
        stored.entries.map(({ update }) => update),
      );
    } catch (error) {
      throw new DamagedRoom("What is saved of this room is not text.", { cause: error });
    }
    this.#journal.follow(stored);
    this.state = "live";
    this.#services.metrics.counts.rooms_loaded_total++;
  }

  /** Nothing was ever written here. */
  get isNew(): boolean {
    return this.#journal.isNew && this.#arrived.length === 0;
  }

  /** What is in here, by writer; undefined while nothing is. By it a client tells whether it knows this room. */
  get vector(): Uint8Array | undefined {
    return this.isNew ? undefined : this.#content.encodedVector();
  }

  get isSaved(): boolean {
    return this.#arrived.length === 0 && this.#journal.isEmpty && !this.#isSaving;
  }

  get text(): string {
    return this.#content.text();
  }

  /** What is there, said to somebody new: what the server lacks, and who is here. */
  join(member: Member): void {
    this.members.add(member);
    if (member.person.right === "edit") member.send(syncFrame(SYNC_STEP_1, this.#content.encodedVector()));
    if (this.attendance.owners.size > 0) member.send(this.attendance.everybody());
    if (member.durable) this.#touch(member);
  }

  leave(member: Member): void {
    this.members.delete(member);
    this.#touched.delete(member);
    this.#held.delete(member);
    this.attendance.left(member.presence);
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
      this.attendance.everybody(),
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
    if (this.#content.bytes + update.length > limits.roomBytes && runs.length > 0) return false;
    const isNew = advance(vector, runs) || (deletions.length > 0 && !(isAnswer && this.#known(deletions)));
    // After looking at the deletions, which may flush: this one is not among what is saved then.
    if (from !== undefined) from.received++;
    if (isNew) {
      this.#arrived.push({ from, update, author });
      metrics.counts.updates_total++;
      metrics.counts.update_bytes_total += update.length;
    }
    if (from?.durable === true) this.#touch(from);
    else if (isNew) this.#tick();
    if (this.#journal.unsavedBytes > limits.unsavedBytes && from !== undefined && !this.#held.has(from)) {
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
    if (!this.#isSaving && (!this.#journal.isEmpty || this.#touched.size > 0)) {
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
    for (const { update, author } of arrived)
      this.#journal.add(arrived.length === 1 ? kept : new Uint8Array(update), author, at);
  }

  /** Saves until nothing is left to save, and tells those who want to know. */
  async #save(): Promise<void> {
    do {
      const waiting = Array.from(this.#touched, (member) => ({ member, count: member.flushed }));
      this.#touched.clear();
      const vector = waiting.length > 0 ? this.#content.encodedVector() : undefined;
      if (!this.#journal.isEmpty) {
        await this.#journal.save();
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
      if (this.#journal.isLarge) void this.compact();
    } while (!this.#journal.isEmpty || this.#touched.size > 0);
    // Here, not when the promise settles: whatever comes in between would not be saved.
    this.#isSaving = false;
  }

  /** Resolves when all that came is on disk; not before the store works again. */
  async saved(): Promise<void> {
    this.flush();
    while (this.#isSaving) await this.#saving;
  }

  /** Whether there is something to compact. */
  get isLoose(): boolean {
    return this.#journal.isLoose;
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
      this.#later = this.#journal.pending;
      const stored = await store.load(this.name);
      const { days } = await store.history(this.name);
      const result = await compacted(stored, days);
      await store.compact(this.name, result);
      this.#journal.compactedTo(result.seq);
      this.#content.replace(result.state, this.#later);
      metrics.counts.compactions_total++;
    } catch (error) {
      metrics.counts.compaction_failures_total++;
      log.error({ room: this.name, reason: reasonOf(error) }, "not compacted");
    }
    this.#compacting = undefined;
    this.#later = undefined;
  }
}
