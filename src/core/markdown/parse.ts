import type { Root } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Block } from "./block.ts";
import { blocksOf } from "./blocks-of.ts";
import type { Labels } from "./blocks-of.ts";
import { gfmIn, someGfm } from "./gfm.ts";

type Parser = (text: string) => Root;

/** Processors that are ready, by the parts of GFM that they know; to set one up takes longer than most parses. */
const parsers = new Map<number, Parser>();

/**
 * Parses markdown into blocks, with what the text needs of GFM.
 *
 * @param text the whole text to parse
 * @param skip leading units of `text` that are only there to define labels; offsets count from behind them
 */
export function parseBlocks(text: string, skip = 0): { blocks: Block[]; labels: Labels } {
  return blocksOf(parserFor(text)(text), text, skip);
}

/** A parser that reads this text as one that knows all of GFM would. */
function parserFor(text: string): Parser {
  const found = gfmIn(text);
  let parser = parsers.get(found);
  if (parser === undefined) {
    const plain = unified().use(remarkParse);
    const processor = (found === 0 ? plain : plain.use(someGfm, found)).freeze();
    parsers.set(found, (parser = (piece) => processor.parse(piece)));
  }
  return parser;
}
