import { buckets } from "../facts/model.ts";
import type { Bucket, Split } from "../facts/model.ts";

/** `product 60 to 55, ops 15 to 20`. */
export function splitChanges(
  changes: readonly { readonly bucket: Bucket; readonly from: number; readonly to: number }[],
): string {
  return changes.length === 0
    ? "it does not say how"
    : changes.map(({ bucket, from, to }) => `${bucket} ${from} to ${to}`).join(", ");
}

/** `product 60%, health 25%, ops 15%`. */
export function splitWords(split: Split): string {
  return buckets.map((bucket) => `${bucket} ${split[bucket]}%`).join(", ");
}

/** `@a`, `@a and @b`, `@a, @b and @c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined) return "";
  return words.length === 1 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
