/** A language's data and a team's changes to it, compiled once. */
import { addEntry } from "./automaton.ts";
import type { State } from "./automaton.ts";
import { english } from "./en.ts";
import { parseEntry } from "./entry.ts";
import { TEAM_LISTS } from "./language.ts";
import type { Guard, Language, PhraseChanges, PhraseCode, TeamList } from "./language.ts";
import { parsePattern } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";
import { wordsOf } from "./words.ts";

/** What `findPhrases` searches with. */
export interface Lexicon {
  readonly root: State;
  /** By the number of a list, the phrases that the team does not want to hear about, as `spoken` writes them. */
  readonly removed: ReadonlyMap<number, ReadonlySet<string>>;
  readonly patterns: readonly Pattern[];
  readonly guards: ReadonlyMap<PhraseCode, readonly Guard[]>;
  readonly abbreviations: ReadonlySet<string>;
}

/**
 * The phrases to look for. Takes some milliseconds: make one per configuration and keep it.
 *
 * @param changes the team's words, `phrases:` of seamwork.yaml; plain words or phrases in any case
 * @throws Error when the language's data is wrong, which its test rules out
 */
export function lexicon(changes: PhraseChanges = {}, language: Language = english): Lexicon {
  const root: State = {};
  const numbers = new Map<string, number>();
  const removed = new Map<number, Set<string>>();
  for (const [name, entries] of language.rules.flatMap(({ lists }) => Object.entries(lists))) {
    const number = numbers.size;
    numbers.set(name.toUpperCase(), number);
    entries.forEach((entry) => addEntry(root, parseEntry(entry), number));
    const team = TEAM_LISTS.find((list) => list === name || language.related[list]?.includes(name) === true);
    if (team === name) {
      phrases(changes, team, "add").forEach((phrase) => addEntry(root, [phrase], number));
    }
    if (team !== undefined) {
      removed.set(number, new Set(phrases(changes, team, "remove")));
    }
  }
  const listNumber = (token: string): number => {
    let number = numbers.get(token);
    if (number === undefined) {
      if (/^[A-Z]+$/.test(token)) {
        throw new Error(`No list is called ${token}`);
      }
      number = numbers.size;
      numbers.set(token, number);
      for (const word of token.split("|")) {
        addEntry(root, [word.replaceAll("_", " ")], number);
      }
    }
    return number;
  };
  const patterns = language.rules.flatMap(({ code, patterns }) =>
    patterns.map((text) => parsePattern(code, text, listNumber)),
  );
  const guards = new Map(language.rules.map((rule) => [rule.code, rule.guards]));
  return { root, removed, patterns, guards, abbreviations: new Set(language.abbreviations) };
}

function phrases(changes: PhraseChanges, list: TeamList, what: "add" | "remove"): string[] {
  return (changes[list]?.[what] ?? []).map(spoken).filter((phrase) => phrase !== "");
}

/** A phrase as it is compared: words in lower case, one space apart. */
export function spoken(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => word.key)
    .join(" ");
}
