import type { Config } from "../config/config.ts";
import { frontmatterEnd } from "../markdown/frontmatter.ts";
import { headerKind, MAX_HEADER, parseHeader } from "./header.ts";
import type { HeaderKind } from "../format/header-keys.ts";

/** What a markdown file is to Seamwork; undefined for all the others, which are left alone. */
export type DocumentKind = HeaderKind | "candidate";

/**
 * Tells a document by its header, and a candidate for a PRD by its path. Reads the head only, so that other files cost nothing.
 *
 * @param text the file's text without byte order mark, or its head (see {@link headOf})
 * @param path below the folder that the team's globs count from, with `/`
 */
export function kindOf(
  text: string,
  path: string,
  { documents }: Pick<Config, "documents">,
): DocumentKind | undefined {
  const kind = kindOfHead(text);
  if (kind !== undefined) return kind;
  // A conflict about the first line hides the header, and must not hide the document.
  if (text.startsWith("<<<<<<< ") && ownKey.test(headOf(text))) return "candidate";
  return documents.prd.matches(path) || documents.otherTools.matches(path) ? "candidate" : undefined;
}

/** Whether a candidate is a file of another tool, which nobody is asked to adopt. @param path as for {@link kindOf} */
export function isOfAnotherTool(path: string, { documents }: Pick<Config, "documents">): boolean {
  return documents.otherTools.matches(path) && !documents.prd.matches(path);
}

/** The beginning of a text, all that {@link kindOf} looks at: room for the longest header that is read. */
export function headOf(text: string): string {
  return text.slice(0, MAX_HEADER + 1024);
}

const ownKey = /^["']?(?:prd|cycle|retro)["']?[ \t]*:/m;

function kindOfHead(text: string): HeaderKind | undefined {
  if (!text.startsWith("---")) return undefined;
  const start = headOf(text);
  const head = start.slice(0, frontmatterEnd(start));
  return ownKey.test(head) ? headerKind(parseHeader(head)) : undefined;
}
