/** A list's entry, read: words, and choices between them. `a {b|c {d|e}}` is `["a", [["b"], ["c", [["d"], ["e"]]]]]`. */
export type Entry = readonly (string | readonly Entry[])[];

/** Reads an entry as `RulePhrases` describes it. */
export function parseEntry(text: string): Entry {
  return alternatives(text.match(/[{}|]|[^{}|\s]+/g) ?? [], { at: 0 })[0] ?? [];
}

/** Reads up to the brace that closes the caller's, or the end; `|` separates what is read. */
function alternatives(tokens: readonly string[], cursor: { at: number }): Entry[] {
  const done: Entry[] = [];
  let parts: (string | Entry[])[] = [];
  for (; cursor.at < tokens.length && tokens[cursor.at] !== "}"; cursor.at++) {
    const token = tokens[cursor.at] ?? "";
    if (token === "{") {
      cursor.at++;
      parts.push(alternatives(tokens, cursor));
    } else if (token === "|") {
      done.push(parts);
      parts = [];
    } else {
      parts.push(token);
    }
  }
  done.push(parts);
  return done;
}
