import type { Located } from "../document/passage.ts";
import { htmlTable } from "../markdown/html-table.ts";
import type { Block } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { Range } from "../text/range.ts";

/** A paragraph, the own words of an item, or a row of a table; `text` is what a reader sees of it. */
export interface Leaf extends Range {
  readonly form: "paragraph" | "item" | "row";
  readonly text: string;
}

/** The smallest blocks with words in them, in document order. A table's header is none. */
export function leavesOf({ block, placed }: Located): Leaf[] {
  const found: Leaf[] = [];
  const add = (form: Leaf["form"], { start, end }: Range, inlines: readonly Inline[]): void => {
    const text = inlines.map((inline) => inline.text).join(" ");
    if (text.trim() !== "") found.push({ form, text, start: placed.start + start, end: placed.start + end });
  };
  const visit = (one: Block): void => {
    switch (one.type) {
      case "paragraph":
        add("paragraph", one, [one.inline]);
        break;
      case "list":
        for (const item of one.items) {
          add("item", item.inline, [item.inline]);
          // Its paragraphs are its own words already.
          for (const child of item.children) if (child.type !== "paragraph") visit(child);
        }
        break;
      case "table":
        for (const row of one.rows.slice(1)) add("row", row, row.cells);
        break;
      case "html": {
        const table = htmlTable(one, placed.piece.text);
        if (table !== undefined) visit(table);
        // A table that nobody can read here may hold anything.
        else if (/<table\b/i.test(one.value)) add("row", one, [{ ...one, text: one.value, runs: [] }]);
        break;
      }
      case "quote":
      case "other":
        one.children.forEach(visit);
        break;
      default:
    }
  };
  visit(block);
  return found;
}
