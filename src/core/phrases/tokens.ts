/** A word of a text. `start` and `end` are UTF-16 indices, `end` excluded. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** In lower case, with straight apostrophes: what is compared. */
  readonly key: string;
  /** As it stands there: "TODO" is not "todo". */
  readonly raw: string;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const APOSTROPHE = 39;
const CURLY = 0x2019;
const QUESTION_MARK = 63;

/** The words of a text: letters, digits and `_`, with apostrophes between them; a hyphen ends one. "???" is one too. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index++) {
    const unit = index < text.length ? text.charCodeAt(index) : 0;
    if (isPart(unit, text, index)) {
      if (start < 0) {
        start = index;
      }
    } else if (
      start >= 0 &&
      !((unit === APOSTROPHE || unit === CURLY) && isPart(text.charCodeAt(index + 1), text, index + 1))
    ) {
      words.push(wordAt(text, start, index));
      start = -1;
    }
    if (unit === QUESTION_MARK && text.startsWith("???", index)) {
      const from = index;
      while (text.charCodeAt(index + 1) === QUESTION_MARK) {
        index++;
      }
      words.push({ start: from, end: index + 1, key: "???", raw: "???" });
    }
  }
  return words;
}

function wordAt(text: string, start: number, end: number): Word {
  const raw = text.slice(start, end);
  return { start, end, key: keyOf(raw), raw };
}

/** In lower case, with straight apostrophes. */
function keyOf(text: string): string {
  const key = text.toLowerCase();
  return key.includes("’") ? key.replaceAll("’", "'") : key;
}

const ASCII_WORD = /\w+(?:'\w+)*|\?{3}/g;

/**
 * The words of a text as far as they are ASCII, in lower case: a text with a word has all that this gives for the word.
 * It takes a fifth of what finding the words takes.
 */
export function asciiWords(text: string): readonly string[] {
  return keyOf(text).match(ASCII_WORD) ?? [];
}

/** Whether a text's unit at `index` belongs to a word; `unit` is its code, NaN behind the end. */
function isPart(unit: number, text: string, index: number): boolean {
  if (unit < 128) {
    return (
      (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95
    );
  }
  // A lone half of a surrogate pair is no letter here, which only matters in scripts that no list is written in.
  return LETTER.test(text.charAt(index));
}
