import type { Range } from "../text/range.ts";

/*
 * Ways to take something out of a YAML text. All leave spaces behind, so that what remains stays where it was.
 */

/** The line around an offset, without its line end. */
export function lineAt(text: string, offset: number): Range {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  return { start, end: next < 0 ? text.length : next };
}

/** Takes a range out. */
export function cutOut(text: string, { start, end }: Range): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, " ") + text.slice(end);
}

/** What a fault spoils: a bracket too many only itself, everything else its line and all that is nested there. */
export function spoiltBy(text: string, { start, end }: Range): Range {
  const before = text.slice(lineAt(text, start).start, start);
  // Without a bracket at its start, the line would be indented differently.
  const isAlone = /^[\]}]$/.test(text.slice(start, end)) && before.trim() !== "";
  return isAlone ? { start, end } : blockAt(text, start);
}

/** Each tab of the indentation is one space afterwards, which keeps offsets and the nesting of a file that uses tabs only. */
export const withoutTabs = (source: string): string =>
  source.replace(/^[ \t]+/gm, (indent) => " ".repeat(indent.length));

function blockAt(text: string, offset: number): Range {
  let { start, end } = lineAt(text, offset);
  // A fault at the end of the text belongs to the last line that says something.
  while (start > 0 && text.slice(start, end).trim() === "") ({ start, end } = lineAt(text, start - 1));
  const line = text.slice(start, end);
  const indent = line.search(/\S|$/);
  const inList = line.startsWith("-", indent);
  while (end < text.length) {
    const next = lineAt(text, end + 1);
    const content = text.slice(next.start, next.end);
    const column = content.search(/\S|$/);
    const rest = content.slice(column);
    // A list may stand in its key's column, and so may the bracket that ends a list or map.
    const belongs = column === indent && (/^[\]}]/.test(rest) || (!inList && /^-\s/.test(rest)));
    if (rest !== "" && column <= indent && !belongs) break;
    end = next.end;
  }
  return { start, end };
}
