/** What compaction makes of a room's saved updates: one state, and who did how much on which day. */
import * as Y from "yjs";
import { TEXT_NAME } from "../src/collab/protocol.ts";
import type { Compaction, Day, Share, StoredRoom } from "./store.ts";

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
  let inserted = 0;
  let deleted = 0;
  text.observe(({ delta }) => {
    for (const { insert, delete: gone } of delta) {
      if (typeof insert === "string") inserted += insert.length;
      if (gone !== undefined) deleted += gone;
    }
  });
  const touched = new Map<string, { shares: Map<string, Share>; text: string }>();
  for (const [index, { update, author, at }] of entries.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((done) => void setImmediate(done));
    inserted = 0;
    deleted = 0;
    Y.applyUpdate(doc, update);
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
