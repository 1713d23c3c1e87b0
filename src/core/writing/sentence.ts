/** A person's words as one line that ends as a sentence does. */
export function sentence(words: string): string {
  const line = oneLine(words);
  return line === "" || /[.!?…]$/.test(line) ? line : `${line}.`;
}

export function oneLine(words: string): string {
  return words.trim().replace(/\s+/g, " ");
}

/** `@lena`, `@lena and @mara`, `@lena, @mara and @omar`. */
export function listed(handles: readonly string[]): string {
  return handles.length < 2
    ? handles.join("")
    : `${handles.slice(0, -1).join(", ")} and ${handles.at(-1) ?? ""}`;
}
