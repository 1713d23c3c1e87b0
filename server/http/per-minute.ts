const MINUTE = 60_000;

/**
 * How many requests an address may make: `most` at once, and what it has used comes back evenly, `most` a minute.
 *
 * @param now milliseconds that only ever grow
 * @returns whether this address may make one more, which is counted if it may
 */
export function perMinute(most: number, now = () => performance.now()): (address: string) => boolean {
  const used = new Map<string, { count: number; at: number }>();
  let swept = now();
  return (address) => {
    const at = now();
    if (at - swept >= MINUTE) {
      // Who has not asked for a minute has everything back.
      for (const [one, { at: last }] of used) if (at - last >= MINUTE) used.delete(one);
      swept = at;
    }
    const before = used.get(address);
    const count = before === undefined ? 0 : Math.max(0, before.count - ((at - before.at) / MINUTE) * most);
    const may = count + 1 <= most;
    used.set(address, { count: may ? count + 1 : count, at });
    return may;
  };
}
