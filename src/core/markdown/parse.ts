import type { Block } from "./block.ts";
import { compile } from "./compile.ts";
import type { Labels } from "./compile.ts";
import { eventsOf } from "./gfm.ts";

/**
 * Parses markdown into blocks, with what the text needs of GFM.
 *
 * @param text the whole text to parse
 * @param skip leading units of `text` that are only there to define labels; offsets count from behind them
 */
export function parseBlocks(text: string, skip = 0): { blocks: Block[]; labels: Labels } {
  return compile(eventsOf(text), text, skip);
}
