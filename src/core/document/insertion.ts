import { lineEndAt, lineStartAt } from "../text/lines.ts";
import type { Insertion } from "./model.ts";

/**
 * Where a line goes that follows a block as its neighbour.
 *
 * @param text the document
 * @param start offset of a block whose marker and indentation the new line takes over when it is a list item
 * @param end offset behind the last character of the block that the new line follows
 */
export function insertionAfter(text: string, start: number, end: number): Insertion {
  const offset = lineEndAt(text, end);
  const item = itemMark(text, start);
  return item === undefined
    ? { offset, indent: "", bullet: "-", blankLine: true }
    : { offset, indent: item.indent, bullet: item.bullet, blankLine: false };
}

/** Where the first nested item goes under the list item that begins at `start` and whose own text ends at `end`. */
export function insertionInside(text: string, start: number, end: number): Insertion {
  const item = itemMark(text, start);
  const offset = lineEndAt(text, end);
  if (item === undefined) return { offset, indent: "", bullet: "-", blankLine: true };
  const indent = item.indent + (item.indent.includes("\t") ? "\t" : " ".repeat(item.width));
  return { offset, indent, bullet: item.bullet, blankLine: false };
}

function itemMark(
  text: string,
  start: number,
): { indent: string; bullet: string; width: number } | undefined {
  const line = text.slice(lineStartAt(text, start), start + 12);
  const found = /^([ \t]*)(?:([-*+])|\d{1,9}[.)])([ \t]+|$)/.exec(line);
  if (found === null) return undefined;
  const [whole, indent = "", bullet = "-"] = found;
  // A tab behind the mark, or five blanks and more, is code or a line of its own; one blank is what stands for it.
  const width = Math.min(whole.length - indent.length, 5);
  return { indent, bullet, width: found[3]?.includes("\t") === true ? 2 : width };
}
