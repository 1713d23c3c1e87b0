/** Random numbers that a seed repeats. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  number(below: number): number;
  integer(below: number): number;
  /** True in this share of the cases. */
  is(share: number): boolean;
  one<T>(items: readonly T[]): T;
}

/** Mulberry32, by Tommy Ettinger. */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const chance: Chance = {
    number: (below) => next() * below,
    integer: (below) => Math.floor(next() * below),
    is: (share) => next() < share,
    one: (items) => items[chance.integer(items.length)]!,
  };
  return chance;
}
