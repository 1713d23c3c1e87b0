import { diff3Merge } from "node-diff3";
import { linesOf, words } from "./tokens.ts";

export interface Merged {
  readonly text: string;
  /** Something of mine is not in the text. */
  readonly lost: boolean;
}

/** Pieces of one text times pieces of the other that a comparison may cost, about half a second. */
const MOST_PAIRS = 100_000_000;

/**
 * Joins two changes of one text: first by lines, and inside lines that both changed by words.
 *
 * Where both changed the same words, the shared text stands; lines that both added at one place are both kept. Texts too big to compare are one such place, between what
 * all three begin and end with.
 *
 * Method: Khanna, Kunal, Pierce, "A Formal Investigation of Diff3" (2007), as implemented by node-diff3.
 *
 * @param base what both came from
 * @param mine one of the two
 * @param shared the other; it wins
 */
export function threeWay(base: string, mine: string, shared: string): Merged {
  if (mine === base || mine === shared) return { text: shared, lost: false };
  if (shared === base) return { text: mine, lost: false };
  const start = commonStart(base, mine, shared);
  const end = commonEnd(base, mine, shared, start);
  const middle = (text: string): string => text.slice(start, text.length - end);
  const merged = joined(middle(base), middle(mine), middle(shared), [linesOf, words]);
  return {
    text: base.slice(0, start) + merged.text + base.slice(base.length - end),
    lost: merged.lost,
  };
}

function joined(
  base: string,
  mine: string,
  shared: string,
  [split, ...finer]: readonly ((text: string) => string[])[],
): Merged {
  if (split === undefined) return { text: shared, lost: !containsInOrder(words(shared), words(mine)) };
  const a = split(mine);
  const o = split(base);
  const b = split(shared);
  if (o.length * (a.length + b.length) > MOST_PAIRS) return joined(base, mine, shared, []);
  let lost = false;
  const text = diff3Merge(a, o, b, { excludeFalseConflicts: true }).map(({ ok, conflict }) => {
    if (conflict === undefined) return ok?.join("") ?? "";
    const both = split === linesOf ? bothAdded(conflict) : undefined;
    if (both !== undefined) return both;
    const part = joined(conflict.o.join(""), conflict.a.join(""), conflict.b.join(""), finer);
    lost ||= part.lost;
    return part.text;
  });
  return { text: text.join(""), lost };
}

/** Whole lines that both added at one place are both kept, the shared ones first, unless one says what the other does. */
function bothAdded({ a, o, b }: { a: string[]; o: string[]; b: string[] }): string | undefined {
  const [mine, shared] = [a.join(""), b.join("")];
  if (o.length > 0 || !mine.endsWith("\n") || !shared.endsWith("\n")) return undefined;
  const [myWords, theirWords] = [words(mine), words(shared)];
  if (containsInOrder(theirWords, myWords) || containsInOrder(myWords, theirWords)) return undefined;
  return shared + mine;
}

/** White space is no loss. */
function containsInOrder(all: readonly string[], some: readonly string[]): boolean {
  const wanted = some.filter((piece) => piece.trim() !== "");
  let at = 0;
  for (const piece of all) if (piece === wanted[at]) at++;
  return at === wanted.length;
}

/** At the start of a line, so that lines stay whole. */
function commonStart(...texts: readonly [string, string, string]): number {
  const [base, mine, shared] = texts;
  const most = Math.min(base.length, mine.length, shared.length);
  let at = 0;
  while (at < most && base[at] === mine[at] && base[at] === shared[at]) at++;
  return at === 0 ? 0 : base.lastIndexOf("\n", at - 1) + 1;
}

/** How many units at the end, whole lines of them. */
function commonEnd(base: string, mine: string, shared: string, start: number): number {
  const most = Math.min(base.length, mine.length, shared.length) - start;
  let count = 0;
  while (
    count < most &&
    base.at(-1 - count) === mine.at(-1 - count) &&
    base.at(-1 - count) === shared.at(-1 - count)
  )
    count++;
  const line = base.indexOf("\n", base.length - count);
  return line < 0 ? 0 : base.length - line - 1;
}
