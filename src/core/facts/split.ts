import { normalizeHandle } from "../config/people.ts";
import { buckets } from "./model.ts";
import type { Agreement, Bucket, Cycle, Split } from "./model.ts";

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

/** The last line of each person in which a split can be read. */
export function standingAgreements({ agreements }: Pick<Cycle, "agreements">): AgreementTo[] {
  const standing = new Map<string, AgreementTo>();
  for (const [index, one] of agreements.entries()) {
    const key = one.who === undefined ? String(index) : normalizeHandle(one.who).toLowerCase();
    standing.delete(key);
    if (one.split !== undefined) standing.set(key, { ...one, split: one.split });
  }
  return [...standing.values()];
}

export type AgreementTo = Agreement & { readonly split: Split };

/**
 * The split that everybody agreed to first, before any renegotiation. Where the agreements do not come to the same split
 * nothing was agreed yet.
 */
export function agreedSplit(cycle: Pick<Cycle, "agreements" | "renegotiations">): Split | undefined {
  return held(cycle)?.first;
}

/**
 * The split that holds: the agreed one, changed by the renegotiations that came after it.
 *
 * @returns undefined while nothing is agreed
 */
export function renegotiatedSplit(cycle: Pick<Cycle, "agreements" | "renegotiations">): Split | undefined {
  return held(cycle)?.now;
}

function held(cycle: Pick<Cycle, "agreements" | "renegotiations">): Carried | undefined {
  const carried = carriedOver(cycle.renegotiations);
  const all = standingAgreements(cycle).map(({ split }) => carried(split));
  const [one] = all;
  if (one === undefined || !all.every(({ now }) => sameSplit(now, one.now))) return undefined;
  return all.reduce((earliest, other) => (other.from < earliest.from ? other : earliest));
}

/** What an agreement has become. */
export interface Carried {
  readonly first: Split;
  readonly now: Split;
  /** How many renegotiations came before it. */
  readonly from: number;
}

/** The same as {@link carriedOn} for many agreements: most people agree to the same split, so each is followed once. */
export function carriedOver(renegotiations: Cycle["renegotiations"]): (split: Split) => Carried {
  const known = new Map<string, Carried>();
  return (split) => {
    const key = splitText(split);
    let carried = known.get(key);
    if (carried === undefined) known.set(key, (carried = carriedOn(split, renegotiations)));
    return carried;
  };
}

/**
 * What somebody agreed to, as the renegotiations after it have left it. Each of those says what it changed from, so an
 * agreement that was given anew later is not changed a second time: it is followed from the first renegotiation that
 * fits, and all behind that one.
 */
export function carriedOn(split: Split, renegotiations: Cycle["renegotiations"]): Carried {
  for (let from = 0; from < renegotiations.length; from++) {
    const now = follow(split, renegotiations, from);
    if (now !== undefined) return { first: split, now, from };
  }
  return { first: split, now: split, from: renegotiations.length };
}

function follow(split: Split, renegotiations: Cycle["renegotiations"], begin: number): Split | undefined {
  const now = { ...split };
  for (let at = begin; at < renegotiations.length; at++) {
    for (const { bucket, from, to } of renegotiations[at]?.changes ?? []) {
      if (now[bucket] !== from) return undefined;
      now[bucket] = to;
    }
  }
  return now;
}

/** What the header says and no agreement or renegotiation accounts for, as changes that would; empty when all is well. */
export function unaccounted(cycle: Pick<Cycle, "agreements" | "renegotiations" | "split">): SplitChange[] {
  const before = renegotiatedSplit(cycle);
  return before === undefined || cycle.split === undefined ? [] : changesBetween(before, cycle.split);
}

/** The buckets in which two splits differ. */
export function changesBetween(before: Split, after: Split): SplitChange[] {
  return buckets
    .filter((bucket) => before[bucket] !== after[bucket])
    .map((bucket) => ({ bucket, from: before[bucket], to: after[bucket] }));
}

export interface SplitChange {
  readonly bucket: Bucket;
  readonly from: number;
  readonly to: number;
}

/** `product 60 to 55, ops 15 to 20`, as a renegotiation has it. */
export function changesText(changes: readonly SplitChange[]): string {
  return changes.map(({ bucket, from, to }) => `${bucket} ${from} to ${to}`).join(", ");
}
