/**
 * What is checked and what is only reported as PRD012.
 *
 * Markdown can be written so that parsing it takes time quadratic in its length, or nests beyond any stack. The cost
 * of a piece is therefore estimated in one pass before it is parsed. The weights come from timings of micromark 4 on
 * the machine of docs/performance.md: one unit is about 1.7 µs, the time that one character of prose takes.
 */

/** Longest text that is looked at, in UTF-16 units; the command line skips larger files, in bytes. */
export const MAX_TEXT = 10 * 1024 * 1024;

/** Costliest piece (what stands between two headings) that is parsed, in units. */
export const MAX_PIECE_COST = 400_000;

/** Costliest document that is parsed, in units; pieces past it are left out. A PRD of 10,000 lines stays below it. */
export const MAX_DOCUMENT_COST = 1_500_000;

/** Most quote and list marks at the start of one line. */
export const MAX_DEPTH = 100;

/** Widest indentation of a list mark, in columns; at two columns a level this is deeper than anyone reads. */
export const MAX_INDENT = 240;

const SPECIAL_COST = 40;
const ITEM_COST = 75;
const CELL_COST = 60;
const INDENT_COST = 6;

/**
 * @param text one piece
 * @returns estimated parsing cost in units, `Infinity` where nesting alone is too deep
 */
export function parsingCost(text: string): number {
  let cost = text.length;
  let columns = 0;
  let markers = 0;
  let leading = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) {
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
        } else {
          if (++markers > MAX_DEPTH || columns > MAX_INDENT) return Number.POSITIVE_INFINITY;
          cost += unit === 62 ? SPECIAL_COST : ITEM_COST;
          i += mark - 1;
          continue;
        }
      }
    }
    if (unit === 124) cost += CELL_COST;
    else if (isSpecial(unit)) cost += SPECIAL_COST;
  }
  return cost;
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
