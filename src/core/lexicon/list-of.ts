/** The entries of a list that is written as one text, with commas between them. */
export function listOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((entry) => entry.trim().replace(/\s+/g, " "))
    .filter((entry) => entry !== "");
}
