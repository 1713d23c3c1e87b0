import { distance } from "fastest-levenshtein";

/**
 * The candidate that a person probably meant: the same word in other case, a word of which this is the beginning
 * (`info` for `information`), or one that is at most a third of its letters away,
 * where two neighbours that changed places (`vauge`) count as one letter.
 *
 * @param word what was written
 * @param candidates what is allowed; the first of two equally near ones is taken
 * @returns a candidate, or nothing when none is near; a candidate that equals the word is never a guess
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted.length > 100) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === word) return undefined;
    const known = candidate.toLowerCase();
    const away =
      wanted.length >= 3 && known.startsWith(wanted)
        ? 0.5
        : swapped(wanted, known)
          ? 1
          : distance(wanted, known);
    if (away < least && away < wanted.length) {
      best = candidate;
      least = away;
    }
  }
  return best;
}

/** Whether two words differ only in two neighbouring letters that changed places. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
