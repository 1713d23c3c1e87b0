import type { PrdDocument } from "../document/model.ts";
import type { Block } from "../markdown/block.ts";
import { shorten } from "../words/shorten.ts";

/** Something that a document says about itself outside of the header fields that the format knows. */
export interface Found {
  readonly about: "author" | "engineer" | "date" | "tracker" | "status";
  /** As written: `Author(s)`. */
  readonly label: string;
  /** At most 120 UTF-16 units, on one line. */
  readonly value: string;
}

const labels: readonly (readonly [Found["about"], RegExp])[] = [
  ["author", /^(?:authors?|owners?|pm|dri|prepared by|written by|product (?:manager|owner|lead)s?)$/],
  ["engineer", /^(?:eng|engineers?|engineering(?: lead| owner)?|tech(?:nical)? lead|developers?)$/],
  ["date", /^(?:date|created|created on|creation date|started)$/],
  ["tracker", /^(?:jira|tracker|tracking (?:link|issue)|ticket|issue|epic|linear)$/],
  ["status", /^(?:status|state|stage)$/],
];

const MOST_LENGTH = 120;

/**
 * What the head of a document says about it: rows of a table, lines such as `**Status:** Draft`, and fields of a
 * header that was written for another tool.
 */
export function foundIn(document: PrdDocument): Found[] {
  const found: Found[] = [];
  const add = (label: string, value: string): void => {
    const words = label
      .replace(/\([^)]*\)/g, "")
      .replace(/[-_\s]+/g, " ")
      .trim()
      .toLowerCase();
    const about = labels.find(([, pattern]) => pattern.test(words))?.[0];
    const line = shorten(value.replace(/\s+/g, " ").trim(), MOST_LENGTH);
    if (about !== undefined && line !== "") found.push({ about, label: label.trim(), value: line });
  };
  for (const { written, key, values } of document.header.fields) {
    if (key === undefined || key === "status") add(written, values.map(({ text }) => text).join(", "));
  }
  for (const block of headBlocks(document)) {
    if (block.type === "table") {
      for (const { cells } of block.rows) {
        if (cells.length === 2) add(cells[0]?.text ?? "", cells[1]?.text ?? "");
      }
    } else {
      for (const line of linesOf(block)) {
        const [, label = "", value = ""] = /^\s*([^:：\n]{2,30})[:：]\s+(.+)$/.exec(line) ?? [];
        add(label, value);
      }
    }
  }
  return found;
}

/** The lines of a paragraph, and of a list's items. */
function linesOf(block: Block): string[] {
  if (block.type === "paragraph") return block.inline.text.split("\n");
  return block.type === "list" ? block.items.flatMap(({ inline }) => inline.text.split("\n")) : [];
}

/** Blocks before the second heading, or before the first one that opens a section of the format. */
function headBlocks({ pieces, sections }: PrdDocument): readonly Block[] {
  const title = sections[0];
  const end =
    title === undefined || title.name !== undefined
      ? (title?.start ?? Infinity)
      : (sections[1]?.start ?? Infinity);
  return pieces.flatMap(({ start, piece }) =>
    start < end ? piece.blocks.filter((block) => start + block.start < end) : [],
  );
}
