/** Time that passes only when a test lets it: what is due runs in order, and what follows from it before the next. */
export interface Clock {
  /** Milliseconds since the start. */
  readonly now: number;
  /** @returns what takes it off the list */
  after(milliseconds: number, run: () => void): () => void;
  /** Lets time pass until nothing is due any more or `until` is reached. */
  run(until?: number): Promise<void>;
  /** Replaces the timers of the code that is tested; `restore` gives the real ones back. */
  install(): { restore(): void };
}

interface Due {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

export function createClock(): Clock {
  const heap: Due[] = [];
  let now = 0;
  let order = 0;
  const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

  function push(due: Due): void {
    let at = heap.push(due) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (before(heap[parent]!, due)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = due;
  }

  function pop(): Due | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (before(last, heap[child]!)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }

  const clock: Clock = {
    get now() {
      return now;
    },
    after(milliseconds, run) {
      const due: Due = { at: now + Math.max(0, milliseconds), order: order++, run };
      push(due);
      return () => {
        due.run = undefined;
      };
    },
    async run(until = Infinity) {
      while (heap[0] !== undefined && heap[0].at <= until) {
        const due = pop();
        if (due?.run === undefined) continue;
        now = due.at;
        due.run();
        // All promises that follow from it, however long their chains.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (until !== Infinity) now = until;
    },
    install() {
      const { setTimeout, clearTimeout } = globalThis;
      globalThis.setTimeout = ((run: () => void, milliseconds = 0) =>
        clock.after(milliseconds, run)) as unknown as typeof setTimeout;
      globalThis.clearTimeout = ((cancel?: () => void) => cancel?.()) as unknown as typeof clearTimeout;
      return {
        restore() {
          globalThis.setTimeout = setTimeout;
          globalThis.clearTimeout = clearTimeout;
        },
      };
    },
  };
  return clock;
}
