import * as Y from "yjs";

/** Updates that wait for the buffer before they are merged. */
const MOST = 500;

/** What `network` got and `editor` has yet to get. */
export class Arrivals {
  #updates: Uint8Array[] = [];
  /** Counts how often they changed by other ways than that more came, or that the first were brought. */
  era = 0;

  get count(): number {
    return this.#updates.length;
  }

  add(update: Uint8Array): void {
    this.#updates.push(update);
    if (this.#updates.length <= MOST) return;
    this.#updates = [Y.mergeUpdates(this.#updates)];
    this.era++;
  }

  /** Applies the first of them. */
  bring(count: number, editor: Y.Doc): void {
    if (count > 0) Y.applyUpdate(editor, Y.mergeUpdates(this.#updates.splice(0, count)));
  }

  bringAll(editor: Y.Doc): void {
    this.bring(this.count, editor);
    this.clear();
  }

  clear(): void {
    this.#updates = [];
    this.era++;
  }
}
