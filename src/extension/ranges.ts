import { Range } from "vscode";
import type { TextDocument } from "vscode";
import type { Range as Offsets } from "../core/text/range.ts";

/** Offsets in a document's current text as VS Code's range. */
export function rangeOf(document: TextDocument, { start, end }: Offsets): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** VS Code's range as offsets in the document's current text. */
export function offsetsOf(document: TextDocument, range: Range): Offsets {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
