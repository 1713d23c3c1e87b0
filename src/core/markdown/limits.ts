/**
 * What is checked and what is only reported as PRD012.
 *
 * Markdown can be written so that parsing it takes time quadratic in its length, or nests beyond any stack. The cost
 * of a piece is therefore estimated in one pass before it is parsed. The weights come from timings of micromark 4, on
 * which remark-parse 11 stands, on the machine of docs/performance.md: one unit is about 2 µs, the time that one character
 * of prose takes.
 */

/** Longest text that is looked at, in UTF-16 units; the command line skips larger files, in bytes. */
export const MAX_TEXT = 10 * 1024 * 1024;

/** Costliest piece (what stands between two headings) that is parsed, in units. */
export const MAX_PIECE_COST = 800_000;

/** Costliest document that is parsed, in units; pieces past it are left out. A PRD of 10,000 lines stays below it. */
export const MAX_DOCUMENT_COST = 2_000_000;

/**
 * Most pieces whose references are looked up in other pieces, since each is parsed twice; in the others, `[label]` stays
 * text in brackets.
 */
export const MAX_RESOLVED_PIECES = 1_000;

/** Most quote and list marks at the start of one line. */
export const MAX_DEPTH = 100;

/** Widest indentation of a list mark, in columns; at two columns a level this is deeper than anyone reads. */
export const MAX_INDENT = 240;

/**
 * Most stars, underscores and tildes in one paragraph. Each pair of them may stand in the one before: read so deep, marks
 * take a parser time that grows faster than their square, and remark reads the words of a link by calling itself. An
 * underscore between letters or digits is no mark.
 */
export const MAX_MARKS = 3_000;

const SPECIAL_COST = 10;
/** Within one paragraph the parser compares marks with each other: n of them cost n² / this. */
const SPECIAL_PAIRS = 300;
/** A paragraph's lines are put together one by one: n characters cost (n / this)². */
const LONG_PARAGRAPH = 500;
const PIECE_COST = 150;
const QUOTE_COST = 20;
const ITEM_COST = 75;
const CELL_COST = 60;
const INDENT_COST = 6;

/**
 * @param text one piece
 * @returns estimated parsing cost in units, `Infinity` where nesting alone is too deep
 */
export function parsingCost(text: string): number {
  let cost = PIECE_COST + text.length;
  let columns = 0;
  let markers = 0;
  let leading = true;
  let specials = 0;
  let marks = 0;
  let paragraph = 0;
  const endParagraph = (end: number): void => {
    if (marks > MAX_MARKS) cost = Number.POSITIVE_INFINITY;
    marks = 0;
    cost += specials * SPECIAL_COST + (specials * specials) / SPECIAL_PAIRS;
    cost += ((end - paragraph) / LONG_PARAGRAPH) ** 2;
    specials = 0;
    paragraph = end;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) {
      if (leading) endParagraph(i);
      columns = 0;
      markers = 0;
      leading = true;
      continue;
    }
    if (leading) {
      if (unit === 32) columns++;
      else if (unit === 9) columns += 4;
      else {
        const mark = markLength(text, i, unit);
        if (mark === 0) {
          leading = false;
          cost += columns * INDENT_COST;
          // Items and table rows are texts of their own.
          if (markers > 0 || unit === 124) endParagraph(i);
        } else {
          if (++markers > MAX_DEPTH || columns > MAX_INDENT) return Number.POSITIVE_INFINITY;
          cost += unit === 62 ? QUOTE_COST : ITEM_COST;
          i += mark - 1;
          continue;
        }
      }
    }
    if (unit === 124) cost += CELL_COST;
    else if (isSpecial(unit)) {
      specials++;
      if (isMark(text, i, unit)) marks++;
    }
  }
  endParagraph(text.length);
  return Math.ceil(cost);
}

/** Length of the quote or list mark at `at`, 0 when there is none. */
function markLength(text: string, at: number, unit: number): number {
  if (unit === 62) return 1;
  let end = at;
  if (unit === 42 || unit === 43 || unit === 45) end = at + 1;
  else {
    while (end - at < 9 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
    if (end === at || (text[end] !== "." && text[end] !== ")")) return 0;
    end++;
  }
  const next = text.charCodeAt(end);
  return next === 32 || next === 9 ? end - at : 0;
}

/** `*`, `~`, and `_` unless letters or digits stand on both sides of it. */
function isMark(text: string, at: number, unit: number): boolean {
  if (unit === 95)
    return !isAlphanumeric(text.charCodeAt(at - 1)) || !isAlphanumeric(text.charCodeAt(at + 1));
  return unit === 42 || unit === 126;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

/** `! & * < [ ] _ ` ~`: the units at which inline parsing branches. */
function isSpecial(unit: number): boolean {
  switch (unit) {
    case 33:
    case 38:
    case 42:
    case 60:
    case 91:
    case 93:
    case 95:
    case 96:
    case 126:
      return true;
    default:
      return false;
  }
}
