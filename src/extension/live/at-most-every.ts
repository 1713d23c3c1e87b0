/** A call that is put off: several wishes become one call. */
export interface Paced {
  /** At once if the last call is long enough ago, else as soon as it is. */
  (): void;
  dispose(): void;
}

/** What costs much is called more seldom, so that it takes at most this part of the time. */
const SHARE_OF_TIME = 0.2;

/**
 * @param ms the shortest time between the end of a call and the next one, in milliseconds; the next one also waits
 *   longer after a call that took long
 */
export function atMostEvery(ms: number, call: () => void): Paced {
  let earliest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    timer = undefined;
    const started = performance.now();
    call();
    const ended = performance.now();
    earliest = ended + Math.max(ms, (ended - started) / SHARE_OF_TIME);
  };
  const paced = (): void => {
    if (timer !== undefined) return;
    const wait = earliest - performance.now();
    if (wait > 0) timer = setTimeout(run, wait);
    else run();
  };
  return Object.assign(paced, { dispose: () => clearTimeout(timer) });
}
