/**
 * What a room's text consists of, as bytes: a merged state and the updates since. A document is made of them only where
 * its text is asked for.
 */
import * as Y from "yjs";
import { TEXT_NAME } from "../../src/collab/protocol.ts";
import { readUpdate } from "./update.ts";
import { advance, emptyVector, encodeVector, joinedRuns } from "./vector.ts";
import type { Vector } from "./vector.ts";

/** An update without pieces and deletions. */
const NOTHING = Uint8Array.of(0, 0);
/** Merging takes the square of how many are merged at once. */
const MERGED_AT_ONCE = 32;
/** Answers that are kept: after a restart of the server, many clients ask with the same vector. */
const ANSWERS = 4;

export class Content {
  readonly vector: Vector = emptyVector();
  #state: Uint8Array;
  #since: Uint8Array[] = [];
  #bytes: number;
  readonly #answers = new Map<string, Uint8Array>();
  #deletions: Map<number, [from: number, to: number][]> | undefined;

  /** @throws BadBytes when the bytes are no updates of text */
  constructor(state: Uint8Array | undefined, updates: readonly Uint8Array[]) {
    this.#state = state ?? NOTHING;
    this.#bytes = this.#state.length;
    advance(this.vector, readUpdate(this.#state).runs);
    for (const update of updates) {
      advance(this.vector, readUpdate(update).runs);
      this.add(update);
    }
  }

  /** Bytes of state and updates. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Keeps an update whose runs the vector has taken in already. */
  add(update: Uint8Array): void {
    this.#since.push(update);
    this.#bytes += update.length;
    this.#answers.clear();
    this.#deletions = undefined;
  }

  /** What a peer lacks who has all up to `vector` (encoded). @throws for bytes that are no state vector */
  beyond(vector: Uint8Array): Uint8Array {
    if (vector.length === 1 && vector[0] === 0) return this.merged();
    const key = Buffer.from(vector).toString("latin1");
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = Y.diffUpdate(this.merged(), vector);
    if (this.#answers.size >= ANSWERS) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  /** All of it as one update. */
  merged(): Uint8Array {
    if (this.#since.length > 0) {
      this.#state = mergeAll([this.#state, ...this.#since]);
      this.#since = [];
      this.#bytes = this.#state.length;
    }
    return this.#state;
  }

  /** Whether all these deletions happened already; `deletions` as {@link readUpdate} gives them. */
  hasDeleted(deletions: readonly number[]): boolean {
    this.#deletions ??= deletedRanges(readUpdate(this.merged()).deletions);
    for (let i = 0; i < deletions.length; i += 3) {
      const from = deletions[i + 1] ?? 0;
      const to = from + (deletions[i + 2] ?? 0);
      const ranges = this.#deletions.get(deletions[i] ?? 0) ?? [];
      if (!ranges.some((range) => range[0] <= from && to <= range[1])) return false;
    }
    return true;
  }

  /** Takes a smaller state in place of all that was there before `later`. */
  replace(state: Uint8Array, later: readonly Uint8Array[]): void {
    this.#state = state;
    this.#since = [...later];
    this.#bytes = later.reduce((sum, update) => sum + update.length, state.length);
    this.#answers.clear();
    this.#deletions = undefined;
  }

  encodedVector(): Uint8Array {
    return encodeVector(this.vector);
  }

  text(): string {
    return textOf(this.merged());
  }
}

/** The text that an update makes of an empty document. */
export function textOf(state: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const text = doc.getText(TEXT_NAME).toJSON();
  doc.destroy();
  return text;
}

/** One update of many, in rounds, so that many small ones cost little. */
export function mergeAll(updates: readonly Uint8Array[]): Uint8Array {
  let round = updates;
  while (round.length > 1) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < round.length; i += MERGED_AT_ONCE)
      next.push(Y.mergeUpdates(round.slice(i, i + MERGED_AT_ONCE)));
    round = next;
  }
  return round[0] ?? NOTHING;
}

function deletedRanges(deletions: readonly number[]): Map<number, [from: number, to: number][]> {
  const byClient = new Map<number, [from: number, to: number][]>();
  for (let i = 0; i < deletions.length; i += 3) {
    const from = deletions[i + 1] ?? 0;
    const range: [number, number] = [from, from + (deletions[i + 2] ?? 0)];
    const ranges = byClient.get(deletions[i] ?? 0);
    if (ranges === undefined) byClient.set(deletions[i] ?? 0, [range]);
    else ranges.push(range);
  }
  for (const [client, ranges] of byClient) byClient.set(client, joinedRuns(ranges));
  return byClient;
}
