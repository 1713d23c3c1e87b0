import * as Y from "yjs";
import type { Right } from "../protocol.ts";
import type { Edit } from "../text/edits.ts";
import { applyEdits, edited, minimalEdits } from "../text/edits.ts";
import { Arrivals } from "./arrivals.ts";
import { below } from "./aside.ts";
import { difference, withoutReturns } from "./difference.ts";
import { replicaOf, textOf, write } from "./replicas.ts";
import { TYPED } from "./undo.ts";

/** What `network` has beyond the buffer, as edits of the buffer's shared text. */
export interface Lead {
  readonly edits: readonly Edit[];
  /** Which updates of `network` that is. */
  readonly count: number;
  readonly era: number;
}

/**
 * The two replicas: `network` talks to the server, `editor` has what the buffer shows. `editor` never holds anything that
 * `network` does not. What only the buffer has is put aside: edits that lead from `editor` to the buffer.
 */
export interface Pair {
  readonly editor: Y.Doc;
  readonly aside: readonly Edit[];
  /** The buffer does not show what `network` holds. */
  readonly behind: boolean;
  /** The text that the buffer should have. */
  readonly target: string;
  /** The invariant: the buffer is the text of `editor` with what was put aside. */
  fits(buffer: string): boolean;
  /** Begins anew from `network`, whatever the buffer holds. */
  renew(buffer: string): void;
  /** Takes the buffer as it is, and what differs from `network` as the buffer's own. */
  putAside(buffer: string): void;
  /** The same, with what differs from `editor`: what has arrived stays out of it. */
  hold(buffer: string): void;
  /** Edits of the buffer as edits of `editor`. */
  toEditor(edits: readonly Edit[]): Edit[];
  /** Edits `editor`, for somebody to forward: an update that `network` gets from elsewhere counts as news. */
  write(edits: readonly Edit[]): Uint8Array;
  lead(buffer: string): Lead;
  /** The buffer shows it now, so `editor` gets it too. */
  follow(lead: Lead, buffer: string): void;
  dispose(): void;
}

const CLEANED = Symbol("cleaned");

/**
 * @param right with `read`, nothing is ever written into `network`
 * @param onArrived called when `network` got what `editor` has not
 */
export function pairOf(network: Y.Doc, right: Right, onArrived: () => void): Pair {
  const shared = textOf(network);
  let editor = new Y.Doc();
  let aside: readonly Edit[] = [];
  let behind = false;
  const arrived = new Arrivals();
  let known: Lead | undefined;
  /** There may be a `\r`, as far as the bytes of the updates tell. */
  let returns = true;

  function onUpdate(update: Uint8Array, origin: unknown): void {
    known = undefined;
    if (origin === TYPED) return;
    arrived.add(update);
    returns ||= update.includes(13);
    behind = true;
    onArrived();
  }
  network.on("update", onUpdate);

  /** Another program may have brought line ends of its own. Whoever only reads leaves that to others. */
  function clean(): void {
    if (right === "read" || !returns) return;
    applyEdits(shared, returnsIn(shared), CLEANED);
    returns = false;
  }

  function hold(buffer: string): void {
    aside = minimalEdits(textOf(editor).toJSON(), buffer);
    behind = aside.length + arrived.count > 0;
    known = undefined;
  }

  function putAside(buffer: string): void {
    clean();
    arrived.bringAll(editor);
    hold(buffer);
  }

  const pair: Pair = {
    get editor() {
      return editor;
    },
    get aside() {
      return aside;
    },
    get behind() {
      return behind;
    },
    get target() {
      return withoutReturns(shared.toJSON());
    },
    fits: (buffer) => edited(textOf(editor).toJSON(), aside) === buffer,
    renew(buffer) {
      editor.destroy();
      editor = replicaOf(network);
      arrived.clear();
      putAside(buffer);
    },
    putAside,
    hold,
    toEditor: (edits) => below(edits, aside),
    write(edits) {
      known = undefined;
      return write(editor, edits);
    },
    lead(buffer) {
      if (known !== undefined) return known;
      clean();
      const edits = !behind
        ? []
        : aside.length === 0
          ? difference(editor, network)
          : minimalEdits(buffer, pair.target);
      return (known = { edits, count: arrived.count, era: arrived.era });
    },
    follow(lead, buffer) {
      if (lead.era !== arrived.era) {
        putAside(buffer);
        return;
      }
      arrived.bring(lead.count, editor);
      // Where they could not be cleaned away.
      aside = right === "read" && returns ? returnsIn(textOf(editor)) : [];
      behind = arrived.count > 0;
      known = undefined;
    },
    dispose() {
      network.off("update", onUpdate);
      editor.destroy();
    },
  };
  return pair;
}

/** Deletes what another program put in; deleting is the one way that can be done by several at once. */
function returnsIn(text: Y.Text): Edit[] {
  return [...text.toJSON().matchAll(/\r/g)].map(({ index }) => ({ offset: index, length: 1, text: "" }));
}
