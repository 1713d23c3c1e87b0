import { chinese } from "./zh.ts";
import { dutch } from "./nl.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";
import { german } from "./de.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { korean } from "./ko.ts";
import type { Lexicon } from "./lexicon.ts";
import { portuguese } from "./pt.ts";
import { spanish } from "./es.ts";

/** The lexicon of each language, English first. */
export const lexicons: readonly Lexicon[] = [
  english,
  german,
  spanish,
  french,
  portuguese,
  italian,
  dutch,
  japanese,
  chinese,
  korean,
];
