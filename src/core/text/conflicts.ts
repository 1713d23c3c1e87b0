import type { Range } from "./range.ts";

/*
 * What git leaves in a file that two branches changed at one place. Until somebody has chosen, the text says both, so
 * nothing that is read from it counts, and nothing may be written into it.
 */

/** Any of the four lines; the first and the last name a side. */
const anyMarker = /^(?:<{7}|>{7}|\|{7}|={7})(?:[ \t][^\r\n]*)?(?=[\r\n]|$)/gm;
const fence = /^ {0,3}(?:`{3,}|~{3,})/gm;

/**
 * The lines of open merge conflicts, in order, without their line ends.
 *
 * The lines that begin and end one count wherever they stand, also alone: half of a conflict is what remains when
 * somebody resolved it in a hurry. `=======` and `|||||||` count only between the two, because a row of `=` makes a
 * heading of the line above it. In a fence they count when all three are there: git does not know of fences, and an
 * example that means none is indented.
 */
export function conflictMarkers(text: string): readonly Range[] {
  if (!/<{7}|>{7}/.test(text)) return [];
  const lines = [...text.matchAll(anyMarker)].map((match) => ({ line: match[0], at: match.index }));
  const found: Range[] = [];
  const fenced = fencedAt(text);
  let open: (typeof lines)[number][] = [];
  const add = ({ line, at }: (typeof lines)[number]): void => {
    found.push({ start: at, end: at + line.trimEnd().length });
  };
  const leave = (): void => {
    const [first] = open;
    if (first !== undefined && !fenced(first.at)) add(first);
    open = [];
  };
  for (const one of lines) {
    const sign = one.line[0];
    if (sign === "<") {
      leave();
      open = [one];
    } else if (sign === ">") {
      if (open.some(({ line }) => line.startsWith("="))) for (const line of [...open, one]) add(line);
      else {
        leave();
        if (!fenced(one.at)) add(one);
      }
      open = [];
    } else if (open.length > 0) open.push(one);
  }
  leave();
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a merge conflict is still open in a text. */
export function hasConflict(text: string): boolean {
  return conflictMarkers(text).length > 0;
}

/** Whether an odd number of fences stands before a place; good enough for half a conflict, which nobody quotes. */
function fencedAt(text: string): (at: number) => boolean {
  let starts: number[] | undefined;
  return (at) => {
    starts ??= [...text.matchAll(fence)].map(({ index }) => index);
    return starts.filter((start) => start < at).length % 2 === 1;
  };
}

/** Markers as comments of the same length, for YAML, which would lose what stands below them. */
export function withoutMarkers(text: string): string {
  let result = text;
  for (const { start, end } of conflictMarkers(text))
    result = `${result.slice(0, start)}#${" ".repeat(end - start - 1)}${result.slice(end)}`;
  return result;
}

/** In one sentence, for whoever may write nothing there. */
export const conflictOpen =
  "a merge conflict is still open in this file; choose what holds and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>` first.";
