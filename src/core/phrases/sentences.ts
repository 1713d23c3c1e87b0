/** Where a paragraph's sentences are, and which parts of it are somebody else's words. Linear in the text's length. */

/** Half-open range of UTF-16 indices. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** No sentence is longer; past this a text is cut at white space, so that no pattern ever sees more. */
const LONGEST_SENTENCE = 1500;

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»", "‘": "’" };
const OPENER = /["“„«‘]/g;
const WORD = /[\p{L}\p{N}_]/u;
/** `”` closes `„` too in some countries' habits. */
const LOW_CLOSER = /[“”]/g;

/**
 * The same text with quoted speech ("…", “…”, „…“, «…», ‘…’) replaced by spaces, quotation marks included. A mark
 * that nobody closes quotes nothing, nor does one that follows a letter or digit (5" wide).
 */
export function maskQuotes(prose: string): string {
  OPENER.lastIndex = 0;
  let masked = "";
  let kept = 0;
  const unclosed = new Set<string>();
  for (let match = OPENER.exec(prose); match !== null; match = OPENER.exec(prose)) {
    const open = match[0];
    const start = match.index;
    if (unclosed.has(open) || (start > 0 && WORD.test(prose.charAt(start - 1)))) {
      continue;
    }
    const close = closing(prose, open, start + 1);
    if (close < 0) {
      unclosed.add(open);
      continue;
    }
    masked += prose.slice(kept, start) + " ".repeat(close + 1 - start);
    kept = close + 1;
    OPENER.lastIndex = kept;
  }
  return kept === 0 ? prose : masked + prose.slice(kept);
}

function closing(prose: string, open: string, from: number): number {
  if (open === "„") {
    LOW_CLOSER.lastIndex = from;
    return LOW_CLOSER.exec(prose)?.index ?? -1;
  }
  const close = CLOSERS[open] ?? open;
  const at = prose.indexOf(close, from);
  return open === "‘" ? apostrophesPast(prose, at) : at;
}

/** ’ is an apostrophe too: it closes only where no letter follows. */
function apostrophesPast(prose: string, from: number): number {
  let at = from;
  while (at >= 0 && WORD.test(prose.charAt(at + 1))) {
    at = prose.indexOf("’", at + 1);
  }
  return at;
}

const END = /[.!?…。！？]+["”’»)\]]*(?=\s|$)|[。！？]|\n[ \t]*\n/g;

/** The sentences of a text, in order, without the white space between them. */
export function sentences(prose: string, abbreviations: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  let start = 0;
  END.lastIndex = 0;
  for (let match = END.exec(prose); match !== null; match = END.exec(prose)) {
    if (match[0] === "." && isAbbreviation(prose, match.index, abbreviations)) {
      continue;
    }
    push(found, prose, start, match.index + match[0].length);
    start = match.index + match[0].length;
  }
  push(found, prose, start, prose.length);
  return found;
}

function push(found: Span[], prose: string, from: number, to: number): void {
  let start = from;
  while (start < to && isSpace(prose.charCodeAt(start))) {
    start++;
  }
  while (to - start > LONGEST_SENTENCE) {
    const space = prose.lastIndexOf(" ", start + LONGEST_SENTENCE);
    const end = space > start ? space : start + LONGEST_SENTENCE;
    found.push({ start, end });
    start = end;
    while (start < to && isSpace(prose.charCodeAt(start))) {
      start++;
    }
  }
  if (start < to) {
    found.push({ start, end: to });
  }
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 160;
}

/** "e.g.", "vs." or a single capital letter ("A. Smith") before the full stop at `at`; at most 12 units are looked at. */
function isAbbreviation(prose: string, at: number, abbreviations: ReadonlySet<string>): boolean {
  let start = at;
  while (start > 0 && at - start < 12 && !isSpace(prose.charCodeAt(start - 1)) && prose[start - 1] !== "(") {
    start--;
  }
  const word = prose.slice(start, at);
  return abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
}
