import { lexicons } from "../lexicon/all.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Inline } from "../markdown/inline.ts";
import type { Opening } from "./dialect.ts";

export type Noun = keyof Lexicon["nouns"];

/** A heading that says what it is: `Requirement 3: …`, `User Story 1 - …`, `Scenario: …`. */
export interface NounHeading {
  readonly noun: Noun;
  /** As it is written: `User Story`. */
  readonly word: string;
  readonly number: string | undefined;
  /** Where the noun begins. */
  readonly start: number;
  /** Behind the number, or the noun where there is none. */
  readonly end: number;
  readonly title: number;
}

const nounByWord = new Map<string, Noun>();
for (const { nouns } of lexicons)
  for (const [noun, words] of Object.entries(nouns) as [Noun, readonly string[]][])
    for (const word of words) if (!nounByWord.has(word)) nounByWord.set(word, noun);

const alternatives = [...nounByWord.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(" ", String.raw`[\s_-]`))
  .join("|");
const pattern = new RegExp(
  String.raw`^(\s*(?:\d+(?:\.\d+)*[.)]?\s+)?)(${alternatives})(?:\s*#?(\d+(?:\.\d+)*)(?![\p{L}\p{N}]))?(?:\s*([:：.、–—-])\s*|\s*$|(?<=\d)\s+(?=\S))`,
  "iu",
);

const headings = new WeakMap<Inline, NounHeading | "none">();

/** Undefined for a heading that begins with another word. Remembered: each style asks it of all headings at each keystroke. */
export function nounHeading(inline: Inline): NounHeading | undefined {
  let found = headings.get(inline);
  if (found === undefined) headings.set(inline, (found = readNoun(inline.text) ?? "none"));
  return found === "none" ? undefined : found;
}

function readNoun(text: string): NounHeading | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [whole, before = "", word = "", number, sign] = found;
  if (number === undefined && sign !== ":" && sign !== "：") return undefined;
  const noun = nounByWord.get(word.toLowerCase().replace(/[\s_-]+/g, " "));
  if (noun === undefined) return undefined;
  const end = before.length + whole.slice(before.length).replace(/[\s:：.、–—-]+$/u, "").length;
  return { noun, word, number, start: before.length, end, title: whole.length };
}

/** The requirement that such a heading opens; its number is its id. */
export function openingOfNoun(found: NounHeading, letters: string): Opening {
  const { number, start, end, title } = found;
  return { id: number === undefined ? undefined : letters + number, idStart: start, idEnd: end, title };
}
