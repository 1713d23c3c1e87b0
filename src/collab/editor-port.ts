/** What the binding needs from an editor, so small that a fake one can delay, refuse and interleave. */

/** A replacement in a buffer's own offsets (UTF-16 units, with the line ends that the buffer has). */
export interface BufferEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** One change event: all its edits speak of the buffer before it. */
export interface BufferChange {
  readonly edits: readonly BufferEdit[];
  /** The editor's own undo or redo made it, not a key that we bound. */
  readonly reason?: "undo" | "redo";
  /** The buffer now holds what is on disk although nobody saved: a revert, or another program changed the file. */
  readonly fromDisk: boolean;
}

/** A selection in buffer offsets; `anchor` is where it began and `head` where the caret is. */
export interface BufferSelection {
  readonly anchor: number;
  readonly head: number;
}

export interface Unsubscribe {
  dispose(): void;
}

export interface EditorPort {
  /** The buffer as it is now. */
  readonly text: string;
  /** Grows with each change. */
  readonly version: number;
  /** Where the carets are; empty while the buffer is in no visible editor. */
  readonly selections: readonly BufferSelection[];
  /**
   * Replaces without an undo stop.
   *
   * @param edits ascending and apart from each other, in offsets of the buffer at `version`
   * @param version what the caller saw
   * @returns false when the buffer had changed meanwhile, and then nothing was applied; never throws
   */
  apply(edits: readonly BufferEdit[], version: number): Promise<boolean>;
  /** Moves the carets, where the buffer is visible. */
  select(selections: readonly BufferSelection[]): void;
  onChange(listener: (change: BufferChange) => void): Unsubscribe;
  onSave(listener: () => void): Unsubscribe;
  dispose(): void;
}
