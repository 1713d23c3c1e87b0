import { lexicons } from "../lexicon/all.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Inline } from "../markdown/inline.ts";
import { isEastern } from "../text/scripts.ts";
import { fold } from "./fold.ts";

/** What a word or phrase of the lexicons does in a sentence. */
export type SignKind =
  "modal" | "actor" | "why" | "as" | "want" | "given" | "when" | "outcome" | "if" | "failing" | "limiting";

/** `start` and `end` are indices into the text. */
export interface Sign {
  readonly kind: SignKind;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly kind: SignKind;
  readonly words: readonly string[];
}

/** Entries by their first word, longest first. */
const byFirst = new Map<string, Entry[]>();
/** Entries in scripts without blanks. */
const unspaced: { kind: SignKind; text: string }[] = [];

const listsOf = ({
  modals,
  actors,
  why,
  story,
  steps,
  failing,
  limiting,
}: Lexicon): [SignKind, readonly string[]][] => [
  ["modal", modals],
  ["actor", actors],
  ["why", why],
  ["as", story.as],
  ["want", story.want],
  ["given", steps.given],
  ["when", steps.when],
  ["outcome", steps.outcome],
  ["if", steps.if],
  ["failing", failing],
  ["limiting", limiting],
];

for (const [kind, entries] of lexicons.flatMap(listsOf)) {
  for (const entry of entries.map(asCompared)) {
    if (isEastern(entry)) {
      unspaced.push({ kind, text: entry });
      continue;
    }
    const words = entry.split(" ");
    const first = words[0] ?? "";
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [{ kind, words }]);
    else known.push({ kind, words });
  }
}
for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
unspaced.sort((a, b) => b.text.length - a.text.length);

/** Accents tell short words apart: Portuguese "só" is no English "so". */
function keyOf(word: string): string {
  return word.length <= 3 ? word.toLowerCase() : fold(word);
}

function asCompared(entry: string): string {
  return isEastern(entry)
    ? fold(entry)
    : entry
        .split(/[\s-]+/)
        .map(keyOf)
        .join(" ");
}

const remembered = new WeakMap<Inline, readonly Sign[]>();

/** Longest text that is searched, in UTF-16 units: what is longer is no sentence. */
const MAX_SEARCHED = 4_000;

/** All signs of a text, in order; several kinds can begin at one place. */
export function signsOf(inline: Inline): readonly Sign[] {
  let found = remembered.get(inline);
  if (found === undefined) remembered.set(inline, (found = signsIn(inline.text.slice(0, MAX_SEARCHED))));
  return found;
}

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Text without any letter but those of ASCII takes a tenth of the time. */
const asciiWord = /[A-Za-z0-9]+(?:['’][A-Za-z]+)*/g;
const anyWord = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
/** Punctuation that people and programs write without ASCII: dashes, quotation marks, dots, arrows, blanks. */
// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const withoutLetters = /^[\x00-\x7f\u00a0\u2010-\u203a\u2190-\u21ff\u2264\u2265]*$/;

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  const word = withoutLetters.test(text) ? asciiWord : anyWord;
  word.lastIndex = 0;
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    const { 0: said, index } = found;
    words.push({ key: keyOf(said), start: index, end: index + said.length });
  }
  return words;
}

/** {@link signsOf} for a text without mark-up. */
export function signsIn(text: string): Sign[] {
  const words = wordsIn(text);
  const signs: Sign[] = [];
  for (let at = 0; at < words.length; at++) {
    const { key, start } = words[at] as Word;
    const entries = byFirst.get(key);
    if (entries === undefined) continue;
    const first = signs.length;
    for (const { kind, words: wanted } of entries) {
      const last = words[at + wanted.length - 1];
      if (last === undefined || !wanted.every((word, nth) => words[at + nth]?.key === word)) continue;
      if (signs.some((one, index) => index >= first && one.kind === kind)) continue;
      if (kind === "failing" && isOrdinary(text, start, last.end)) continue;
      signs.push({ kind, start, end: last.end });
    }
  }
  if (!isEastern(text)) return signs;
  const lower = text.toLowerCase();
  for (const { kind, text: wanted } of unspaced) {
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
      if (!signs.some((one) => one.kind === kind && one.start <= at && at < one.end))
        signs.push({ kind, start: at, end: at + wanted.length });
    }
  }
  return signs.sort((a, b) => a.start - b.start);
}

/** "Nearly empty" has not come to it yet. */
const nearly = /(?<!\p{L})(?:nearly|almost|never|fast|beinahe|casi|quase|presque|quasi|bijna)\s+$/iu;
/** "At once" is "immediately" unless several are at it. */
const together = /^at (?:once|the same time)$/i;
const several =
  /(?<![\p{L}\p{N}])(?:two|three|four|five|several|many|multiple|both|all|\d+)(?![\p{L}\p{N}])[^.;]*$/iu;
const bounded = /(?<!\p{L})(?:at most|up to|no more than|not more than|only|max(?:imum)?(?: of)?)\s[^.;]*$/iu;

/** Whether a word for what goes wrong says here that it does not: "almost full", "at most 500 rows at once". */
function isOrdinary(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  if (nearly.test(before)) return true;
  return together.test(text.slice(start, end)) && (!several.test(before) || bounded.test(before));
}

/** Whether a text has a sign of this kind, from an index on. */
export function hasSign(signs: readonly Sign[], kind: SignKind, from = 0): boolean {
  return signs.some((one) => one.kind === kind && one.start >= from);
}
