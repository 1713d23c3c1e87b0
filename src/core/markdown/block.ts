import type { Range } from "../text/range.ts";
import type { Inline } from "./inline.ts";

/**
 * What markdown says, before Seamwork gives it a meaning. A compact form of mdast: text is flattened, so that rules
 * need not walk trees. All offsets are relative to the piece that the block was parsed from.
 */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | ItemBlock
  | TableBlock
  | QuoteBlock
  | CodeBlock
  | HtmlBlock
  | OtherBlock;

export interface HeadingBlock extends Range {
  readonly type: "heading";
  readonly depth: number;
  readonly inline: Inline;
}

export interface ParagraphBlock extends Range {
  readonly type: "paragraph";
  readonly inline: Inline;
}

export interface ListBlock extends Range {
  readonly type: "list";
  readonly ordered: boolean;
  readonly items: readonly ItemBlock[];
}

export interface ItemBlock extends Range {
  readonly type: "item";
  /** State of a task box, undefined when the item has none. */
  readonly checked: boolean | undefined;
  /** The item's own paragraphs, joined by line feeds; nested lists, tables and quotes are in `children` only. */
  readonly inline: Inline;
  readonly children: readonly Block[];
}

export interface TableBlock extends Range {
  readonly type: "table";
  /** The first row is the header. */
  readonly rows: readonly TableRow[];
}

export interface TableRow extends Range {
  readonly cells: readonly Inline[];
}

export interface QuoteBlock extends Range {
  readonly type: "quote";
  readonly children: readonly Block[];
}

export interface CodeBlock extends Range {
  readonly type: "code";
  readonly value: string;
}

export interface HtmlBlock extends Range {
  readonly type: "html";
  readonly value: string;
}

/** Thematic breaks, definitions and footnotes; a footnote keeps its content. */
export interface OtherBlock extends Range {
  readonly type: "other";
  /** Of a definition: the label in square brackets, as CommonMark compares it, and where it leads. */
  readonly defines?: readonly [label: string, target: string];
  readonly children: readonly Block[];
}
