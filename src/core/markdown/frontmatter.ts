import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/**
 * Frontmatter that is closed: from the first unit of the text to a line of its own. remark-frontmatter 5 is given no
 * other, because below a header that is never closed it reads lists as paragraphs.
 */
const closed = /^---[ \t]*(?:\r\n|\n|\r)(?:[^]*?(?:\r\n|\n|\r))??---[ \t]*(?=\r|\n|$)/;

/** End of the frontmatter in UTF-16 units, 0 when the text has none. */
export function frontmatterEnd(text: string): number {
  if (!text.startsWith("---")) return 0;
  return closed.exec(text)?.[0].length ?? unclosedEnd(text);
}

/** A line of a header: a field, the rest of one above it, a comment that is no heading, or what git left there. */
const headerLine =
  /(?:["']?[A-Za-z_][\w -]*["']?[ \t]*:(?:[ \t][^\r\n]*)?|(?:[ \t]+|-[ \t])[^\r\n]*|#[^#\s][^\r\n]*|[<>|=]{7}[^\r\n]*)(?:\r\n|\n|\r|$)/y;
const ownKey = /^["']?(?:prd|cycle|retro)["']?[ \t]*:/m;

/**
 * End of a header of ours whose second line of dashes is missing, behind its last line that looks like a field. What it
 * says holds: else a line that somebody deletes would make text of a PRD, and nothing in it would be checked.
 *
 * @returns 0 where it has no id of ours
 */
function unclosedEnd(text: string): number {
  const first = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (first === null) return 0;
  let end = first[0].length;
  for (;;) {
    headerLine.lastIndex = end;
    const line = headerLine.exec(text)?.[0].length ?? 0;
    if (line === 0) break;
    end += line;
  }
  return ownKey.test(text.slice(first[0].length, end)) ? end : 0;
}

/** Whether a header has no line that ends it; see {@link frontmatterEnd}. */
export function isUnclosed(text: string): boolean {
  return text.startsWith("---") && !closed.test(text);
}

/**
 * What stands between the lines that open and close the frontmatter, as remark-frontmatter reads it: without the line end
 * before the closing line, and with U+FFFD for NUL, so that offsets stay.
 *
 * @param text a document, or just its frontmatter
 * @returns empty when there is none
 */
export function frontmatterValue(text: string): string {
  const [header] = processor.parse(text.slice(0, frontmatterEnd(text))).children;
  return header?.type === "yaml" ? header.value : "";
}
