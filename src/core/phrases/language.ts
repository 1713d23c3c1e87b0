/**
 * What a language has to say about phrases: data only. `en.ts` is the one that ships; `lexicon.ts` compiles it.
 */

/** The rules that phrases feed. */
export type PhraseCode = "PRD401" | "PRD402" | "PRD403" | "PRD404" | "PRD405" | "PRD406" | "PRD407";

/** The lists that a team can add to and remove from, in `phrases:` of seamwork.yaml. */
export const TEAM_LISTS = [
  "vague",
  "hard",
  "changing",
  "placeholder",
  "verdict",
  "agentless",
  "story",
] as const;
export type TeamList = (typeof TEAM_LISTS)[number];

/** A team's own words: `add` joins the list, `remove` silences a word of it. */
export interface ListChange {
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

/** `phrases:` of seamwork.yaml. */
export type PhraseChanges = Readonly<Partial<Record<TeamList, ListChange | undefined>>>;

/** Reasons to say nothing about a match. `before` and `after` see the sentence around it, cut to 200 units. */
export interface Guard {
  readonly code: PhraseCode;
  /** Only matches whose text looks like this; without it, all of the code. */
  readonly hit?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Tested against the whole sentence as a reader sees it, code and quotes included. */
  readonly sentence?: RegExp;
  /** Tested against what the paragraph says before the match, cut to its last 400 units. */
  readonly paragraph?: RegExp;
}

/**
 * One language.
 *
 * An entry of a list is a word or phrase; `{a|b|}` stands for one of the choices, a hyphen for a hyphen, a space or
 * nothing, a capital letter for itself only (`TODO` is not `todo`, every other letter matches both cases).
 *
 * A pattern is made of tokens in the order in which they are read: `LIST` a list by its name in capitals, `a|b_c`
 * these words (`_` is a space within one), `~3` up to three words of any kind, `token?` that token or nothing, `^`
 * and `.` the sentence's start and end, `>` and `<` the limits of what is underlined; without them it is everything.
 */
export interface Language {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Lists that lose a word too when the team removes it from the list of the left. */
  readonly related: Readonly<Partial<Record<TeamList, readonly string[]>>>;
  readonly patterns: Readonly<Record<PhraseCode, readonly string[]>>;
  readonly guards: readonly Guard[];
  /** Words that end in a full stop without ending a sentence, without that full stop. */
  readonly abbreviations: readonly string[];
}
