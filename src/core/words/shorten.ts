/**
 * A text that fits: what is too long ends in an ellipsis, and never in half a character.
 *
 * @param most length in UTF-16 units, the ellipsis included
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
