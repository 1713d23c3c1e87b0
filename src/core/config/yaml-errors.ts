import type { YAMLError } from "yaml";
import { lineAt } from "./cut.ts";
import type { Fault } from "./fault.ts";
import type { Scan } from "./scan.ts";

/** Codes of faults that cost at most their own value, and that `scan` or `treeOf` reports. */
export const harmless: ReadonlySet<string> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_COLLECTION_TYPE",
  "BAD_DIRECTIVE",
  "BAD_PROP_ORDER",
  "BAD_SCALAR_START",
  "BLOCK_IN_FLOW",
  // Not only long keys have it, but also keys below many blank lines.
  "KEY_OVER_1024_CHARS",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "TAG_RESOLVE_FAILED",
]);

const keyValue = "write `key: value`, with a space after the colon";

/** A YAML error in a sentence that says what to write instead. */
export function explain(error: YAMLError, source: string, { marks, longQuotes }: Scan): Fault {
  const [start, end] = error.pos;
  // A quote that closes on a later line was usually not meant to; the error shows only behind it.
  const quote = longQuotes.find(
    (range) => range.start < start && !source.slice(range.end, start).includes("\n"),
  );
  if (quote !== undefined) {
    const { start } = quote;
    const message = `This text ends on a later line; put the closing ${source[start]} where the text ends.`;
    return { start, end: start + 1, message };
  }
  const line = lineAt(source, start);
  // Whatever an anchor or tag does to the lines behind it is its own fault.
  const mark = marks.findLast((fault) => fault.start < line.end);
  if (mark !== undefined) return { start: mark.start, end: mark.end, message: mark.message };
  const stop = Math.min(Math.max(end, start + 1), line.end);
  const shown = source.slice(start, stop);
  // An indentation is nothing to look at: the text behind it is.
  const indent = source.slice(start, line.end).search(/\S/);
  const from = shown.trim() === "" && indent > 0 ? start + indent : start;
  return { start: from, end: Math.max(from, start + shown.trimEnd().length), message: sentence(error) };
}

function sentence({ code, message }: YAMLError): string {
  switch (code) {
    case "BLOCK_IN_FLOW":
      return "Between { } and [ ], put commas between the entries and quotes around a text with `: ` in it.";
    case "BLOCK_AS_IMPLICIT_KEY":
      return "There is a second `: ` in this value; put the value in quotes, or nested keys on lines of their own.";
    case "MULTILINE_IMPLICIT_KEY":
      return `This is not a key and a value; ${keyValue}.`;
    case "BAD_INDENT":
      return "This line is indented differently from its neighbours; begin them in one column.";
    case "TAB_AS_INDENT":
      return "YAML is indented with spaces; replace the tab.";
    case "BAD_DQ_ESCAPE":
      return "In double quotes a backslash is written twice; write `\\\\`, or use single quotes.";
    case "MISSING_CHAR":
      if (message.includes(" , ")) return "Put a comma between the entries of { } and [ ].";
      if (message.includes("omments"))
        return "Put a space before the `#` of a comment, or the text in quotes.";
      if (message.includes("- indicator")) return "This is not an item of the list; begin it with `- `.";
      return `This key has no value; ${keyValue}.`;
    default:
      return `This is not YAML; ${keyValue}, and put texts with other signs in quotes.`;
  }
}
