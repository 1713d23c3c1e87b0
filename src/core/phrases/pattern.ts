/** Patterns: which lists follow each other, how far apart. */
import type { Guard, PhraseCode } from "./language.ts";

/** One element of a pattern: a phrase of a list within reach of what comes before. */
export interface Step {
  readonly list: number;
  /** How many words may stand between this and the step before. */
  readonly gap: number;
  readonly optional: boolean;
}

export interface Pattern {
  readonly code: PhraseCode;
  /** Its place among all patterns of the language; the first one that matches is heard. */
  readonly order: number;
  readonly steps: readonly Step[];
  /** Lists without which it cannot match: the two whose words are met least, the rarer one first. */
  readonly needed: readonly number[];
  /** The first step begins the sentence, the last one ends it. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The steps that are underlined, `last` included. */
  readonly first: number;
  readonly last: number;
  readonly guards: readonly Guard[];
  /** It counts only where something is asked for. */
  readonly asked: boolean;
}

/** A phrase's first word and the word behind its last. */
export type Place = readonly [from: number, to: number];

/** Where a list's phrases are in one sentence, in order of their first words. */
export type Occurrences = (list: number) => readonly Place[];

/**
 * @param text as `Language` describes it
 * @param listNumber the number of a list by its name, or of an unnamed list of words
 * @param often how often a list's words are met
 */
export function parsePattern(
  code: PhraseCode,
  text: string,
  listNumber: (token: string) => number,
  often: (list: number) => number,
): Omit<Pattern, "order" | "guards" | "asked"> {
  const steps: Step[] = [];
  let gap = 0;
  let first = 0;
  let last: number | undefined;
  const tokens = text.split(" ");
  for (const token of tokens) {
    if (token === ">") {
      first = steps.length;
    } else if (token === "<") {
      last = steps.length - 1;
    } else if (token.startsWith("~")) {
      gap = Number(token.slice(1));
    } else if (token !== "^" && token !== ".") {
      const optional = token.endsWith("?");
      steps.push({ list: listNumber(optional ? token.slice(0, -1) : token), gap, optional });
      gap = 0;
    }
  }
  last ??= steps.length - 1;
  const needed = steps
    .filter(({ optional }) => !optional)
    .map(({ list }) => list)
    .sort((a, b) => often(a) - often(b))
    .slice(0, 2);
  return { code, steps, needed, atStart: tokens[0] === "^", atEnd: tokens.at(-1) === ".", first, last };
}

/** The underlined words of each match, as first word and the word behind the last; the nearest neighbours first. */
export function* matches(pattern: Pattern, found: Occurrences, words: number): Generator<Place> {
  const start = pattern.steps[0];
  for (const [from, to] of start === undefined ? [] : found(start.list)) {
    if (!pattern.atStart || from === 0) {
      yield* follow(pattern, found, words, 1, to, [from, to]);
    }
  }
}

/** Matches of the steps from `index` on, which follow the word before `at`; `marked` is what is underlined so far. */
function* follow(
  pattern: Pattern,
  found: Occurrences,
  words: number,
  index: number,
  at: number,
  marked: Place,
): Generator<Place> {
  const step = pattern.steps[index];
  if (step === undefined) {
    if (!pattern.atEnd || at === words) {
      yield marked;
    }
    return;
  }
  const places = found(step.list);
  for (let place = firstFrom(places, at); place < places.length; place++) {
    const [from, to] = places[place] ?? [0, 0];
    if (from > at + step.gap) {
      break;
    }
    const start = index <= pattern.first ? from : marked[0];
    const end = index <= pattern.last ? to : marked[1];
    yield* follow(pattern, found, words, index + 1, to, [start, end]);
  }
  if (step.optional) {
    yield* follow(pattern, found, words, index + 1, at, marked);
  }
}

/** Index of the first place that begins at `at` or behind it; places are in order of their beginnings. */
function firstFrom(places: readonly Place[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[0] ?? 0) < at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
