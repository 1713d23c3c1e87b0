/** What a template leaves to be filled in, which no list of words can name: dots for a text, words in brackets. */
import type { PhraseHit } from "./find.ts";
import { spoken } from "./lexicon.ts";
import { maskQuotes } from "./sentences.ts";

/** Nothing but dots behind an id or a label: "…", "Goal: ...", "1. … (later)". */
const DOTS =
  /^[^:.…\n]{0,80}:?\s*(?<dots>…|\.{3,}|_{3,})[\s.]*(?:\((?!other|same|and|as before|weitere|otros)[^()]*\))?\s*$/iu;
const LABEL = /^\s*$|:\s*$|^\s*[\p{Lu}\d.-]+\s*$/u;

/** "[Describe the goal]", "[Your name]". A question in brackets ("[NEEDS CLARIFICATION: …]") is none. */
const BRACKETS = new RegExp(
  String.raw`(?<![\w/.#>\-\]])\[\s*(?:${[
    "tbd|tbc|tba|to[ -]be[ -][a-z]+|todo|fill (?:in|me|this)|placeholder|xx+|nn+",
    "(?:insert|describe|define|specify|explain|enter|provide|summari[sz]e|state|identify|outline|list|add|write)\\s(?!on\\b|of\\b)[^\\]]*",
    "your [^\\]]*|(?:project|product|company|feature|author|owner|team|customer)(?:'s)? name|insert",
    "(?:e\\.g\\.|z\\. ?b\\.|p\\. ?ej\\.)[^\\]]*",
    "(?:einfügen|beschreiben|ergänzen|festzulegen|offen|insertar|describir|completar|por definir|pendiente)[^\\]]*",
  ].join("|")})\s*\](?![\w/(:\[])`,
  "giu",
);

/**
 * @param text what a reader sees of a paragraph, item or cell
 * @param own as long as `text`, with spaces for code and links
 * @param unwritten words for what is not written yet, of a script that separates no words
 */
export function blanks(text: string, own: string, unwritten: readonly string[] = []): PhraseHit[] {
  const found: PhraseHit[] = [];
  const dots = text.length < 200 ? DOTS.exec(text)?.groups?.["dots"] : undefined;
  if (dots !== undefined) {
    const start = text.indexOf(dots);
    if (LABEL.test(text.slice(0, start)) && own.startsWith(dots, start))
      found.push(hit(text, start, start + dots.length));
  }
  if (own.includes("[")) {
    for (const { 0: brackets, index } of maskQuotes(own).matchAll(BRACKETS)) {
      found.push(hit(text, index, index + brackets.length));
    }
  }
  for (const word of unwritten) {
    const start = own.indexOf(word);
    // 未定 is open, 未定义 is undefined.
    if (start < 0 || /^[义義]/.test(own.slice(start + word.length))) continue;
    found.push(hit(text, start, start + word.length));
    break;
  }
  return found;
}

function hit(text: string, start: number, end: number): PhraseHit {
  return { code: "PRD404", start, end, term: spoken(text.slice(start, end)), asked: false };
}
