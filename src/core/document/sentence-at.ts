import { sourceOffset } from "../markdown/inline.ts";
import { readingsOf } from "./mentions.ts";
import type { PrdDocument } from "./model.ts";

/**
 * The sentence of the document that is around an offset, as a reader sees it, on one line and without its last mark; the
 * id or label at the beginning of its paragraph is left out. Undefined where the offset is in no text.
 */
export function sentenceAt({ pieces }: Pick<PrdDocument, "pieces">, offset: number): string | undefined {
  const placed = pieces.findLast(({ start }) => start <= offset);
  if (placed === undefined) return undefined;
  const { piece } = placed;
  const local = offset - placed.start;
  const inline = readingsOf(piece).find((one) => one.inline.start <= local && local < one.inline.end)?.inline;
  if (inline === undefined) return undefined;
  const { text } = inline;
  let at = 0;
  while (at < text.length && sourceOffset(inline, piece.text, at) < local) at++;
  const starts = [...text.slice(0, at).matchAll(/[.!?…](?:\s+|$)|\n\s*/g)].at(-1);
  const start = starts === undefined ? 0 : starts.index + starts[0].length;
  const length = text.slice(at).search(/[.!?…](?:\s|$)|\n|$/);
  return text
    .slice(start, at + length)
    .replace(start === 0 ? /^\s*(?:[A-Z]{1,5}-?\d[\d.]*\s+|[^:\n]{1,24}:\s+(?=\S))/ : /^\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
}
