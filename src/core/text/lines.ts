/** A place in a text; line and column count from 0, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Converts between offsets and lines for one text. Lines end at `\n`, `\r\n` or a lone `\r`, as in CommonMark. */
export interface LineIndex {
  readonly count: number;
  /** @param offset UTF-16 units; values outside the text are moved to its nearest end */
  positionAt(offset: number): Position;
  /** @returns offset in UTF-16 units; a column past the line's end gives the line's end */
  offsetAt(position: Position): number;
  /** Offset of the first unit of the line; the text's length for lines past the end. */
  lineStart(line: number): number;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) starts.push(i + 1);
    else if (unit === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.push(i + 1);
    }
  }
  const lineStart = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));
  return {
    count: starts.length,
    lineStart,
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (lineStart(middle) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: at - lineStart(low) };
    },
    offsetAt({ line, column }) {
      const start = lineStart(line);
      let end = lineStart(line + 1);
      while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
      return Math.min(start + Math.max(0, column), line + 1 < starts.length ? end : text.length);
    },
  };
}

/** The line end that a text uses: that of its first line, `\n` when it has only one line. */
export function lineEnding(text: string): "\n" | "\r\n" | "\r" {
  const at = text.search(/[\r\n]/);
  if (at < 0 || text[at] === "\n") return "\n";
  return text[at + 1] === "\n" ? "\r\n" : "\r";
}

/** Offset of the start of the line that `offset` is in. */
export function lineStartAt(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}

/** Offset of the end of the line that `offset` is in, before its line end. */
export function lineEndAt(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}
