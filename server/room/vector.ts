/** Up to which clock a room has the pieces of each client, without a hole. */
import { sizeOfNumber, writeNumber } from "./bytes.ts";

export interface Vector {
  /** What is there without a hole: clock behind the last piece by client. */
  readonly clocks: Map<number, number>;
  /** Runs that lie beyond a hole, ascending by client: they were typed before something that has not arrived yet. */
  readonly beyond: Map<number, [from: number, to: number][]>;
}

export function emptyVector(): Vector {
  return { clocks: new Map(), beyond: new Map() };
}

/**
 * Takes in the runs of an update.
 *
 * @param runs as {@link readUpdate} gives them
 * @returns false when all of it was there already
 */
export function advance(vector: Vector, runs: readonly number[]): boolean {
  let isNew = false;
  for (let i = 0; i < runs.length; i += 3) {
    if (advanceBy(vector, runs[i] ?? 0, runs[i + 1] ?? 0, runs[i + 2] ?? 0)) isNew = true;
  }
  return isNew;
}

/** Whether some of the runs begin with what was there already. */
export function repeats({ clocks }: Vector, runs: readonly number[]): boolean {
  for (let i = 0; i < runs.length; i += 3) {
    if ((runs[i + 1] ?? 0) < (clocks.get(runs[i] ?? 0) ?? 0)) return true;
  }
  return false;
}

function advanceBy({ clocks, beyond }: Vector, client: number, from: number, to: number): boolean {
  const have = clocks.get(client) ?? 0;
  if (to <= have) return false;
  const waiting = beyond.get(client);
  if (from > have) {
    if (waiting?.some((run) => run[0] <= from && to <= run[1])) return false;
    beyond.set(client, joinedRuns([...(waiting ?? []), [from, to]]));
    return true;
  }
  let reached = to;
  if (waiting !== undefined) {
    const rest = waiting.filter((run) => run[0] > reached || ((reached = Math.max(reached, run[1])), false));
    if (rest.length === 0) beyond.delete(client);
    else beyond.set(client, rest);
  }
  clocks.set(client, reached);
  return true;
}

/** Runs in ascending order; those that touch become one. */
export function joinedRuns(runs: [from: number, to: number][]): [from: number, to: number][] {
  const result: [from: number, to: number][] = [];
  for (const run of runs.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && run[0] <= last[1]) last[1] = Math.max(last[1], run[1]);
    else result.push([run[0], run[1]]);
  }
  return result;
}

/** As `Y.encodeStateVector` writes it. */
export function encodeVector({ clocks }: Vector): Uint8Array {
  let size = sizeOfNumber(clocks.size);
  for (const [client, clock] of clocks) size += sizeOfNumber(client) + sizeOfNumber(clock);
  const bytes = new Uint8Array(size);
  let at = writeNumber(bytes, 0, clocks.size);
  for (const [client, clock] of clocks) at = writeNumber(bytes, writeNumber(bytes, at, client), clock);
  return bytes;
}
