import type { LanguageCode } from "../format/language-codes.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import type { Language } from "./language.ts";

const own: Readonly<Partial<Record<LanguageCode, Language>>> = { en: english, de: german, es: spanish };

/**
 * The phrases of a language; where it has no lists of its own those of English, for documents mix languages, and its
 * words for what is not written yet.
 *
 * @param placeholders those words
 */
export function languageIn(code: LanguageCode, placeholders: readonly string[]): Language {
  const known = own[code];
  if (known !== undefined) return known;
  return {
    ...english,
    rules: [
      ...english.rules,
      { code: "PRD404", lists: { unwritten: placeholders }, patterns: ["UNWRITTEN"], guards: [] },
    ],
  };
}
