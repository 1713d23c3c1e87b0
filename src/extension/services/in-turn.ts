/** Milliseconds of work after which whatever else waits has its turn. */
const LONG = 12;

/** Does pieces of work one after the other, and lets go between them, so that typing never waits for more than one. */
export type InTurn = <T>(work: () => T) => Promise<T>;

export function createInTurn(): InTurn {
  let turn: Promise<unknown> = Promise.resolve();
  let since = 0;
  const breathe = async (): Promise<void> => {
    if (performance.now() - since < LONG) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
  return (work) => {
    const done = turn.then(breathe).then(work);
    turn = done.catch(() => undefined);
    return done;
  };
}

/**
 * Lets no more than some calls run at once; the others wait.
 *
 * @param most how many
 */
export function atMost<A extends unknown[], T>(
  most: number,
  call: (...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (...args) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await call(...args);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
