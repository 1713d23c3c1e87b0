/** Who is where in a room, told to all who are in it. */
import { awarenessFrame } from "./frames.ts";
import type { PresenceEntry } from "./frames.ts";
import type { Member, Services } from "./member.ts";
import { entryOf } from "./presence.ts";
import type { Owners, Presence } from "./presence.ts";

/** Presence is not urgent; one frame for all that moved in these milliseconds. */
const TICK = 40;

export class Attendance {
  readonly owners: Owners = new Map();
  readonly #members: ReadonlySet<Member>;
  readonly #counts: Services["metrics"]["counts"];
  #moved = new Set<Presence>();

  /** @param members who is told */
  constructor(members: ReadonlySet<Member>, { metrics }: Services) {
    this.#members = members;
    this.#counts = metrics.counts;
  }

  /** A member's presence has changed. */
  moved(presence: Presence): void {
    this.#moved.add(presence);
    if (this.#moved.size > 1) return;
    setTimeout(() => {
      const entries = [...this.#moved].flatMap(entryOf);
      this.#moved.clear();
      if (entries.length > 0) this.#tell(entries);
    }, TICK).unref();
  }

  /** A member is gone. */
  left(presence: Presence): void {
    if (presence.client === undefined) return;
    this.owners.delete(presence.client);
    this.#tell([{ client: presence.client, clock: presence.clock, state: "null" }]);
    this.#moved.delete(presence);
  }

  /** Presence of everybody, for who asks. */
  everybody(): Buffer {
    return awarenessFrame([...this.owners.values()].flatMap(entryOf));
  }

  #tell(entries: readonly PresenceEntry[]): void {
    const frame = awarenessFrame(entries);
    let deliveries = 0;
    for (const member of this.#members) if (member.send(frame)) deliveries++;
    this.#counts.presence_deliveries_total += deliveries;
  }
}
