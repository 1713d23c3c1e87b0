/**
 * A heading, lead or word as it is compared: lower case, without accents, hyphens as blanks. Accents go because people leave
 * them out; only those of European letters do, since a Japanese voiced mark makes another letter.
 */
export function fold(text: string): string {
  // No name is that long, and a heading of a kilobyte need not be normalised on each keystroke.
  if (text.length > 200 || folded.test(text)) return text;
  const plain = asciiOnly.test(text)
    ? text
    : text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC");
  return plain
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[-‐‑_\s]+/g, " ")
    .trim();
}

const folded = /^[a-z0-9]+$/;

// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const asciiOnly = /^[\x00-\x7f]*$/;
