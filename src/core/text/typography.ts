/** Without one of these there is nothing to fold. */
const typographic = /[‘’‚‛‹›“”„‟«»–—]/;

/** Typographic quotes and dashes as a keyboard has them, each one character as before: editors and formatters exchange them. */
export function foldTypography(text: string): string {
  return typographic.test(text)
    ? text
        .replace(/[‘’‚‛‹›]/g, "'")
        .replace(/[“”„‟«»]/g, '"')
        .replace(/[–—]/g, "-")
    : text;
}

/** A text without the full stop at its end; the last of several is part of an ellipsis. */
export function withoutFullStop(text: string): string {
  return /(?<![.。．])[.。．]$/u.test(text) ? text.slice(0, -1).trimEnd() : text;
}
