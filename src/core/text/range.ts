/** A stretch of text, in UTF-16 code units from the start of the text, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces `text.slice(start, end)` by `newText`. */
export interface TextEdit extends Range {
  readonly newText: string;
}

/**
 * Applies edits that all speak of the same text.
 *
 * @param text the text before
 * @param edits non-overlapping edits in any order; at one offset they are applied in the order given
 * @returns the text after
 * @throws RangeError when two edits overlap or one lies outside the text: a fix that does is a defect
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = "";
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`Edit ${edit.start}–${edit.end} overlaps another one or lies outside the text.`);
    }
    result += text.slice(position, edit.start) + edit.newText;
    position = edit.end;
  }
  return result + text.slice(position);
}

/** True when the two ranges share at least one unit, or one is empty and lies within the other. */
export function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
