/**
 * Makes one update of the few that come in a tick. People's keys follow each other without a hole, so their bytes are
 * put together as they are; `Y.mergeUpdates` takes every piece apart, which costs more than sending it to everybody.
 */
import * as Y from "yjs";
import { sizeOfNumber, writeNumber } from "./bytes.ts";
import { readUpdate } from "./update.ts";
import type { Block } from "./update.ts";

interface Part {
  readonly bytes: Uint8Array;
  readonly block: Pick<Block, "count" | "start" | "end"> & Partial<Block>;
}

/** What one client has in the result. */
interface Joined {
  readonly client: number;
  /** Clock of the first piece; deletions have none. */
  readonly from: number | undefined;
  readonly count: number;
  readonly parts: readonly Part[];
}

/**
 * One update with all that these hold.
 *
 * @param updates at least one, of which each was read without an error by {@link readUpdate}
 */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  if (updates.length === 1 && first !== undefined) return first;
  const pieces = new Map<number, Part[]>();
  const deletions = new Map<number, Part[]>();
  for (const bytes of updates) {
    const { blocks, deleted } = readUpdate(bytes);
    for (const block of blocks) gather(pieces, block.client, { bytes, block });
    for (const block of deleted) gather(deletions, block.client, { bytes, block });
  }
  const joined: Joined[] = [];
  for (const [client, parts] of pieces) {
    if (parts.length > 1) parts.sort((a, b) => (a.block.from ?? 0) - (b.block.from ?? 0));
    if (!parts.every(({ block }, index) => index === 0 || block.from === parts[index - 1]?.block.to))
      return Y.mergeUpdates([...updates]);
    joined.push({ client, from: parts[0]?.block.from, count: counted(parts), parts });
  }
  // As Yjs has them, and as readUpdate wants them.
  joined.sort((a, b) => b.client - a.client);
  const gone = Array.from(deletions, ([client, parts]) => ({
    client,
    from: undefined,
    count: counted(parts),
    parts,
  }));
  const result = new Uint8Array(sizeOf(joined) + sizeOf(gone));
  write(result, write(result, 0, joined), gone);
  return result;
}

function gather(byClient: Map<number, Part[]>, client: number, part: Part): void {
  const parts = byClient.get(client);
  if (parts === undefined) byClient.set(client, [part]);
  else parts.push(part);
}

function counted(parts: readonly Part[]): number {
  return parts.reduce((sum, { block }) => sum + block.count, 0);
}

function sizeOf(all: readonly Joined[]): number {
  let size = sizeOfNumber(all.length);
  for (const { client, from, count, parts } of all) {
    size += sizeOfNumber(client) + sizeOfNumber(count) + (from === undefined ? 0 : sizeOfNumber(from));
    for (const { block } of parts) size += block.end - block.start;
  }
  return size;
}

/** @returns the offset behind what was written */
function write(target: Uint8Array, offset: number, all: readonly Joined[]): number {
  let at = writeNumber(target, offset, all.length);
  for (const { client, from, count, parts } of all) {
    if (from === undefined) at = writeNumber(target, writeNumber(target, at, client), count);
    else at = writeNumber(target, writeNumber(target, writeNumber(target, at, count), client), from);
    for (const { bytes, block } of parts) {
      target.set(bytes.subarray(block.start, block.end), at);
      at += block.end - block.start;
    }
  }
  return at;
}
