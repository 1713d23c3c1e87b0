import * as Y from "yjs";
import type { Edit } from "../text/edits.ts";
import { textOf } from "./replicas.ts";
import { MINE } from "./undo.ts";

/** Where a change put text. */
export type Landed = readonly { readonly place: Y.RelativePosition; readonly text: string }[];

/** Where edits put text, in a replica that has them. */
export function placesOf(doc: Y.Doc, edits: readonly Edit[]): Landed {
  let moved = 0;
  return edits.map(({ offset, length, text }) => {
    const end = offset + moved + text.length;
    moved += text.length - length;
    return { place: Y.createRelativePositionFromTypeIndex(textOf(doc), end, -1), text };
  });
}

/** What somebody else wrote and the person typed at the same time counts twice: puts the person's beside it. */
export function putTwin(network: Y.Doc, landed: Landed): void {
  network.transact(() => {
    for (const { place, text } of landed) {
      const at = Y.createAbsolutePositionFromRelativePosition(place, network);
      if (at !== null && text !== "") textOf(network).insert(at.index, text);
    }
  }, MINE);
}
