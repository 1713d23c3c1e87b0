import * as Y from "yjs";
import type { Edit } from "../text/edits.ts";
import { applyEdits, minimalEdits } from "../text/edits.ts";
import type { Pair } from "./pair.ts";
import { replicaOf, textOf, write } from "./replicas.ts";
import { MINE } from "./undo.ts";

/** What the person sees when they are asked about the disk; what they type until they answer goes in there too. */
export function seenBy(network: Y.Doc, { editor, aside }: Pair): Y.Doc {
  const seen = replicaOf(network, editor);
  applyEdits(textOf(seen), onlyDeleting(aside), null);
  return seen;
}

/** Makes the disk's text an edit of what the person saw: what has arrived since is not theirs to take out. */
export function takeDisk(network: Y.Doc, seen: Y.Doc, text: string): void {
  const edits = minimalEdits(textOf(seen).toJSON(), text);
  if (edits.length > 0) Y.applyUpdate(network, write(seen, edits), MINE);
}

function onlyDeleting(edits: readonly Edit[]): Edit[] {
  return edits.map(({ offset, length }) => ({ offset, length, text: "" }));
}
