/** A change of a text, as VS Code tells it; in UTF-16 units. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where an offset is after the changes of one edit; one in words that were replaced is where they began.
 *
 * @param changes from the end of the text to its beginning, as VS Code gives them
 */
export function moved(offset: number, changes: readonly Change[]): number {
  return changes.reduce((place, { rangeOffset, rangeLength, text }) => {
    if (place >= rangeOffset + rangeLength) return place + text.length - rangeLength;
    return Math.min(place, rangeOffset);
  }, offset);
}
