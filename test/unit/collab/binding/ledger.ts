import assert from "node:assert/strict";

/**
 * Who typed what, and what of it must be in the shared text. Every sign that somebody types exists once in the world, so
 * that nothing can be lost, doubled or moved unseen; line ends, brackets and spaces are not counted.
 */
export interface Ledger {
  /** A sign that nobody has typed yet; each tenth or so is a surrogate pair. */
  sign(author: string): string;
  /** Signs that one author types one behind the other, from here on. */
  run(): string[];
  author(sign: string): string | undefined;
  isAlive(sign: string): boolean;
  add(signs: Iterable<string>): void;
  remove(signs: Iterable<string>): void;
  /** Nothing is expected of these any more: somebody chose between texts. */
  exempt(signs: Iterable<string>): void;
  isExempt(sign: string): boolean;
  /** @throws AssertionError unless the text has what it must have, once and in the order of typing */
  check(text: string): void;
  readonly count: number;
}

/** The signs of a text that are counted. */
export function signsOf(text: string): Set<string> {
  return new Set(text.match(/\p{Script=Han}/gu));
}

export function createLedger(): Ledger {
  const authors = new Map<string, string>();
  const alive = new Set<string>();
  const exempt = new Set<string>();
  const runs: string[][] = [];
  return {
    sign(author) {
      const n = authors.size;
      const sign = String.fromCodePoint(n % 10 === 7 ? 0x20000 + n : 0x4e00 + n);
      authors.set(sign, author);
      return sign;
    },
    run() {
      const run: string[] = [];
      runs.push(run);
      return run;
    },
    author: (sign) => authors.get(sign),
    isAlive: (sign) => alive.has(sign),
    add(signs) {
      for (const sign of signs) alive.add(sign);
    },
    remove(signs) {
      for (const sign of signs) alive.delete(sign);
    },
    exempt(signs) {
      for (const sign of signs) exempt.add(sign);
    },
    isExempt: (sign) => exempt.has(sign),
    get count() {
      return authors.size;
    },
    check(text) {
      const places = new Map<string, number>();
      const doubled: string[] = [];
      let at = 0;
      for (const sign of text.match(/\p{Script=Han}/gu) ?? []) {
        if (places.has(sign) && !exempt.has(sign)) doubled.push(sign);
        places.set(sign, at++);
      }
      const lost = [...alive].filter((sign) => !places.has(sign) && !exempt.has(sign));
      const back = [...places.keys()].filter((sign) => !alive.has(sign) && !exempt.has(sign));
      const disordered = runs.flatMap((run) => {
        const seen = run.filter((sign) => places.has(sign) && !exempt.has(sign));
        return seen.filter((sign, i) => i > 0 && places.get(sign)! < places.get(seen[i - 1]!)!);
      });
      assert.deepEqual(
        { doubled, lost, back, disordered },
        { doubled: [], lost: [], back: [], disordered: [] },
      );
    },
  };
}
