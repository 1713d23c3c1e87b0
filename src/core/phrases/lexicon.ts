/** A language's data and a team's changes to it, compiled once. */
import { addEntry } from "./automaton.ts";
import type { State } from "./automaton.ts";
import { english } from "./en.ts";
import { parseEntry } from "./entry.ts";
import type { Entry } from "./entry.ts";
import { TEAM_LISTS } from "./language.ts";
import type { Guard, Language, PhraseChanges, PhraseCode, TeamList } from "./language.ts";
import { parsePattern } from "./pattern.ts";
import type { Pattern } from "./pattern.ts";
import { frequencyOf, frequencyOfChoice, hashOf, tellingWords } from "./triggers.ts";
import type { Hashes } from "./triggers.ts";
import { wordsOf } from "./words.ts";

/** What `findPhrases` searches with. */
export interface Lexicon {
  readonly root: State;
  /** By the number of a list, the phrases that the team does not want to hear about, as `spoken` writes them. */
  readonly removed: ReadonlyMap<number, ReadonlySet<string>>;
  /** By the number of a list without which they cannot match. */
  readonly patterns: ReadonlyMap<number, readonly Pattern[]>;
  readonly guards: ReadonlyMap<PhraseCode, readonly Guard[]>;
  /** A paragraph without one of these words matches nothing. */
  readonly triggers: Hashes;
  readonly abbreviations: ReadonlySet<string>;
}

/**
 * The phrases to look for. Takes some milliseconds: make one per configuration and keep it.
 *
 * @param changes the team's words, `phrases:` of seamwork.yaml; plain words or phrases in any case
 * @throws Error when the language's data is wrong, which its test rules out
 */
export function lexicon(changes: PhraseChanges = {}, language: Language = english): Lexicon {
  const numbers = new Map<string, number>();
  const lists: (readonly Entry[])[] = [];
  const removed = new Map<number, Set<string>>();
  for (const [name, texts] of language.rules.flatMap((rule) => Object.entries(rule.lists))) {
    const team = TEAM_LISTS.find((list) => list === name || language.related[list]?.includes(name) === true);
    const added = team === name ? phrases(changes, team, "add").map((phrase) => phrase.split(" ")) : [];
    const without = team === undefined ? [] : phrases(changes, team, "remove");
    if (without.length > 0) {
      removed.set(lists.length, new Set(without));
    }
    numbers.set(name.toUpperCase(), lists.length);
    lists.push([...texts.map(parseEntry), ...added]);
  }
  const listNumber = (token: string): number => {
    const known = numbers.get(token);
    if (known !== undefined) {
      return known;
    }
    if (/^[A-Z]+$/.test(token)) {
      throw new Error(`No list is called ${token}`);
    }
    numbers.set(token, lists.length);
    return lists.push(token.split("|").map((word) => word.split("_"))) - 1;
  };
  const patterns = language.rules
    .flatMap((rule) => rule.patterns.map((text) => ({ code: rule.code, text })))
    .map(({ code, text }, order) => ({ ...parsePattern(code, text, listNumber), order }));
  const root: State = {};
  lists.forEach((entries, number) => entries.forEach((entry) => addEntry(root, entry, number)));
  const guards = new Map(language.rules.map((rule) => [rule.code, rule.guards]));
  const { byList, triggers } = underRarest(patterns, lists, language.frequent);
  const abbreviations = new Set(language.abbreviations);
  return { root, removed, patterns: byList, guards, triggers, abbreviations };
}

/** Puts each pattern under the one of its lists whose words are met least; the words of these lists are triggers. */
function underRarest(
  patterns: readonly Pattern[],
  lists: readonly (readonly Entry[])[],
  frequent: readonly string[],
): { byList: Map<number, Pattern[]>; triggers: Set<number> } {
  const frequency = frequencyOf(frequent);
  const costs = lists.map((entries) => frequencyOfChoice(entries, frequency));
  const byList = new Map<number, Pattern[]>();
  const triggers = new Set<number>();
  for (const pattern of patterns) {
    const needed = pattern.steps.filter(({ optional }) => !optional).map(({ list }) => list);
    const rarest = needed.reduce((best, list) => ((costs[list] ?? 0) < (costs[best] ?? 0) ? list : best));
    const others = byList.get(rarest);
    if (others === undefined) {
      byList.set(rarest, [pattern]);
      tellingWords(lists[rarest] ?? [], frequency).forEach((word) => triggers.add(hashOf(word)));
      // Other patterns with this list cost nothing more.
      costs[rarest] = 0;
    } else {
      others.push(pattern);
    }
  }
  return { byList, triggers };
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
