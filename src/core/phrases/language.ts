/**
 * What a language has to say about phrases: data only. `en.ts`, `de.ts` and `es.ts` ship; `lexicon.ts` compiles one when
 * a document is written in it.
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

/** Reasons to say nothing about a match; all that are given must hold. */
export interface Guard {
  /** What is underlined. */
  readonly hit?: RegExp;
  /** The sentence before it, and behind it, cut to 200 units. */
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** The whole sentence as a reader sees it, code and quotes included. */
  readonly sentence?: RegExp;
  /** What the paragraph says before the match, cut to its last 600 units. */
  readonly paragraph?: RegExp;
}

/**
 * What one rule looks for.
 *
 * An entry of a list is a word or phrase; `{a|b|}` stands for one of the choices, a hyphen for a hyphen, a space or
 * nothing; a word with a capital letter is met only as it is written (`TODO` is not `todo`), any other one in all cases.
 *
 * A pattern is made of tokens in the order in which they are read: `LIST` a list of any rule by its name in capitals,
 * `a|b_c` these words (`_` is a space within one), `~3` up to three words of any kind, `token?` that token or nothing,
 * `^` and `.` the sentence's start and end, `>` and `<` the limits of what is underlined; without them it is everything.
 */
export interface RulePhrases {
  readonly code: PhraseCode;
  /** Its matches count only where something is asked for: in a requirement, not in the prose around it. */
  readonly asked?: true;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly patterns: readonly string[];
  readonly guards: readonly Guard[];
}

/** One language. Names of lists are unique over its rules; several rules may have one code. */
export interface Language {
  readonly rules: readonly RulePhrases[];
  /** Lists that lose a word too when the team removes it from the list of the left. */
  readonly related: Readonly<Partial<Record<TeamList, readonly string[]>>>;
  /** The words that are used most, in about that order: they say least about whether a phrase may be near. */
  readonly frequent: readonly string[];
  /** Words that end in a full stop without ending a sentence, without that full stop. */
  readonly abbreviations: readonly string[];
}
