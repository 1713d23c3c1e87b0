/** A list's entry, read: words, and choices between them. `a {b|c {d|e}}` is `["a ", [["b"], ["c ", [["d"], ["e"]]]]]`. */
export type Entry = readonly (string | readonly Entry[])[];

/** Reads an entry as `Language` describes it. */
export function parseEntry(text: string): Entry {
  return alternatives(text, { at: 0 })[0] ?? [];
}

/** Reads up to the brace that closes the caller's, or the end; `|` separates what is read. */
function alternatives(text: string, cursor: { at: number }): Entry[] {
  const done: Entry[] = [];
  let parts: (string | Entry[])[] = [];
  let words = "";
  const flush = (): void => {
    if (words.trim() !== "") {
      parts.push(words);
    }
    words = "";
  };
  for (; cursor.at < text.length && text[cursor.at] !== "}"; cursor.at++) {
    const char = text[cursor.at] ?? "";
    if (char === "{") {
      flush();
      cursor.at++;
      parts.push(alternatives(text, cursor));
    } else if (char === "|") {
      flush();
      done.push(parts);
      parts = [];
    } else {
      words += char;
    }
  }
  flush();
  return [...done, parts];
}
