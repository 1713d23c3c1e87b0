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
  return text.startsWith("---") ? (closed.exec(text)?.[0].length ?? 0) : 0;
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
