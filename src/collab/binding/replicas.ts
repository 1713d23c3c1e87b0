import * as Y from "yjs";
import { TEXT_NAME } from "../protocol.ts";
import type { Edit } from "../text/edits.ts";
import { applyEdits } from "../text/edits.ts";

/** The shared text of a document. */
export function textOf(doc: Y.Doc): Y.Text {
  return doc.getText(TEXT_NAME);
}

/**
 * A copy that has never written anything, under a client id that nobody has used. The id follows from the network's own
 * (random) one, so that a run can be repeated.
 *
 * @param from what is copied, where it is not the network's document itself
 */
export function replicaOf(network: Y.Doc, from = network): Y.Doc {
  const replica = new Y.Doc();
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(from));
  const used = given.get(network) ?? new Set();
  given.set(network, used);
  let id = network.clientID;
  do id = (id + 0x9e3779b1) >>> 0;
  while (used.has(id) || Y.getState(network.store, id) > 0);
  used.add(id);
  replica.clientID = id;
  return replica;
}

/** Edits the text of a replica, and returns the update that says no more than this. */
export function write(replica: Y.Doc, edits: readonly Edit[]): Uint8Array {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array): void => void updates.push(update);
  replica.on("update", collect);
  applyEdits(textOf(replica), edits, null);
  replica.off("update", collect);
  return Y.mergeUpdates(updates);
}

/** Ids that were given out: they may have written what never reached the network. */
const given = new WeakMap<Y.Doc, Set<number>>();
