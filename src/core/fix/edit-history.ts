import type { TextEdit } from "../text/range.ts";

/** A stretch of the first text that is still there, or text that an edit put in. */
type Stretch =
  { readonly from: number; readonly length: number } | { readonly added: string; readonly length: number };

/** Edits made one after the other, each to the text that the ones before it left, told as edits to the first text. */
export interface EditHistory {
  /** @param edits non-overlapping, of the text as it is now */
  apply(edits: readonly TextEdit[]): void;
  text(): string;
  /** Non-overlapping edits of the first text, in order, that give the text as it is now. */
  edits(): TextEdit[];
}

/**
 * Keeps the text as a list of stretches, so that what no edit touched is never written anew: line ends and tabs stay
 * as they are, and an editor moves no mark that it need not.
 */
export function editHistory(first: string): EditHistory {
  let stretches: readonly Stretch[] = [{ from: 0, length: first.length }];
  return {
    apply(edits) {
      const done: Stretch[] = [];
      const walk = walker(stretches);
      let position = 0;
      for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
        done.push(...walk(start - position), { added: newText, length: newText.length });
        walk(end - start);
        position = end;
      }
      stretches = [...done, ...walk(Infinity)];
    },
    text: () =>
      stretches
        .map((one) => ("added" in one ? one.added : first.slice(one.from, one.from + one.length)))
        .join(""),
    edits() {
      const edits: TextEdit[] = [];
      let start = 0;
      let newText = "";
      const close = (end: number): void => {
        if (first.slice(start, end) !== newText) edits.push({ start, end, newText });
      };
      for (const stretch of stretches) {
        if ("added" in stretch) newText += stretch.added;
        else {
          close(stretch.from);
          start = stretch.from + stretch.length;
          newText = "";
        }
      }
      close(first.length);
      return edits;
    },
  };
}

/** A function that gives the next so many units each time, in stretches. */
function walker(stretches: readonly Stretch[]): (length: number) => Stretch[] {
  let index = 0;
  let inside = 0;
  return (length) => {
    const taken: Stretch[] = [];
    let left = length;
    for (let stretch = stretches[index]; stretch !== undefined && left > 0; stretch = stretches[index]) {
      const size = Math.min(stretch.length - inside, left);
      if (size > 0) taken.push(part(stretch, inside, size));
      left -= size;
      inside += size;
      if (inside < stretch.length) break;
      index++;
      inside = 0;
    }
    return taken;
  };
}

function part(stretch: Stretch, at: number, length: number): Stretch {
  return "added" in stretch
    ? { added: stretch.added.slice(at, at + length), length }
    : { from: stretch.from + at, length };
}
