import { readingsOf } from "../../document/mentions.ts";
import { idsOf } from "../../document/digest.ts";
import type { Mention, PrdDocument } from "../../document/model.ts";
import type { Piece } from "../../markdown/piece.ts";
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
  const opened = openedAmong(new Set(without.map(({ id }) => idKey(id))), document);
  let defined: ReadonlySet<string> | undefined;
  const counts = new Map<string, ReadonlySet<number>>();
  const { text } = document;
  return without.filter((one) => {
    const { id, start, end } = one;
    if (opened.has(idKey(id))) return false;
    const front = text.slice(Math.max(0, start - 120), start);
    if (see.test(front)) return true;
    const beside = `${before.exec(front)?.[1] ?? ""} ${behind.exec(text.slice(end, end + 120))?.[1] ?? ""}`;
    const siblings = (beside.match(oneId) ?? []).filter((other) => isSibling(other, id));
    if (siblings.length > 0) {
      defined ??= new Set(idsOf(document.definitions).keys);
      if (siblings.some((other) => defined?.has(idKey(other)))) return true;
    }
    // A count that happens to go on makes no id of a name.
    if (isCommonName(id)) return false;
    const letters = idPrefix(id);
    let count = counts.get(letters);
    if (count === undefined) counts.set(letters, (count = numbersOf(letters, document)));
    return isNext(id, count);
  });
}

/** Of the same letters: "R1, R2 and R9", and not "C1 on A4". */
function isSibling(other: string, id: string): boolean {
  return idPrefix(other) === idPrefix(id);
}

/** The numbers that there are with these letters. */
function numbersOf(letters: string, { definitions }: PrdDocument): ReadonlySet<number> {
  const numbers = new Set<number>();
  const ids = idsOf(definitions);
  for (const [index, own] of ids.letters.entries())
    if (own === letters) numbers.add(numberOf(ids.keys[index] ?? ""));
  return numbers;
}

/** It goes on where the count ends, or fills a hole near that end. */
function isNext(id: string, count: ReadonlySet<number>): boolean {
  if (count.size < COUNTED) return false;
  const number = numberOf(idKey(id));
  const last = Math.max(...count);
  if (Math.abs(number - last) > NEAR) return false;
  return number > last || (count.has(number - 1) && count.has(number + 1));
}

/** `6` for `FR6.1`. */
function numberOf(key: string): number {
  return Number.parseInt(key.slice(idPrefix(key).length), 10);
}

/** Those keys of ids with which a heading, an item, a row or a bold paragraph begins: whoever looks for one finds something. */
function openedAmong(wanted: ReadonlySet<string>, { pieces }: PrdDocument): ReadonlySet<string> {
  const opened = new Set<string>();
  for (const { piece } of pieces) for (const key of openingsOf(piece)) if (wanted.has(key)) opened.add(key);
  return opened;
}

const openings = new WeakMap<Piece, readonly string[]>();

function openingsOf(piece: Piece): readonly string[] {
  let found = openings.get(piece);
  if (found === undefined) openings.set(piece, (found = [...readOpenings(piece)]));
  return found;
}

const opening = new RegExp(String.raw`^[^\p{L}\p{N}]{0,6}(${idPattern})(?![\p{L}\p{N}_/@-]|\.\p{L})`, "u");

function* readOpenings(piece: Piece): Iterable<string> {
  const { text } = piece;
  for (const { inline, role } of readingsOf(piece)) {
    const id = opening.exec(inline.text)?.[1];
    if (id === undefined || findMentions(id).length === 0) continue;
    const at = inline.start;
    if (role === "paragraph" && !/^\s*(?:\*\*|__|\[)/.test(text.slice(at, at + 10))) continue;
    if (role === "cell" && !/(?:^|\n)[ \t]*\|?[ \t*_`~[]*$/.test(text.slice(Math.max(0, at - 40), at)))
      continue;
    if (role !== "quote") yield idKey(id);
  }
}
