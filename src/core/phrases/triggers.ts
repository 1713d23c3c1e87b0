/**
 * The cheap look that spares most paragraphs everything else. Every phrase has a telling word, and a pattern cannot match
 * where all phrases of one of its lists lack theirs.
 */
import type { Entry } from "./entry.ts";
import { asciiWords } from "./tokens.ts";

/**
 * The numbers of the lists that a word announces, by the longest of its `asciiWords`; by "" for a word that has none.
 * Each text announces the latter.
 */
export type Triggers = Pick<ReadonlyMap<string, readonly number[]>, "get">;

/** How often a word is met; what matters is which of two is met more. */
export type Frequency = (word: string) => number;

/** Zipf's law: the tenth of the frequent words is met half as often as the fifth, and all others hardly ever. */
export function frequencyOf(frequent: readonly string[]): Frequency {
  const known = new Map(frequent.map((word, index) => [word, 1 / (index + 1)]));
  return (word) => known.get(word) ?? 0.0005;
}

function rarestPart(entry: Entry, frequency: Frequency): Entry[number] {
  let rarest: Entry[number] = [];
  let least = Infinity;
  for (const part of entry) {
    const often = frequencyOfPart(part, frequency);
    if (often < least) {
      least = often;
      rarest = part;
    }
  }
  return rarest;
}

/** How often a text has one of the telling words of these entries; infinite where a phrase has none. */
function frequencyOfChoice(entries: readonly Entry[], frequency: Frequency): number {
  let sum = 0;
  for (const entry of entries) {
    let least = Infinity;
    for (const part of entry) {
      least = Math.min(least, frequencyOfPart(part, frequency));
    }
    sum += least;
  }
  return sum;
}

function frequencyOfPart(part: Entry[number], frequency: Frequency): number {
  if (typeof part !== "string") {
    return frequencyOfChoice(part, frequency);
  }
  return frequency(part.includes("-") ? rarestHalf(part, frequency) : part);
}

function rarestHalf(word: string, frequency: Frequency): string {
  return word.split("-").reduce((best, part) => (frequency(part) < frequency(best) ? part : best));
}

/** Words of which every phrase of these entries has one: those of each entry's rarest part. */
export function tellingWords(
  entries: readonly Entry[],
  frequency: Frequency,
  words: string[] = [],
): string[] {
  for (const entry of entries) {
    const rarest = entry.length > 1 ? rarestPart(entry, frequency) : (entry[0] ?? []);
    if (typeof rarest !== "string") {
      tellingWords(rarest, frequency, words);
    } else if (rarest.includes("-")) {
      // A hyphen stands for a hyphen, a blank or nothing: the phrase is met by its parts or as one word.
      words.push(rarestHalf(rarest, frequency), rarest.replaceAll("-", ""));
    } else {
      words.push(rarest);
    }
  }
  return words;
}

/** @param lists the telling words of each list that matters, by its number */
export function triggersOf(lists: ReadonlyMap<number, readonly string[]>): Triggers {
  const triggers = new Map<string, number[]>();
  for (const [list, words] of lists) {
    for (const word of words) {
      const key = asciiWords(word).reduce((best, part) => (part.length > best.length ? part : best), "");
      const numbers = triggers.get(key);
      if (numbers === undefined) {
        triggers.set(key, [list]);
      } else if (numbers.at(-1) !== list) {
        numbers.push(list);
      }
    }
  }
  return triggers;
}

/** The numbers of the lists of which the text has a telling word. */
export function announced(text: string, triggers: Triggers): ReadonlySet<number> {
  const lists = new Set(triggers.get(""));
  for (const word of asciiWords(text)) {
    const numbers = triggers.get(word);
    if (numbers !== undefined) {
      for (const number of numbers) {
        lists.add(number);
      }
    }
  }
  return lists;
}
