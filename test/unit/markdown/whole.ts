import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import { blocksOf } from "../../../src/core/markdown/blocks-of.ts";
import { gfm } from "../../../src/core/markdown/gfm.ts";
import { frontmatterEnd, isUnclosed } from "../../../src/core/markdown/frontmatter.ts";
import type { PlacedPiece } from "../../../src/core/markdown/piece.ts";

const withoutHeader = remark().use(gfm).freeze();
const withHeader = remark().use(remarkFrontmatter).use(gfm).freeze();

/**
 * The blocks of a text by one parse of the whole with remark, with all of GFM: what parsing in pieces must equal.
 *
 * remark-frontmatter 5 is used only where a header is closed: one that is not makes it read lists as paragraphs. What an
 * unclosed header of ours says is taken off first.
 */
export function parseWhole(text: string): PlacedPiece[] {
  const start = isUnclosed(text) ? frontmatterEnd(text) : 0;
  const read = text.slice(start);
  const root = (frontmatterEnd(read) > 0 ? withHeader : withoutHeader).parse(read);
  return [{ start, piece: { text: read, blocks: blocksOf(root, read, 0).blocks, tooDeep: false } }];
}
