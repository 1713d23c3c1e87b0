/** What compaction makes of a room's saved updates: one state, and who did how much on which day. */
import * as Y from "yjs";
import { TEXT_NAME } from "../../src/collab/protocol.ts";
import type { Compaction, Day, Share, StoredRoom } from "../store/store.ts";

/** Updates that are replayed before others get their turn. */
const AT_ONCE = 500;

/** The day in UTC, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * Replays what was saved since the last compaction.
 *
 * @param days as they were told then
 */
export async function compacted(
  { state, seq, entries }: StoredRoom,
  days: readonly Day[],
): Promise<Compaction> {
  const doc = new Y.Doc();
  if (state !== undefined) Y.applyUpdate(doc, state);
  const text = doc.getText(TEXT_NAME);
  let change = { inserted: 0, deleted: 0 };
  doc.on("afterTransaction", (transaction: Y.Transaction) => (change = changeOf(transaction)));
  const touched = new Map<string, { shares: Map<string, Share>; text: string }>();
  for (const [index, { update, author, at }] of entries.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((done) => void setImmediate(done));
    Y.applyUpdate(doc, update);
    const { inserted, deleted } = change;
    const day = dayOf(at);
    let of = touched.get(day);
    if (of === undefined) {
      const known = days.find((one) => one.day === day)?.people ?? [];
      of = { shares: new Map(known.map((share) => [share.handle, share])), text: "" };
      touched.set(day, of);
    }
    const before = of.shares.get(author.handle);
    of.shares.set(author.handle, {
      handle: author.handle,
      name: author.name,
      inserted: (before?.inserted ?? 0) + inserted,
      deleted: (before?.deleted ?? 0) + deleted,
    });
    if (entries[index + 1] === undefined || dayOf(entries[index + 1]?.at ?? 0) !== day)
      of.text = text.toJSON();
  }
  const result = {
    seq: seq + entries.length,
    state: Y.encodeStateAsUpdate(doc),
    days: Array.from(touched, ([day, { shares, text }]) => ({ day, people: [...shares.values()], text })),
  };
  doc.destroy();
  return result;
}

/**
 * How much a transaction inserted and deleted, in UTF-16 units. A text's own event knows it too, but goes through the
 * whole text to find out.
 */
function changeOf({ beforeState, afterState, deleteSet }: Y.Transaction): {
  inserted: number;
  deleted: number;
} {
  let inserted = 0;
  let deleted = 0;
  for (const [client, clock] of afterState) inserted += clock - (beforeState.get(client) ?? 0);
  for (const [client, ranges] of deleteSet.clients) {
    const known = beforeState.get(client) ?? 0;
    for (const { clock, len } of ranges) {
      const old = Math.max(0, Math.min(clock + len, known) - clock);
      deleted += old;
      // What came and went at once was neither.
      inserted -= len - old;
    }
  }
  return { inserted, deleted };
}
