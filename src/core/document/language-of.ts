import type { Config } from "../config/config.ts";
import { languageNamed } from "../format/language-codes.ts";
import type { LanguageCode } from "../format/language-codes.ts";
import { MOST_TEXT, joinSigns, signsOf, toldBy } from "../lexicon/tell-language.ts";
import type { Signs } from "../lexicon/tell-language.ts";
import type { Piece } from "../markdown/piece.ts";
import type { PrdDocument } from "./model.ts";

/** A keystroke makes one new piece; the signs of the others are known. */
const signs = new WeakMap<Piece, Signs>();
const languages = new WeakMap<PrdDocument, LanguageCode | undefined>();

/** The language of a document: what its header says (`lang: de`), what its words tell, what the team says, English. */
export function languageOf(document: PrdDocument, { language }: Pick<Config, "language">): LanguageCode {
  const named = languageNamed(document.header.field("lang")?.values[0]?.text ?? "");
  if (named !== undefined) return named;
  if (!languages.has(document)) languages.set(document, toldBy(joinSigns(signsIn(document))));
  return languages.get(document) ?? language ?? "en";
}

function* signsIn({ pieces, header }: PrdDocument): Iterable<Signs> {
  for (const { start, piece } of pieces) {
    if (start - header.end > MOST_TEXT) return;
    // What may be code in several pieces, or is longer than anybody looks at, is cut alike each time.
    let known = signs.get(piece);
    if (known === undefined) signs.set(piece, (known = signsOf(piece.text.slice(0, MOST_TEXT))));
    yield known;
  }
}
