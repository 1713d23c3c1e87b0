import { randomFrom } from "../../../random.ts";

/** Random numbers that a seed repeats. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  number(below: number): number;
  integer(below: number): number;
  /** True in this share of the cases. */
  is(share: number): boolean;
  one<T>(items: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  const next = randomFrom(Math.imul(seed + 1, 0x9e3779b1));
  const chance: Chance = {
    number: (below) => next() * below,
    integer: (below) => Math.floor(next() * below),
    is: (share) => next() < share,
    one: (items) => items[chance.integer(items.length)]!,
  };
  return chance;
}
