import type { LanguageCode } from "../format/language-codes.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import type { Language } from "./language.ts";

const own: Readonly<Partial<Record<LanguageCode, Language>>> = { en: english, de: german, es: spanish };

/** Somebody finds it out, or a question has been asked. */
const OWNED = /(?<![\p{L}\p{N}])@\p{L}|\(Q-?\d+\)/u;

/**
 * The phrases of a language; where it has no lists of its own those of English, for documents mix languages.
 *
 * @param placeholders its words for what is not written yet, which lists of its own have already
 * @param foreign those of other languages
 */
export function languageIn(
  code: LanguageCode,
  placeholders: readonly string[],
  foreign: readonly string[],
): Language {
  const language = own[code];
  const unwritten = language === undefined ? [...placeholders, ...foreign] : foreign;
  return {
    ...(language ?? english),
    rules: [
      ...(language ?? english).rules,
      { code: "PRD404", lists: { unwritten }, patterns: ["UNWRITTEN"], guards: [{ sentence: OWNED }] },
    ],
  };
}
