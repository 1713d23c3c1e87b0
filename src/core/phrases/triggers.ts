/**
 * The cheap look that spares most paragraphs everything else. Every phrase has a telling word, and a pattern cannot match
 * where all phrases of one of its lists lack theirs. Words are compared by hash, so a stranger may pass, but no phrase is
 * missed.
 */
import type { Entry } from "./entry.ts";
import { isPart } from "./words.ts";

/** The numbers of the lists that a word announces, by the word's hash. */
export type Triggers = Pick<ReadonlyMap<number, readonly number[]>, "get">;

const APOSTROPHE = 39;
const CURLY = 0x2019;
const QUESTION_MARK = 63;
/** "???" has no letter. */
const NO_LETTERS = 0;

/** How often a word is met; what matters is which of two is met more. */
export type Frequency = (word: string) => number;

/** Zipf's law: the tenth of the frequent words is met half as often as the fifth, and all others hardly ever. */
export function frequencyOf(frequent: readonly string[]): Frequency {
  const known = new Map(frequent.map((word, index) => [word, 1 / (index + 1)]));
  return (word) => known.get(word) ?? 0.0005;
}

/** Adds the telling words of a list, and returns how often one of them is met. */
export function addTriggers(
  triggers: Map<number, number[]>,
  entries: readonly Entry[],
  list: number,
  frequency: Frequency,
): number {
  const { words, often } = tellingOfChoice(entries, frequency);
  for (const word of words) {
    const hash = hashOf(word);
    const lists = triggers.get(hash);
    if (lists === undefined) {
      triggers.set(hash, [list]);
    } else if (lists.at(-1) !== list) {
      lists.push(list);
    }
  }
  return often;
}

/** Words of which every phrase has one, and about how often one of them is met. */
interface Telling {
  readonly words: readonly string[];
  readonly often: number;
}

/** Of each entry the part that is met least; of one without parts nothing tells. */
function tellingOfChoice(entries: readonly Entry[], frequency: Frequency): Telling {
  const words: string[] = [];
  let often = 0;
  for (const entry of entries) {
    let best: Telling = { words: [], often: Infinity };
    for (const part of entry) {
      const telling =
        typeof part === "string" ? tellingOfWord(part, frequency) : tellingOfChoice(part, frequency);
      if (telling.often < best.often) {
        best = telling;
      }
    }
    words.push(...best.words);
    often += best.often;
  }
  return { words, often };
}

/** A hyphen stands for a hyphen, a blank or nothing: the phrase is met by its parts or as one word. */
function tellingOfWord(word: string, frequency: Frequency): Telling {
  if (!word.includes("-")) {
    return { words: [word], often: frequency(word) };
  }
  const rarest = word.split("-").reduce((best, part) => (frequency(part) < frequency(best) ? part : best));
  return { words: [rarest, word.replaceAll("-", "")], often: frequency(rarest) };
}

function hashOf(word: string): number {
  let hash = NO_LETTERS;
  for (let index = 0; index < word.length; index++) {
    hash = add(hash, unitOf(word, index));
  }
  return hash;
}

/** The numbers of the lists of which the text has a telling word. */
export function announced(text: string, triggers: Triggers): ReadonlySet<number> {
  const lists = new Set<number>();
  let hash = NO_LETTERS;
  let apostrophe = false;
  for (let index = 0; index <= text.length; index++) {
    const unit = index < text.length ? unitOf(text, index) : 0;
    if (unit === 0) {
      if (hash !== NO_LETTERS) {
        announce(triggers.get(hash), lists);
      }
      if (text.charCodeAt(index) === QUESTION_MARK && text.startsWith("???", index)) {
        announce(triggers.get(NO_LETTERS), lists);
      }
      hash = NO_LETTERS;
      apostrophe = false;
    } else if (unit === APOSTROPHE) {
      // Only one between letters belongs to the word.
      apostrophe = hash !== NO_LETTERS;
    } else {
      hash = add(apostrophe ? add(hash, APOSTROPHE) : hash, unit);
      apostrophe = false;
    }
  }
  return lists;
}

function announce(numbers: readonly number[] | undefined, lists: Set<number>): void {
  if (numbers !== undefined) {
    for (const number of numbers) {
      lists.add(number);
    }
  }
}

function add(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/** What an ASCII character adds to a word's hash: letters in one case, 0 between words. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return unit === APOSTROPHE || isPart(unit, character, 0) ? character.toLowerCase().charCodeAt(0) : 0;
});

/** What any character adds: letters outside ASCII are all alike. */
function unitOf(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 128) {
    return ASCII[unit] ?? 0;
  }
  return unit === CURLY ? APOSTROPHE : isPart(unit, text, index) ? 1 : 0;
}
