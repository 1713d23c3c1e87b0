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
  return new TwoReplicas(network, right, onArrived);
}

class TwoReplicas implements Pair {
  editor = new Y.Doc();
  aside: readonly Edit[] = [];
  behind = false;
  readonly #network: Y.Doc;
  readonly #shared: Y.Text;
  readonly #right: Right;
  readonly #onArrived: () => void;
  readonly #arrived = new Arrivals();
  #known: Lead | undefined;
  /** There may be a `\r`, as far as the bytes of the updates tell. */
  #returns = true;

  constructor(network: Y.Doc, right: Right, onArrived: () => void) {
    this.#network = network;
    this.#shared = textOf(network);
    this.#right = right;
    this.#onArrived = onArrived;
    network.on("update", this.#onUpdate);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    this.#known = undefined;
    if (origin === TYPED) return;
    this.#arrived.add(update);
    this.#returns ||= update.includes(13);
    this.behind = true;
    this.#onArrived();
  };

  get target(): string {
    return withoutReturns(this.#shared.toJSON());
  }

  fits(buffer: string): boolean {
    return edited(textOf(this.editor).toJSON(), this.aside) === buffer;
  }

  renew(buffer: string): void {
    this.editor.destroy();
    this.editor = replicaOf(this.#network);
    this.#arrived.clear();
    this.putAside(buffer);
  }

  putAside(buffer: string): void {
    this.#clean();
    this.#arrived.bringAll(this.editor);
    this.hold(buffer);
  }

  hold(buffer: string): void {
    this.aside = minimalEdits(textOf(this.editor).toJSON(), buffer);
    this.behind = this.aside.length + this.#arrived.count > 0;
    this.#known = undefined;
  }

  toEditor(edits: readonly Edit[]): Edit[] {
    return below(edits, this.aside);
  }

  write(edits: readonly Edit[]): Uint8Array {
    this.#known = undefined;
    return write(this.editor, edits);
  }

  lead(buffer: string): Lead {
    if (this.#known !== undefined) return this.#known;
    this.#clean();
    const { count, era } = this.#arrived;
    return (this.#known = { edits: this.#editsOf(buffer), count, era });
  }

  #editsOf(buffer: string): Edit[] {
    if (!this.behind) return [];
    return this.aside.length === 0
      ? difference(this.editor, this.#network)
      : minimalEdits(buffer, this.target);
  }

  follow(lead: Lead, buffer: string): void {
    if (lead.era !== this.#arrived.era) return this.putAside(buffer);
    this.#arrived.bring(lead.count, this.editor);
    // Where they could not be cleaned away.
    this.aside = this.#right === "read" && this.#returns ? returnsIn(textOf(this.editor)) : [];
    this.behind = this.#arrived.count > 0;
    this.#known = undefined;
  }

  /** Another program may have brought line ends of its own. Whoever only reads leaves that to others. */
  #clean(): void {
    if (this.#right === "read" || !this.#returns) return;
    applyEdits(this.#shared, returnsIn(this.#shared), CLEANED);
    this.#returns = false;
  }

  dispose(): void {
    this.#network.off("update", this.#onUpdate);
    this.editor.destroy();
  }
}

/** Deletes what another program put in; deleting is the one way that can be done by several at once. */
function returnsIn(text: Y.Text): Edit[] {
  return [...text.toJSON().matchAll(/\r/g)].map(({ index }) => ({ offset: index, length: 1, text: "" }));
}
