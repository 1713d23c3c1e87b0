import { idPattern } from "../recognise/ids.ts";
import type { Range } from "../text/range.ts";

/** Words that name a document of the team, or something in one: `PRD-042`, `PRD-042 D1`, `D1 of PRD-042`, `2026-Q3`. */
export interface DocumentLink extends Range {
  /** The document's id. */
  readonly document: string;
  /** Where that stands. */
  readonly at: Range;
  /** What is meant in that document; undefined for all of it. */
  readonly item: ItemLink | undefined;
}

export interface ItemLink extends Range {
  readonly id: string;
}

/** What may be an id: words with hyphens and dots inside, but no part of a path, an address or a handle. */
const word = /(?<![\p{L}\p{N}_/@#.-])[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?(?!\/)/gu;
const behind = new RegExp(String.raw`^(?:['’]s)?[ \t]+(${idPattern})(?![\p{L}\p{N}/_-])`, "u");
const before = new RegExp(String.raw`(?<![\p{L}\p{N}_/@#.-])(${idPattern})[ \t]+(?:of|in)[ \t]+$`, "u");

/**
 * Every place of a text that names a document, the header's own id included; in document order.
 *
 * @param isDocument whether a word is the id of a document
 */
export function documentLinks(text: string, isDocument: (id: string) => boolean): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { 0: document, index } of text.matchAll(word)) {
    if (!/\d/.test(document) || !isDocument(document)) continue;
    const at = { start: index, end: index + document.length };
    const item = itemBehind(text, at.end, isDocument) ?? itemBefore(text, at.start, isDocument);
    links.push({
      document,
      at,
      item,
      start: Math.min(at.start, item?.start ?? at.start),
      end: Math.max(at.end, item?.end ?? at.end),
    });
  }
  return links;
}

function itemBehind(text: string, end: number, isDocument: (id: string) => boolean): ItemLink | undefined {
  const [found, id] = behind.exec(text.slice(end, end + 40)) ?? [];
  if (found === undefined || id === undefined || isDocument(id)) return undefined;
  return { id, start: end + found.length - id.length, end: end + found.length };
}

function itemBefore(text: string, start: number, isDocument: (id: string) => boolean): ItemLink | undefined {
  const from = Math.max(0, start - 40);
  const found = before.exec(text.slice(from, start));
  const id = found?.[1];
  if (found === null || id === undefined || isDocument(id)) return undefined;
  return { id, start: from + found.index, end: from + found.index + id.length };
}
