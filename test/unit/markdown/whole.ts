import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import { blocksOf } from "../../../src/core/markdown/blocks-of.ts";
import { gfm } from "../../../src/core/markdown/gfm.ts";
import { frontmatterEnd } from "../../../src/core/markdown/frontmatter.ts";
import type { PlacedPiece } from "../../../src/core/markdown/piece.ts";

const withoutHeader = remark().use(gfm).freeze();
const withHeader = remark().use(remarkFrontmatter).use(gfm).freeze();

/**
 * The blocks of a text by one parse of the whole with remark, with all of GFM: what parsing in pieces must equal.
 *
 * remark-frontmatter 5 is used only where a header is closed: one that is not makes it read lists as paragraphs.
 */
export function parseWhole(text: string): PlacedPiece[] {
  const root = (frontmatterEnd(text) > 0 ? withHeader : withoutHeader).parse(text);
  return [{ start: 0, piece: { text, blocks: blocksOf(root, text, 0).blocks, tooDeep: false } }];
}
