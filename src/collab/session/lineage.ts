import { decodeStateVector, encodeStateVector } from "yjs";
import type { Doc } from "yjs";

/**
 * Whether a document and a room are one text's two copies, told by the clients that wrote in both. Joining two documents
 * that began apart (a server that lost its data, a room that was removed and shared again) would put every line there
 * twice, so those are merged as texts instead.
 *
 * @param vector the room's state vector; undefined for a room in which nothing was ever written
 */
export function haveCommonHistory(doc: Doc, vector: Uint8Array | undefined): boolean {
  if (vector === undefined) return true;
  const theirs = decodeStateVector(vector);
  const mine = decodeStateVector(encodeStateVector(doc));
  if (theirs.size === 0 || mine.size === 0) return true;
  return [...mine.keys()].some((client) => theirs.has(client));
}
