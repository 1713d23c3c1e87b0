/** With a capital letter in front: `Open at tier 2`. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A text without line ends and without more than one space in a row. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** What somebody wrote as one line that ends as a sentence does; nothing stays nothing. */
export function sentence(text: string): string {
  const line = oneLine(text);
  return line === "" || /[.!?…]$/.test(line) ? line : `${line}.`;
}
