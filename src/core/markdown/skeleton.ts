import type { Range } from "../text/range.ts";
import type { Block, ItemBlock } from "./block.ts";
import type { Inline } from "./inline.ts";

/** The first and the last of the characters that Unicode leaves to everybody; to markdown they are letters. */
const FIRST = 0xe000;
const LAST = 0xf8ff;
const standIn = /[\uE000-\uF8FF]/g;

/**
 * Words with one blank between them, between blanks or line ends: whatever they are, markdown reads them alike.
 * None begins with a number, which at the start of a line is a list's mark. Their count is limited for the engine's stack.
 */
const letter = "A-Za-z\u00C0-\u024F\u2019";
const rest = `[${letter}\\d]*(?:-[${letter}\\d]+)*[.,;:]?`;
const words = new RegExp(
  `(?<![^ \\n\\r])[${letter}]${rest}(?: [${letter}\\d]${rest}){0,50}(?![^ \\n\\r])`,
  "g",
);

/** Where words may matter: tags, labels, "www.", a link's end behind a blank, and characters like those that stand in. */
const meaningful = /<[A-Za-z/!?]|\]:|www|\]\(\s|[\uE000-\uF8FF]/i;

/** A text in which one character stands for several words. */
export interface Skeleton {
  readonly text: string;
  /** Turns the skeleton's blocks into those of the text. */
  readonly fill: (blocks: readonly Block[]) => Block[];
}

/**
 * What markdown sees of a text. It stays the same while somebody types words, and its blocks with the words put back are
 * those of the text (`skeleton.test.ts`).
 *
 * @returns undefined for a text that has to be parsed as it is
 */
export function skeletonOf(text: string): Skeleton | undefined {
  if (meaningful.test(text)) return undefined;
  const said: string[] = [];
  /** Offsets of the characters that stand in, and by how much all behind each was pulled up. */
  const places: number[] = [];
  const pulls: number[] = [];
  let pulled = 0;
  const skeleton = text.replace(words, (found, at: number) => {
    if (FIRST + said.length > LAST) return found;
    places.push(at - pulled);
    pulls.push((pulled += found.length - 1));
    said.push(found);
    return String.fromCharCode(FIRST + said.length - 1);
  });
  if (said.length === 0) return undefined;

  return { text: skeleton, fill: (blocks) => blocks.map(filled) };

  function offset(at: number): number {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return at + (pulls[low - 1] ?? 0);
  }

  function spoken(value: string): string {
    return value.replace(standIn, (unit) => said[unit.charCodeAt(0) - FIRST] as string);
  }

  function range({ start, end }: Range): Range {
    return { start: offset(start), end: offset(end) };
  }

  function filled(block: Block): Block {
    switch (block.type) {
      case "heading":
      case "paragraph":
        return { ...block, ...range(block), inline: inline(block.inline) };
      case "list":
        return { ...block, ...range(block), items: block.items.map(item) };
      case "item":
        return item(block);
      case "table": {
        const rows = block.rows.map((row) => ({ ...range(row), cells: row.cells.map(inline) }));
        return { ...block, ...range(block), rows };
      }
      case "code":
      case "html":
        return { ...block, ...range(block), value: spoken(block.value) };
      case "quote":
      case "other":
        return { ...block, ...range(block), children: block.children.map(filled) };
    }
  }

  function item(block: ItemBlock): ItemBlock {
    return {
      ...block,
      ...range(block),
      inline: inline(block.inline),
      children: block.children.map(filled),
    };
  }

  function inline({ text: short, runs, targets, ...place }: Inline): Inline {
    let grown = 0;
    const longer = runs.map((run) => {
      const { length } = spoken(short.slice(run.at, run.at + run.length));
      const at = run.at + grown;
      grown += length - run.length;
      return { ...run, ...range(run), at, length };
    });
    const leads = targets?.map(({ at, target }) => ({
      at: spoken(short.slice(0, at)).length,
      target: spoken(target),
    }));
    return { text: spoken(short), runs: longer, ...(leads && { targets: leads }), ...range(place) };
  }
}
