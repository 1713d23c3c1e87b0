import type { FixEdit } from "../problem.ts";
import type { Range } from "../text/range.ts";
import { snippetOf } from "./snippet.ts";
import type { SnippetPart } from "./snippet.ts";

/** A text with places to fill in. */
export type Said = readonly SnippetPart[];

/** True when nothing is left to fill in. */
export function isPlain(said: Said): said is readonly (string | number)[] {
  return said.every((part) => typeof part !== "object");
}

/** Inserts or replaces; the edit is a snippet where a place is left to fill in. */
export function editOf({ start, end }: Range, said: Said): FixEdit {
  return isPlain(said)
    ? { start, end, newText: said.join("") }
    : { start, end, newText: snippetOf(said), snippet: true };
}
