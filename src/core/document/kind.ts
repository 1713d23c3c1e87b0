import type { Config } from "../config/config.ts";
import { matchesAny } from "../config/globs.ts";
import { frontmatterEnd } from "../markdown/pieces.ts";
import { parseHeader } from "./header.ts";

/** What a markdown file is to Seamwork; undefined for all the others, which are left alone. */
export type DocumentKind = "prd" | "candidate";

/**
 * Tells a PRD by its header, and a candidate by its path. Reads the head only, so that other files cost nothing.
 *
 * @param text the file's text without byte order mark, or its beginning with the whole header in it
 * @param path below the folder that the team's globs count from, with `/`
 */
export function kindOf(
  text: string,
  path: string,
  { documents }: Pick<Config, "documents">,
): DocumentKind | undefined {
  if (hasPrdKey(text)) return "prd";
  return matchesAny(documents.prd, path) ? "candidate" : undefined;
}

function hasPrdKey(text: string): boolean {
  const head = text.slice(0, frontmatterEnd(text));
  return /^["']?prd["']?[ \t]*:/m.test(head) && parseHeader(head).field("prd") !== undefined;
}
