import { diffLines } from "diff";

/**
 * Both of two texts that have no common history: what they share stands once, where they differ the lines of `shared`
 * come first and those of `mine` after them. Nothing of either is left out.
 */
export function union(mine: string, shared: string): string {
  let result = "";
  for (const { value } of diffLines(ended(shared), ended(mine))) result += value;
  return result;
}

/** With a line end at its end: a last line without one would differ from the same line in the middle. */
function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
