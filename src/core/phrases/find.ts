/** PRD401–PRD407: the phrases of one paragraph that hide a conversation. */
import { walk } from "./automaton.ts";
import type { Guard, PhraseCode } from "./language.ts";
import { spoken } from "./lexicon.ts";
import type { Lexicon, Search } from "./lexicon.ts";
import { matches } from "./pattern.ts";
import type { Occurrences, Pattern, Place } from "./pattern.ts";
import { maskQuotes, sentences } from "./sentences.ts";
import { announced } from "./triggers.ts";
import { wordsOf } from "./tokens.ts";
import type { Word } from "./tokens.ts";

/** A phrase that a rule speaks about. Offsets are UTF-16 indices into the paragraph's text, `end` excluded. */
export interface PhraseHit {
  readonly code: PhraseCode;
  readonly start: number;
  readonly end: number;
  /** The words in lower case, one space apart; `phrases.vague.remove` silences that of a PRD403. */
  readonly term: string;
  /** True for what is said so only where something is asked for: in a requirement. */
  readonly asked: boolean;
}

/** How much of the sentence and of the paragraph a guard sees around a match. */
const NEAR = 200;
const EARLIER = 400;

/** No more matches of one pattern are looked at in a sentence: nobody writes so many, and each one costs. */
const MOST_MATCHES = 40;

/** Rules that name every phrase of a sentence; the others speak once per sentence. */
const EVERY: ReadonlySet<PhraseCode> = new Set(["PRD403", "PRD404"]);

/** Three words say something; fewer are an id or a label. */
const STATES = /^\s*(?:\S+\s+){2}\S/u;

/** Where the left is said, the right would only say it again in other words. */
const COVERS: Readonly<Partial<Record<PhraseCode, readonly PhraseCode[]>>> = {
  PRD401: ["PRD405", "PRD407"],
  PRD402: ["PRD407"],
};

/**
 * The phrases of one paragraph or list item, ordered by where they start.
 *
 * @param text what a reader sees of it
 * @param prose as long as `text`, with spaces for all that is not the author's own prose (code, links, square
 *   brackets); quoted speech is left out here
 * @param search `lexicon.aside` where nothing is asked for
 */
export function findPhrases(
  text: string,
  prose: string,
  lexicon: Lexicon,
  search: Search = lexicon,
): PhraseHit[] {
  const patterns = candidates(prose, search);
  if (patterns.length === 0) {
    return [];
  }
  const hits: PhraseHit[] = [];
  const own = maskQuotes(prose);
  // The first sentence says what is asked for; those behind it explain it, but for what they require by a verb.
  let said = false;
  for (const { start, end } of sentences(own, lexicon.abbreviations)) {
    const sentence = own.slice(start, end);
    const possible = sentence === prose ? patterns : candidates(sentence, search);
    if (possible.length > 0) {
      const earlier = own.slice(Math.max(0, start - EARLIER), start);
      const words = wordsOf(sentence);
      const found = occurrences(words, lexicon);
      hits.push(
        ...inSentence(
          { sentence, seen: text.slice(start, end), earlier, start, words, found, guarded: new Map() },
          said ? possible.filter(({ asked }) => !asked) : possible,
        ),
      );
    }
    said ||= STATES.test(sentence);
  }
  return hits;
}

/** The patterns that may match, by the words of the text, in the language's order. */
function candidates(text: string, { triggers, patterns }: Search): Pattern[] {
  const found: Pattern[] = [];
  const lists = announced(text, triggers);
  for (const list of lists) {
    for (const pattern of patterns.get(list) ?? []) {
      if (pattern.needed.every((other) => lists.has(other))) {
        found.push(pattern);
      }
    }
  }
  return found.length > 1 ? found.sort((a, b) => a.order - b.order) : found;
}

/** Looks for a list's phrases when a pattern asks for them first. */
function occurrences(words: readonly Word[], { lists }: Lexicon): Occurrences {
  const known = new Map<number, readonly Place[]>();
  return (number) => {
    let places = known.get(number);
    if (places === undefined) {
      const list = lists[number];
      places = list === undefined ? [] : walk(list.graph(), words);
      if (list !== undefined && list.removed.size > 0) {
        places = places.filter(([from, to]) => !list.removed.has(keys(words, from, to)));
      }
      known.set(number, places);
    }
    return places;
  };
}

function keys(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.key)
    .join(" ");
}

interface Sentence {
  /** The author's own words; `seen` is the same with everything else, `earlier` what comes before it. */
  readonly sentence: string;
  readonly seen: string;
  readonly earlier: string;
  /** Index of the sentence in the paragraph. */
  readonly start: number;
  readonly words: readonly Word[];
  readonly found: Occurrences;
  /** What the guards on the whole sentence say of it, for as many of its phrases as ask. */
  readonly guarded: Map<RegExp, boolean>;
}

/** @param candidates in the language's order: the first one that matches is heard */
function inSentence(sentence: Sentence, candidates: readonly Pattern[]): PhraseHit[] {
  const hits = new Map<PhraseCode, PhraseHit[]>();
  for (const pattern of candidates) {
    const { code } = pattern;
    const known = hits.get(code) ?? [];
    if (known.length > 0 && !EVERY.has(code)) {
      continue;
    }
    // The lists that are met least, before all others are looked for.
    if (pattern.needed.some((list) => sentence.found(list).length === 0)) {
      continue;
    }
    let left = MOST_MATCHES;
    for (const [from, to] of matches(pattern, sentence.found, sentence.words.length)) {
      if (left-- === 0) break;
      const start = sentence.words[from]?.start ?? 0;
      const end = sentence.words[to - 1]?.end ?? 0;
      if (known.some((other) => start < other.end - sentence.start && end > other.start - sentence.start)) {
        continue;
      }
      if (!isHeld(sentence, start, end, pattern.guards)) {
        const term = spoken(sentence.sentence.slice(start, end));
        known.push({
          code,
          start: start + sentence.start,
          end: end + sentence.start,
          term,
          asked: pattern.asked,
        });
        if (!EVERY.has(code)) {
          break;
        }
      }
    }
    hits.set(code, known);
  }
  for (const [code, covered] of Object.entries(COVERS)) {
    if ((hits.get(code as PhraseCode)?.length ?? 0) > 0) {
      covered.forEach((other) => hits.delete(other));
    }
  }
  return [...hits.values()].flat().sort((a, b) => a.start - b.start);
}

/** Whether some guard speaks against the match at `start`–`end` of the sentence. */
function isHeld(
  { sentence, seen, earlier, guarded }: Sentence,
  start: number,
  end: number,
  guards: readonly Guard[],
): boolean {
  const hit = sentence.slice(start, end);
  const before = sentence.slice(Math.max(0, start - NEAR), start);
  const after = sentence.slice(end, end + NEAR);
  const whole = (expression: RegExp): boolean => {
    let holds = guarded.get(expression);
    if (holds === undefined) guarded.set(expression, (holds = expression.test(seen)));
    return holds;
  };
  return guards.some(
    (guard) =>
      (guard.hit?.test(hit) ?? true) &&
      (guard.sentence === undefined || whole(guard.sentence)) &&
      (guard.before?.test(before) ?? true) &&
      (guard.after?.test(after) ?? true) &&
      (guard.paragraph?.test(earlier + before) ?? true),
  );
}
