/** What is kept of a room on this computer, so that nothing is lost when VS Code closes while the server is away. */
export interface LocalCopy {
  /** The whole Y.Doc as one update. */
  readonly state: Uint8Array;
  /** The text, with LF, that the buffer held last. */
  readonly last: string;
  /** The text, with LF, that was written to the file last; the same as `last` until the first save. */
  readonly saved: string;
}

/** Where it is kept; one for each room. */
export interface CopyFile {
  /** @returns undefined where there is nothing, or nothing that can be read */
  load(): Promise<LocalCopy | undefined>;
  /** Replaces what was there, as a whole or not at all. */
  save(copy: LocalCopy): Promise<void>;
  /** After *Leave*. */
  remove(): Promise<void>;
}

/** Begins what is kept, and tells its form. */
const MAGIC = "seamwork 1\n";

/** One block of bytes: a line of JSON with all but the state, then the state. */
export function encodeCopy({ state, last, saved }: LocalCopy): Uint8Array {
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify({ last, saved, bytes: state.length })}\n`);
  const bytes = new Uint8Array(head.length + state.length);
  bytes.set(head);
  bytes.set(state, head.length);
  return bytes;
}

/** @returns undefined for anything that `encodeCopy` did not write, or that is torn */
export function decodeCopy(bytes: Uint8Array): LocalCopy | undefined {
  const start = MAGIC.length;
  const end = bytes.indexOf(10, start);
  if (end < 0 || new TextDecoder().decode(bytes.subarray(0, start)) !== MAGIC) return undefined;
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))) as Record<string, unknown>;
    const { last, saved, bytes: length } = head;
    const state = bytes.slice(end + 1);
    if (typeof last !== "string" || typeof saved !== "string" || state.length !== length) return undefined;
    return { state, last, saved };
  } catch {
    return undefined;
  }
}
