/**
 * A text in words, runs of white space and single signs; together they are the text. Writing without spaces (Han, Kana)
 * is taken sign by sign. No surrogate pair is cut.
 */
export function words(text: string): string[] {
  return text.match(pattern) ?? [];
}

/** A text in lines, each with its `\n`; together they are the text. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

const pattern =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}_])+|[^]/gu;
