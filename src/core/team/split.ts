import { buckets } from "./model.ts";
import type { Bucket, Cycle, Split } from "./model.ts";

const letters: Readonly<Record<Bucket, string>> = { product: "p", health: "h", ops: "o" };

/** `p60 h25 o15`, as an agreement line has it. */
export function splitText(split: Split): string {
  return buckets.map((bucket) => `${letters[bucket]}${split[bucket]}`).join(" ");
}

/** Reads `p60 h25 o15`, in any order; undefined unless all three are there once. */
export function parseSplit(text: string): Split | undefined {
  const parts = text.trim().toLowerCase().split(/\s+/);
  if (parts.length !== buckets.length) return undefined;
  const share = (bucket: Bucket): number | undefined => {
    const found = parts.find((part) => part.startsWith(letters[bucket]));
    return found !== undefined && /^[pho]\d+(?:\.\d+)?$/.test(found) ? Number(found.slice(1)) : undefined;
  };
  const [product, health, ops] = buckets.map(share);
  return product === undefined || health === undefined || ops === undefined
    ? undefined
    : { product, health, ops };
}

export function sameSplit(a: Split, b: Split): boolean {
  return buckets.every((bucket) => a[bucket] === b[bucket]);
}

/** Sum of the three, rounded to hundredths so that 33.3 + 33.3 + 33.4 is 100. */
export function splitSum(split: Split): number {
  return Math.round(buckets.reduce((sum, bucket) => sum + split[bucket], 0) * 100) / 100;
}

/**
 * The split that everybody agreed to first: that of the agreement lines, where all of them say the same. Where they
 * differ nothing was agreed yet.
 */
export function agreedSplit({ agreements }: Pick<Cycle, "agreements">): Split | undefined {
  const said = agreements.flatMap(({ split }) => (split === undefined ? [] : [split]));
  const [first] = said;
  return first !== undefined && said.every((split) => sameSplit(split, first)) ? first : undefined;
}

/**
 * The split that holds: the agreed one, changed by each renegotiation in the order in which they stand.
 *
 * @returns undefined while nothing is agreed
 */
export function renegotiatedSplit(cycle: Pick<Cycle, "agreements" | "renegotiations">): Split | undefined {
  const agreed = agreedSplit(cycle);
  if (agreed === undefined) return undefined;
  const split = { ...agreed };
  for (const { changes } of cycle.renegotiations)
    for (const { bucket, from, to } of changes) split[bucket] += to - from;
  return split;
}

/** What the header says and no agreement or renegotiation accounts for, as changes that would; empty when all is well. */
export function unaccounted(
  cycle: Pick<Cycle, "agreements" | "renegotiations" | "split">,
): { readonly bucket: Bucket; readonly from: number; readonly to: number }[] {
  const held = renegotiatedSplit(cycle);
  const { split } = cycle;
  if (held === undefined || split === undefined) return [];
  return buckets
    .filter((bucket) => held[bucket] !== split[bucket])
    .map((bucket) => ({ bucket, from: held[bucket], to: split[bucket] }));
}
