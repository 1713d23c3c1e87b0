/** A room's way to the disk: what is not saved yet, in order, and how much was saved since the last compaction. */
import { joinUpdates } from "./join.ts";
import { reasonOf } from "../log.ts";
import type { Services } from "./member.ts";
import type { Author, Entry, StoredRoom } from "../store/store.ts";

/** Milliseconds until what failed is tried again: twice as many each time, up to the last. */
const RETRY_FIRST = 250;
const RETRY_LAST = 15_000;

export class Journal {
  readonly #room: string;
  readonly #services: Services;
  #unsaved: Omit<Entry, "seq">[] = [];
  #unsavedBytes = 0;
  #inFlight: readonly Entry[] = [];
  #seq = 0;
  #compactedSeq = 0;
  #looseBytes = 0;

  constructor(room: string, services: Services) {
    this.#room = room;
    this.#services = services;
  }

  /** Goes on where the store ends. */
  follow({ seq, entries }: StoredRoom): void {
    this.#compactedSeq = seq;
    this.#seq = seq + entries.length;
    this.#looseBytes = entries.reduce((sum, { update }) => sum + update.length, 0);
  }

  /** Nothing was ever written. */
  get isNew(): boolean {
    return this.#seq === 0 && this.isEmpty;
  }

  /** Nothing waits to be saved; something may be on its way. */
  get isEmpty(): boolean {
    return this.#unsaved.length === 0;
  }

  get unsavedBytes(): number {
    return this.#unsavedBytes;
  }

  /** What may not be in the store yet. */
  get pending(): Uint8Array[] {
    return [...this.#inFlight, ...this.#unsaved].map(({ update }) => update);
  }

  /** Whether there is something to compact. */
  get isLoose(): boolean {
    return this.#seq > this.#compactedSeq;
  }

  /** Whether there is so much of it that compacting should not wait until everybody has left. */
  get isLarge(): boolean {
    const { compactAfterUpdates, compactAfterBytes } = this.#services.limits;
    return this.#seq - this.#compactedSeq >= compactAfterUpdates || this.#looseBytes >= compactAfterBytes;
  }

  /** All up to here is in the state now. */
  compactedTo(seq: number): void {
    this.#compactedSeq = seq;
    this.#looseBytes = 0;
  }

  /** @param update bytes that nothing else keeps or changes */
  add(update: Uint8Array, author: Author, at: number): void {
    this.#unsaved.push({ update, author, at });
    this.#count(update.length);
  }

  #count(bytes: number): void {
    this.#unsavedBytes += bytes;
    this.#services.metrics.counts.unsaved_bytes += bytes;
  }

  /** Resolves when all that waits now is on disk; what fails is tried again, later and later. Never rejects. */
  async save(): Promise<void> {
    const { counts, saveSeconds } = this.#services.metrics;
    const bytes = this.#unsavedBytes;
    const updates = this.#unsaved.length;
    const since = this.#unsaved[0]?.at ?? 0;
    this.#inFlight = this.#numbered();
    await this.#append(this.#inFlight);
    this.#inFlight = [];
    this.#count(-bytes);
    this.#looseBytes += bytes;
    counts.saves_total++;
    counts.durable_updates_total += updates;
    saveSeconds((Date.now() - since) / 1000);
  }

  /** Everything unsaved, with numbers: one entry for what the same person wrote. */
  #numbered(): Entry[] {
    const byAuthor = new Map<string, { updates: Uint8Array[]; author: Author; at: number }>();
    for (const { update, author, at } of this.#unsaved) {
      const same = byAuthor.get(author.handle);
      if (same === undefined) byAuthor.set(author.handle, { updates: [update], author, at });
      else {
        same.updates.push(update);
        same.at = at;
      }
    }
    this.#unsaved = [];
    return Array.from(byAuthor.values(), ({ updates, author, at }) => {
      return { seq: ++this.#seq, update: joinUpdates(updates), author, at };
    });
  }

  async #append(entries: readonly Entry[]): Promise<void> {
    const { store, metrics, log } = this.#services;
    let failed = false;
    for (let wait = RETRY_FIRST; ; wait = Math.min(wait * 2, RETRY_LAST)) {
      try {
        await store.append(this.#room, entries);
        break;
      } catch (error) {
        if (!failed) metrics.counts.failing_rooms++;
        failed = true;
        metrics.counts.save_failures_total++;
        log.error({ room: this.#room, reason: reasonOf(error), retryInMs: wait }, "not saved");
        await new Promise((done) => void setTimeout(done, wait).unref());
      }
    }
    if (!failed) return;
    metrics.counts.failing_rooms--;
    log.info({ room: this.#room }, "saved again");
  }
}
