import type { Range } from "../text/range.ts";
import type { FixEdit } from "./rule.ts";
import { snippetOf } from "./snippet.ts";
import type { SnippetPart } from "./snippet.ts";

/** A text with places to fill in. */
export type Said = readonly SnippetPart[];

/** Inserts or replaces; the edit is a snippet where a place is left to fill in. */
export function editOf(range: Range, said: Said): FixEdit {
  const { start, end } = range;
  return said.some((part) => typeof part === "object")
    ? { start, end, newText: snippetOf(said), snippet: true }
    : { start, end, newText: said.join("") };
}
