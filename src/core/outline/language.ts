import type { PrdDocument } from "../document/model.ts";
import { languageCodes } from "../lexicon/lexicon.ts";
import type { LanguageCode } from "../lexicon/lexicon.ts";
import { tellLanguage } from "../lexicon/tell-language.ts";

/** The language that the header names (`lang: de`), else the one that the text is told by, else English. */
export function languageOf({ header, text }: PrdDocument): LanguageCode {
  const named = header.fields.find(({ written }) => written.toLowerCase() === "lang")?.values[0]?.text;
  const code = named?.slice(0, 2).toLowerCase();
  return languageCodes.find((one) => one === code) ?? tellLanguage(text.slice(header.end)) ?? "en";
}
