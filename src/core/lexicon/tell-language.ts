import { languageCodes } from "../format/language-codes.ts";
import type { LanguageCode } from "../format/language-codes.ts";
import { frequentWords } from "./frequent-words.ts";

/** With fewer words than this a text may be in any language. */
const ENOUGH_WORDS = 40;

/** As much of a text as is looked at, in UTF-16 units. */
export const MOST_TEXT = 20_000;

/** What tells the language of a text: how many words it has, and how many of them are frequent in which language. */
export interface Signs {
  words: number;
  kana: number;
  han: number;
  hangul: number;
  readonly frequent: Map<LanguageCode, number>;
}

/** By word: the languages that it is frequent in. */
const frequent = new Map<string, LanguageCode[]>();
for (const code of languageCodes) {
  for (const word of frequentWords[code]) {
    const known = frequent.get(word);
    if (known === undefined) frequent.set(word, [code]);
    else known.push(code);
  }
}

const EASTERN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** The signs of a text, code and addresses left out. */
export function signsOf(text: string): Signs {
  const prose = text.replace(/```[^]*?(?:```|$)|`[^`\n]*`|\bhttps?:\S+/g, " ");
  const signs: Signs = { words: 0, kana: 0, han: 0, hangul: 0, frequent: new Map() };
  if (EASTERN.test(prose)) {
    const count = (script: RegExp): number => prose.match(script)?.length ?? 0;
    signs.kana = count(/[\u3040-\u30ff]/g);
    signs.han = count(/[\u3400-\u9fff]/g);
    signs.hangul = count(/[\uac00-\ud7af]/g);
  }
  for (const word of prose.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (EASTERN.test(word)) continue;
    signs.words++;
    for (const code of frequent.get(word) ?? [])
      signs.frequent.set(code, (signs.frequent.get(code) ?? 0) + 1);
  }
  return signs;
}

/** The signs of several texts together. */
export function joinSigns(all: Iterable<Signs>): Signs {
  const sum: Signs = { words: 0, kana: 0, han: 0, hangul: 0, frequent: new Map() };
  for (const { words, kana, han, hangul, frequent: hits } of all) {
    sum.words += words;
    sum.kana += kana;
    sum.han += han;
    sum.hangul += hangul;
    for (const [code, count] of hits) sum.frequent.set(code, (sum.frequent.get(code) ?? 0) + count);
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
  let best: LanguageCode | undefined;
  let most = 0;
  for (const code of languageCodes) {
    const count = hits.get(code) ?? 0;
    if (count > most) [best, most] = [code, count];
  }
  return best;
}

/**
 * The language of a text, told by its script and its most frequent words.
 *
 * @returns undefined for a text with too few words to tell
 */
export function tellLanguage(text: string): LanguageCode | undefined {
  return toldBy(signsOf(text.slice(0, MOST_TEXT)));
}
