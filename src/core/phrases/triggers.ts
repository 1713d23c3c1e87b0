/**
 * The cheap look that spares most paragraphs everything else. Each pattern has a step whose words are rare; a paragraph
 * with none of these words cannot match. Words are compared by hash, so a stranger may pass, but no phrase is missed.
 */
import type { Entry } from "./entry.ts";
import { isPart } from "./words.ts";

/** The hashes of the rare words. */
export type Hashes = Pick<ReadonlySet<number>, "has">;

/** How often a word is met; what matters is which of two is met more. */
export type Frequency = (word: string) => number;

const APOSTROPHE = 39;
const CURLY = 0x2019;
const QUESTION_MARK = 63;

/** Zipf's law: the tenth of the frequent words is met half as often as the fifth, and all others hardly ever. */
export function frequencyOf(frequent: readonly string[]): Frequency {
  const known = new Map(frequent.map((word, index) => [word, 1 / (index + 1)]));
  return (word) => known.get(word) ?? 0.0005;
}

/** Words of which every phrase of these entries has one, chosen so that few texts have any of them. */
export function tellingWords(entries: readonly Entry[], frequency: Frequency): string[] {
  const words: string[] = [];
  entries.forEach((entry) => collect(entry, frequency, words));
  return words;
}

/** Adds the telling words of one entry: those of its rarest part. */
function collect(entry: Entry, frequency: Frequency, words: string[]): void {
  let rarest: Entry[number] | undefined;
  let least = Infinity;
  for (const part of entry) {
    const often = frequencyOfPart(part, frequency);
    if (often < least) {
      least = often;
      rarest = part;
    }
  }
  if (rarest === undefined) {
    return;
  }
  if (typeof rarest !== "string") {
    rarest.forEach((one) => collect(one, frequency, words));
  } else if (rarest.includes("-")) {
    // A hyphen stands for a hyphen, a blank or nothing: the phrase is met by its parts or as one word.
    words.push(rarestHalf(rarest, frequency), rarest.replaceAll("-", ""));
  } else {
    words.push(rarest);
  }
}

/** How often one of the telling words of these entries is met; infinite where a phrase has none. */
export function frequencyOfChoice(entries: readonly Entry[], frequency: Frequency): number {
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

/** What is compared of a word. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index++) {
    hash = add(hash, unitOf(word, index));
  }
  return hash;
}

/** Whether the text has a word with one of these hashes, or "???". */
export function hasTrigger(text: string, hashes: Hashes): boolean {
  let hash = 0;
  let apostrophe = false;
  for (let index = 0; index <= text.length; index++) {
    const unit = unitOf(text, index);
    if (unit === 0) {
      if (hash !== 0 && hashes.has(hash)) {
        return true;
      }
      if (text.charCodeAt(index) === QUESTION_MARK && text.startsWith("???", index)) {
        return true;
      }
      hash = 0;
      apostrophe = false;
    } else if (unit === APOSTROPHE) {
      // Only one between letters belongs to the word.
      apostrophe = hash !== 0;
    } else {
      hash = add(apostrophe ? add(hash, APOSTROPHE) : hash, unit);
      apostrophe = false;
    }
  }
  return false;
}

function add(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/** What a character adds to a word's hash: ASCII letters in one case, all others alike, 0 between words. */
function unitOf(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 97 && unit <= 122) {
    return unit;
  }
  if (unit >= 65 && unit <= 90) {
    return unit | 32;
  }
  if (unit === APOSTROPHE || unit === CURLY) {
    return APOSTROPHE;
  }
  if (unit < 128) {
    return isPart(unit, text, index) ? unit : 0;
  }
  return isPart(unit, text, index) ? 1 : 0;
}
