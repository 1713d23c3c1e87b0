import type { BufferChange } from "../../collab/editor-port.ts";

/** A document at a moment. */
export interface Seen {
  readonly text: string;
  readonly version: number;
}

/** A document's changes, told one after the other, each with where it came from. */
export interface ChangeOrder {
  /** The document as it was after the last change that was told; while one waits, it is not the newest. */
  readonly seen: Seen;
  /**
   * The document changed.
   *
   * @param clean the document counts as saved
   */
  happened(change: Omit<BufferChange, "fromDisk">, seen: Seen, clean: boolean): void;
  /** VS Code told something else of the document: that it is dirty or not, or has other line ends. */
  stayed(seen: Seen, clean: boolean): void;
  /** An edit of ours was answered: what waits is that edit. */
  answered(): void;
  dispose(): void;
}

/** How long VS Code may take to say that an edit made a document dirty, in milliseconds. */
export const DIRTY_MS = 300;

/**
 * A change that leaves a document clean came from its file, unless VS Code only says a moment later that the document is
 * dirty: it does so for the first edits after a document was opened, and for snippets right after a save, where its two
 * listeners on the text happen to be called in the other order. Both messages leave its window together, before
 * anything else about the document. So such a change waits for the next message: taken for a file that changed on disk,
 * somebody's letters would be merged with themselves, and stand there twice.
 */
export function changeOrder(first: Seen, tell: (change: BufferChange) => void): ChangeOrder {
  let seen = first;
  let waiting: { change: Omit<BufferChange, "fromDisk">; seen: Seen } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function release(fromDisk: boolean): void {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const { change } = waiting;
    seen = waiting.seen;
    waiting = undefined;
    tell({ ...change, fromDisk });
  }

  return {
    get seen() {
      return seen;
    },
    happened(change, next, clean) {
      release(true);
      if (clean && change.reason === undefined) {
        waiting = { change, seen: next };
        timer = setTimeout(() => release(true), DIRTY_MS);
        return;
      }
      seen = next;
      tell({ ...change, fromDisk: false });
    },
    stayed(now, clean) {
      if (!clean) release(false);
      if (waiting === undefined) seen = now;
    },
    answered: () => release(false),
    dispose() {
      clearTimeout(timer);
      waiting = undefined;
    },
  };
}
