/** Signs that several rules respect: what makes a sentence a link, a question or a case. */
import type { Guard } from "../language.ts";
import { anyCase } from "../regex.ts";

/** A mention of an option, constraint, disagreement or question: the conversation exists, and here is where. */
export const LINKED = /\b(?:[ACDEFQ]-?\d+|see [A-Z]{1,5}-?\d+)\b/u;

/** A question asks; it tells no story. */
export const ASKS = /\?["”’»)\]]*\s*$/u;

/** What follows is a case, not a claim. */
export const CONDITION = /\b(?:if|when|whenever|where|in case|unless|whether|once|as soon as)\b[^,;:]*$/iu;

/**
 * A number that somebody could test: with a unit or a bound. A digit in an id, an example or a name measures nothing. All
 * alternatives begin with a digit, so that most sentences are passed over quickly.
 */
const DIGITS = anyCase`\d(?<=(?:[<>≤≥~≈±€$£]=? ?|\b(?:under|below|above|over|within|at (?:least|most)|up to|(?:more|less|fewer|longer|
      larger|smaller|faster|slower|higher|lower) than|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|every|after|exactly|exceeds?|
      between|limit(?:ed)? (?:of|to)|than|p(?=[59]))\s*|\b(?:WCAG|ISO|RFC|OWASP|AES|TLS|SHA)[- ]?)\d)|
      \d(?<=(?<![\p{L}\d_.-])\d)[\d.,]*(?:[ -]?(?:%|percent|‰|x\b|[kKMGT]i?B?\b|ms\b|s\b|sec\w*|milliseconds?|minutes?|min\b|mins\b|hours?|h\b|
      hrs?\b|days?|weeks?|months?|years?|px|pt|rem|em|dpi|fps|rpm|req\w*|requests?|rows?|users?|records?|items?|
      entries|files?|pages?|clicks?|taps?|steps?|characters?|chars|words|lines|retries|attempts|times\b|
      concurrent|connections?|nodes?|events?|messages?|documents?|docs|people|points?|:\d|°|[€$£]|
      EUR|USD|Hz|kHz|MHz|GHz|bits?|bytes?|mm|cm|km|m\b|kg|g\b|nines)| ?(?:×|x|in|of|out of) ?\d)`;

const WORDS = anyCase`\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety|hundred|
      thousand|million)\s+(?:(?:milli)?seconds?|minutes?|hours?|days?|weeks?|months?|clicks?|taps?|steps?|screens?|percent|
      times|users|rows|attempts)\b|\b(?:twice|half)\b`;

/** The sentence measures what it asks for. */
export const MEASURED: readonly Guard[] = [{ sentence: DIGITS }, { sentence: WORDS }];
