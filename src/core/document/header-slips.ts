import { distance } from "fastest-levenshtein";
import { headerKeys } from "../format/header-keys.ts";
import type { HeaderKey } from "../format/header-keys.ts";

/** Words for people that no slip explains, and that somebody who has not read the format will write. */
const otherWords: ReadonlyMap<string, HeaderKey> = new Map([
  ["engineer", "eng"],
  ["engineers", "eng"],
  ["engineering", "eng"],
  ["product manager", "pm"],
  ["product-manager", "pm"],
  ["product_manager", "pm"],
]);

/**
 * The field that an unknown one was probably meant to be: one letter too many, too few, wrong or swapped with its
 * neighbour, or other case. Teams have fields of their own (`budget`, `end`), so nothing further away counts, and for
 * the short names only swapped letters do.
 *
 * @param keys those that this kind of document has
 */
export function slipOf(written: string, keys: readonly HeaderKey[] = headerKeys): HeaderKey | undefined {
  const word = written.toLowerCase();
  const other = otherWords.get(word);
  if (other !== undefined && keys.includes(other)) return other;
  return keys.find((key) => {
    if (Math.abs(key.length - word.length) > 1) return false;
    const away = distance(word, key);
    return away === 0 || (away === 2 && sameLetters(word, key)) || (away === 1 && key.length > 3);
  });
}

function sameLetters(a: string, b: string): boolean {
  return Array.from(a).sort().join("") === Array.from(b).sort().join("");
}
