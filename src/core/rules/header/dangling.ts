import { readingsOf } from "../../document/mentions.ts";
import type { Mention, PrdDocument } from "../../document/model.ts";
import type { PlacedPiece } from "../../markdown/piece.ts";
import { findMentions, idKey, idPattern, idPrefix, isCommonName } from "../../recognise/ids.ts";

/*
 * Which ids without a definition a person would look for. Most of what is written like an id is none (paper, keys, chips,
 * priorities), so it takes a sign that one is meant: "see", ids of this document beside it, or a count that goes on.
 */

/** Further ids of a list that one is in: `, R2 and ` before it, ` or R3–` behind it. */
const joint = String.raw`[\s]*(?:,|;|&|\/|[-–—]|,?\s*\b(?:and|or|to)\b(?:\s+(?:on|of|in|by|from|with|for)\b)?)[\s]*`;
const before = new RegExp(String.raw`((?:${idPattern}${joint})+)$`);
const behind = new RegExp(String.raw`^((?:${joint}${idPattern})+)`);
const oneId = new RegExp(idPattern, "g");
const see = /\bsee\s+(?:[^.:;!?\n]{0,80}?(?:,|\band|\bor)\s+)?$/i;

/** So many ids with these letters make a count. */
const COUNTED = 3;
/** So far from the last number of a count an id may be, and still be meant as one of it. */
const NEAR = 2;

/** The mentions that a person would look for in vain. */
export function danglingIn(document: PrdDocument, mentions: readonly Mention[]): Mention[] {
  const without = mentions.filter(({ target }) => target === undefined);
  if (without.length === 0) return [];
  const opened = openedIds(document);
  const defined = new Set(document.definitions.map(({ id }) => idKey(id)));
  const counts = countsOf(document);
  const { text } = document;
  return without.filter((one) => {
    const { id, start, end } = one;
    if (opened.has(idKey(id))) return false;
    const front = text.slice(Math.max(0, start - 120), start);
    if (see.test(front)) return true;
    const beside = `${before.exec(front)?.[1] ?? ""} ${behind.exec(text.slice(end, end + 120))?.[1] ?? ""}`;
    if ((beside.match(oneId) ?? []).some((other) => isSibling(other, id) && defined.has(idKey(other))))
      return true;
    // A count that happens to go on makes no id of a name.
    return !isCommonName(id) && isNext(id, counts);
  });
}

/** Of the same letters: "R1, R2 and R9", and not "C1 on A4". */
function isSibling(other: string, id: string): boolean {
  return idPrefix(other) === idPrefix(id);
}

/** By letters: the numbers that there are. */
function countsOf({ definitions }: PrdDocument): ReadonlyMap<string, ReadonlySet<number>> {
  const counts = new Map<string, Set<number>>();
  for (const { id } of definitions) {
    const prefix = idPrefix(id);
    const known = counts.get(prefix);
    if (known === undefined) counts.set(prefix, new Set([numberOf(idKey(id))]));
    else known.add(numberOf(idKey(id)));
  }
  return counts;
}

/** It goes on where the count ends, or fills a hole near that end. */
function isNext(id: string, counts: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const known = counts.get(idPrefix(id));
  if (known === undefined || known.size < COUNTED) return false;
  const number = numberOf(idKey(id));
  const last = Math.max(...known);
  if (Math.abs(number - last) > NEAR) return false;
  return number > last || (known.has(number - 1) && known.has(number + 1));
}

/** `6` for `FR6.1`. */
function numberOf(key: string): number {
  return Number.parseInt(key.slice(idPrefix(key).length), 10);
}

/** Keys of the ids that a heading, an item, a row or a bold paragraph begins with: whoever looks for one finds something. */
function openedIds({ pieces, text }: PrdDocument): ReadonlySet<string> {
  const opened = new Set<string>();
  for (const placed of pieces) for (const id of openingsOf(placed, text)) opened.add(idKey(id));
  return opened;
}

const opening = new RegExp(String.raw`^[^\p{L}\p{N}]{0,6}(${idPattern})(?![\p{L}\p{N}_/@-]|\.\p{L})`, "u");

function* openingsOf({ start, piece }: PlacedPiece, text: string): Iterable<string> {
  for (const { inline, role } of readingsOf(piece)) {
    const id = opening.exec(inline.text)?.[1];
    if (id === undefined || findMentions(id).length === 0) continue;
    const at = start + inline.start;
    if (role === "paragraph" && !/^\s*(?:\*\*|__|\[)/.test(text.slice(at, at + 10))) continue;
    if (role === "cell" && !/(?:^|\n)[ \t]*\|?[ \t*_`~[]*$/.test(text.slice(Math.max(0, at - 40), at)))
      continue;
    if (role !== "quote") yield id;
  }
}
