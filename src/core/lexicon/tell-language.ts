import { lexicons } from "./all.ts";
import type { LanguageCode } from "./lexicon.ts";

/** With fewer words than this a text may be in any language. */
const ENOUGH_WORDS = 40;

/** As much of a text as is looked at, in UTF-16 units. */
const MOST_TEXT = 20_000;

const frequent = lexicons.map(({ code, frequent: words }) => ({ code, words: new Set(words) }));

/**
 * The language of a text, told by its script and its most frequent words.
 *
 * @returns undefined for a text with too few words to tell
 */
export function tellLanguage(text: string): LanguageCode | undefined {
  const start = text.slice(0, MOST_TEXT).replace(/```[^]*?(?:```|$)|`[^`\n]*`|\bhttps?:\S+/g, " ");
  const eastern = inEasternScript(start);
  if (eastern !== undefined) return eastern;
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < ENOUGH_WORDS) return undefined;
  let best: { code: LanguageCode | undefined; hits: number } = { code: undefined, hits: 0 };
  for (const { code, words: known } of frequent) {
    const hits = words.filter((word) => known.has(word)).length;
    if (hits > best.hits) best = { code, hits };
  }
  return best.code;
}

/** Chinese, Japanese and Korean are written without blanks, or with so few that words cannot be counted. */
function inEasternScript(text: string): LanguageCode | undefined {
  const count = (script: RegExp): number => text.match(script)?.length ?? 0;
  const [kana, han, hangul] = [
    count(/[\u3040-\u30ff]/g),
    count(/[\u3400-\u9fff]/g),
    count(/[\uac00-\ud7af]/g),
  ];
  const all = kana + han + hangul;
  // Such a character says about as much as half a word.
  if (all < ENOUGH_WORDS || all < 2 * count(/\p{Script=Latin}+/gu)) return undefined;
  if (hangul > kana + han) return "ko";
  return kana > all / 10 ? "ja" : "zh";
}
