import { lineIndex } from "../text/lines.ts";

/** Lines of a text, counted from 1. */
export interface Lines {
  of(offset: number): number;
  /** The last line with something on it. @param end exclusive */
  last(start: number, end: number): number;
}

export function linesOf(text: string): Lines {
  const index = lineIndex(text);
  const of = (offset: number): number => index.positionAt(offset).line + 1;
  return {
    of,
    last(start, end) {
      let at = Math.min(end, text.length);
      while (at > start && /\s/.test(text.charAt(at - 1))) at--;
      return of(Math.max(start, at - 1));
    },
  };
}
