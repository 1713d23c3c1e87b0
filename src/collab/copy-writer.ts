import type { CopyFile, LocalCopy } from "./local-copy.ts";

/** Keeps the local copy up to date: writes it a moment after each change. */
export interface CopyWriter {
  /** What the buffer held last, and what was written to the file last; with LF, undefined before there was a buffer. */
  readonly last: string | undefined;
  readonly saved: string | undefined;
  /**
   * What the buffer held when it went. It may come back with it although that was not saved: to an extension, a document
   * whose language is changed is closed and opened again.
   */
  readonly held: string | undefined;
  /** The buffer is attached, or changed. */
  holds(text: string): void;
  /** The buffer was written to its file. */
  wrote(text: string): void;
  /** The buffer is gone: what it held is in the shared text, the file has what was saved. */
  closed(): void;
  /** Something changed. */
  soon(): void;
  /** Writes at once; resolves when it is written. Never rejects. */
  now(): Promise<void>;
}

/**
 * What was changed is written down after this time, in milliseconds; while somebody types, every so often. What the
 * server had by then and this computer had not is not doubled, see `settle`.
 */
const WRITE_MS = 500;

/**
 * @param before the copy that there was of the room
 * @param state gives the document as one update
 * @param failed is told why something could not be written; it is tried again with the next change
 */
export function createCopyWriter(
  file: CopyFile,
  before: LocalCopy | undefined,
  state: () => Uint8Array,
  failed: (reason: string) => void,
): CopyWriter {
  let last = before?.last;
  let saved = before?.saved;
  let held: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();

  const now = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    // Before there was a buffer there is no text of this computer that could be compared later.
    if (last === undefined) return writing;
    const copy = { state: state(), last, saved: saved ?? last };
    writing = writing
      .then(() => file.save(copy))
      .catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)));
    return writing;
  };
  const soon = (): void => {
    timer ??= setTimeout(() => void now(), WRITE_MS);
  };

  return {
    get last() {
      return last;
    },
    get saved() {
      return saved;
    },
    get held() {
      return held;
    },
    holds(text) {
      last = text;
      saved ??= text;
      soon();
    },
    wrote(text) {
      saved = text;
      soon();
    },
    closed() {
      held = last;
      last = saved ?? last;
    },
    soon,
    now,
  };
}
