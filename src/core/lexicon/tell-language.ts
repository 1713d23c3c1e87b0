import { languageCodes } from "../format/language-codes.ts";
import type { LanguageCode } from "../format/language-codes.ts";
import { isEastern } from "../text/scripts.ts";
import { frequentWords } from "./frequent-words.ts";

/** With fewer words than this a text may be in any language. */
const ENOUGH_WORDS = 40;

/** As much of a text as is looked at, in UTF-16 units. */
export const MOST_TEXT = 8_000;

/** What tells the language of a text: how many words it has, and how many of them are frequent in which language. */
export interface Signs {
  words: number;
  kana: number;
  han: number;
  hangul: number;
  /** In the order of `languageCodes`. */
  readonly frequent: number[];
}

/** By word: the languages that it is frequent in, as indices into `languageCodes`. */
const frequent = new Map<string, number[]>();
for (const [index, code] of languageCodes.entries()) {
  for (const word of frequentWords[code]) {
    const known = frequent.get(word);
    if (known === undefined) frequent.set(word, [index]);
    else known.push(index);
  }
}

function noSigns(): Signs {
  return { words: 0, kana: 0, han: 0, hangul: 0, frequent: languageCodes.map(() => 0) };
}

/** The signs of a text, code and addresses left out. */
export function signsOf(text: string): Signs {
  const prose = text.replace(/```[^]*?(?:```|$)|`[^`\n]*`|\bhttps?:\S+/g, " ");
  const signs = noSigns();
  if (isEastern(prose)) {
    const count = (script: RegExp): number => prose.match(script)?.length ?? 0;
    signs.kana = count(/[\u3040-\u30ff]/g);
    signs.han = count(/[\u3400-\u9fff]/g);
    signs.hangul = count(/[\uac00-\ud7af]/g);
  }
  const eastern = signs.kana + signs.han + signs.hangul > 0;
  for (const word of prose.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (eastern && isEastern(word)) continue;
    signs.words++;
    for (const index of frequent.get(word) ?? []) signs.frequent[index] = (signs.frequent[index] ?? 0) + 1;
  }
  return signs;
}

/** The signs of several texts together. */
export function joinSigns(all: Iterable<Signs>): Signs {
  const sum = noSigns();
  for (const { words, kana, han, hangul, frequent: hits } of all) {
    sum.words += words;
    sum.kana += kana;
    sum.han += han;
    sum.hangul += hangul;
    for (const [index, count] of hits.entries()) sum.frequent[index] = (sum.frequent[index] ?? 0) + count;
  }
  return sum;
}

/**
 * The language that the signs speak for.
 *
 * @returns undefined for too few words to tell
 */
export function toldBy({ words, kana, han, hangul, frequent: hits }: Signs): LanguageCode | undefined {
  // Chinese, Japanese and Korean are written without blanks, or with so few that words cannot be counted. A character
  // of theirs says about as much as half a word.
  const eastern = kana + han + hangul;
  if (eastern >= ENOUGH_WORDS && eastern >= 2 * words) {
    if (hangul > kana + han) return "ko";
    return kana > eastern / 10 ? "ja" : "zh";
  }
  if (words < ENOUGH_WORDS) return undefined;
  const most = Math.max(...hits);
  return most === 0 ? undefined : languageCodes[hits.indexOf(most)];
}

/**
 * The language of a text, told by its script and its most frequent words.
 *
 * @returns undefined for a text with too few words to tell
 */
export function tellLanguage(text: string): LanguageCode | undefined {
  return toldBy(signsOf(text.slice(0, MOST_TEXT)));
}
