import type { Range } from "../text/range.ts";

/** How a stretch of text is marked up; a run has the sum of all that apply. */
export const mark = {
  strong: 1,
  emphasis: 2,
  code: 4,
  link: 8,
  html: 16,
  image: 32,
  deleted: 64,
  footnote: 128,
} as const;

/** Text with one kind of mark-up. `at` is its index in the flattened text, `start`–`end` where it stands in the source. */
export interface Run extends Range {
  readonly at: number;
  readonly length: number;
  readonly marks: number;
}

/** Where a link or an image leads. `at` is the index in the flattened text behind its own. */
export interface Target {
  readonly at: number;
  /** Address and title; of a reference its label in square brackets, as CommonMark compares it. */
  readonly target: string;
}

/**
 * The text of a paragraph, heading, cell or list item as a reader sees it, with a way back to the source.
 * Source offsets are relative to the piece that it was parsed from.
 */
export interface Inline extends Range {
  readonly text: string;
  readonly runs: readonly Run[];
  /** In order; left out where there are none. */
  readonly targets?: readonly Target[];
}

/**
 * Where a character of the flattened text stands in the source.
 *
 * Escapes, character references and the indentation of wrapped lines make a run's source longer than its text, so
 * the two are walked side by side until `index`.
 *
 * @param source the text that the inline's offsets refer to (the piece)
 * @param index index into `inline.text`; its length gives the end of the last run
 */
export function sourceOffset(inline: Inline, source: string, index: number): number {
  const runs = inline.runs;
  let low = 0;
  let high = runs.length - 1;
  if (high < 0) return inline.start;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as Run).at <= index) low = middle;
    else high = middle - 1;
  }
  const run = runs[low] as Run;
  const wanted = index - run.at;
  if (wanted >= run.length) return run.end;
  if (wanted <= 0) return run.start + openingMarks(run, source);
  if (run.end - run.start === run.length) return run.start + wanted;
  let from = run.start + openingMarks(run, source);
  for (let i = 0; i < wanted && from < run.end; i++) {
    from = skipTo(source, from, inline.text[run.at + i] as string, run.end) + 1;
    if (source[from - 1] === "&" && inline.text[run.at + i] !== "&") {
      const semicolon = source.indexOf(";", from);
      if (semicolon >= 0 && semicolon < run.end) from = semicolon + 1;
    }
  }
  const next = inline.text[run.at + wanted];
  return next === undefined ? from : Math.min(skipTo(source, from, next, run.end), run.end);
}

/** Source range of `inline.text.slice(start, end)`. */
export function sourceRange(inline: Inline, source: string, start: number, end: number): Range {
  const from = sourceOffset(inline, source, start);
  const last = end > start ? sourceOffset(inline, source, end - 1) : from;
  if (end <= start) return { start: from, end: from };
  // The last character may be an escape or a character reference, whose source is longer than one unit.
  const exact = source[last] === inline.text[end - 1] ? last + 1 : sourceOffset(inline, source, end);
  return { start: from, end: Math.max(from, exact) };
}

/** Code spans and images begin with marks that are no part of their text. */
function openingMarks(run: Run, source: string): number {
  if ((run.marks & mark.code) !== 0) {
    let at = run.start;
    while (source[at] === "`") at++;
    return at - run.start;
  }
  return (run.marks & mark.image) !== 0 ? 2 : 0;
}

/** First offset from `from` at which `character` stands as itself, or a reference or an escape that may mean it. */
function skipTo(source: string, from: number, character: string, end: number): number {
  let at = from;
  while (at < end && source[at] !== character) {
    if (source[at] === "\\" && source[at + 1] === character) return at + 1;
    if (source[at] === "&") return at;
    if (source[at] === "\0" || (source[at] === "\r" && character === "\n")) return at;
    at++;
  }
  return at;
}
