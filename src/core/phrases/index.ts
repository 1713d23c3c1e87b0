/** Phrases that hide a conversation (PRD401–PRD407): `lexicon(config.phrases, languageIn(code, …))` once, `findPhrases` per paragraph. */
export { blanks } from "./blanks.ts";
export { findPhrases } from "./find.ts";
export type { PhraseHit } from "./find.ts";
export { languageIn } from "./languages.ts";
export { lexicon } from "./lexicon.ts";
export type { Lexicon, Search } from "./lexicon.ts";
export { TEAM_LISTS } from "./language.ts";
export type { ListChange, PhraseChanges, PhraseCode, TeamList } from "./language.ts";
