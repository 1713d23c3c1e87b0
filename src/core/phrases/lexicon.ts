/** A language's data and a team's changes to it, compiled once. */
import { graphOf } from "./automaton.ts";
import type { State } from "./automaton.ts";
import { english } from "./en.ts";
import { parseEntry } from "./entry.ts";
import type { Entry } from "./entry.ts";
import { TEAM_LISTS } from "./language.ts";
import type { Language, PhraseChanges, TeamList } from "./language.ts";
import { parsePattern } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";
import { frequencyOf, tellingWords, triggersOf } from "./triggers.ts";
import type { Triggers } from "./triggers.ts";
import { wordsOf } from "./tokens.ts";

/** A list's phrases. */
export interface List {
  /** Made when first asked for: most documents need few of the lists. */
  readonly graph: () => State;
  /** The phrases that the team does not want to hear about, as `spoken` writes them. */
  readonly removed: ReadonlySet<string>;
}

/** What `findPhrases` searches with. */
export interface Lexicon extends Search {
  readonly lists: readonly List[];
  readonly abbreviations: ReadonlySet<string>;
  /** What a text is searched for in which nothing is asked for: all but vague words, which are the most. */
  readonly aside: Search;
}

/** Some patterns, and what announces them. */
export interface Search {
  /** By the number of the list that they need and whose words are met least. */
  readonly patterns: ReadonlyMap<number, readonly Pattern[]>;
  readonly triggers: Triggers;
}

/**
 * The phrases to look for. Takes some milliseconds: make one per configuration and keep it.
 *
 * @param changes the team's words, `phrases:` of seamwork.yaml; plain words or phrases in any case
 * @throws Error when the language's data is wrong, which its test rules out
 */
export function lexicon(changes: PhraseChanges = {}, language: Language = english): Lexicon {
  const numbers = new Map<string, number>();
  const lists: List[] = [];
  const frequency = frequencyOf(language.frequent);
  const often: number[] = [];
  const telling: (readonly string[])[] = [];
  const addList = (name: string, entries: readonly Entry[], removed: readonly string[]): number => {
    const number = lists.length;
    numbers.set(name, number);
    let graph: State | undefined;
    lists.push({ graph: () => (graph ??= graphOf(entries)), removed: new Set(removed) });
    const words = tellingWords(entries, frequency);
    telling.push(words);
    often.push(words.reduce((sum, word) => sum + frequency(word), 0));
    return number;
  };
  for (const [name, texts] of language.rules.flatMap((rule) => Object.entries(rule.lists))) {
    const team = TEAM_LISTS.find((list) => list === name || language.related[list]?.includes(name) === true);
    const added = team === name ? phrases(changes, team, "add").map((phrase) => phrase.split(" ")) : [];
    const removed = team === undefined ? [] : phrases(changes, team, "remove");
    addList(name.toUpperCase(), [...texts.map(parseEntry), ...added], removed);
  }
  const listNumber = (token: string): number => {
    const known = numbers.get(token);
    if (known === undefined && /^[A-Z]+$/.test(token)) {
      throw new Error(`No list is called ${token}`);
    }
    return (
      known ??
      addList(
        token,
        token.split("|").map((word) => word.split("_")),
        [],
      )
    );
  };
  const all: Pattern[] = [];
  let order = 0;
  for (const rule of language.rules) {
    for (const text of rule.patterns) {
      const parsed = parsePattern(rule.code, text, listNumber, (list) => often[list] ?? 0);
      all.push({ ...parsed, order: order++, guards: rule.guards, asked: rule.asked === true });
    }
  }
  const aside = all.filter(({ code, asked }) => code !== "PRD403" && !asked);
  return {
    ...searchFor(all, telling),
    aside: searchFor(aside, telling),
    lists,
    abbreviations: new Set(language.abbreviations),
  };
}

/** @param telling the telling words of each list */
function searchFor(all: readonly Pattern[], telling: readonly (readonly string[])[]): Search {
  const patterns = new Map<number, Pattern[]>();
  const needed = new Map<number, readonly string[]>();
  for (const pattern of all) {
    const rarest = pattern.needed[0] ?? 0;
    const known = patterns.get(rarest);
    if (known === undefined) patterns.set(rarest, [pattern]);
    else known.push(pattern);
    for (const list of pattern.needed) needed.set(list, telling[list] ?? []);
  }
  return { patterns, triggers: triggersOf(needed) };
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
