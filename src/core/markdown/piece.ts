import type { Block } from "./block.ts";
import type { Labels } from "./blocks-of.ts";

/** What stands between two headings (or one fence, or one HTML block), parsed once and remembered by its text. */
export interface Piece {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Not parsed because it would take too long (PRD012); it has no blocks. */
  readonly tooDeep: boolean;
}

/** A piece and its place in the document, in UTF-16 units. */
export interface PlacedPiece {
  readonly start: number;
  readonly piece: Piece;
}

/** Remembers the pieces of one document from one version to the next. */
export interface PieceCache {
  readonly parsed: Map<string, ParsedPiece>;
  /** The same in the order of the text. */
  readonly order: readonly ParsedPiece[];
  /** Pieces whose references need labels that other pieces define, by text and labels. */
  readonly resolved: Map<string, Piece>;
}

export interface ParsedPiece extends Piece {
  readonly cost: number;
  readonly labels: Labels;
  /** Where the last block begins when it runs on beyond this text: the cut fell inside a fence or HTML block. */
  readonly openAt: number | undefined;
  /** The piece up to `openAt`. */
  readonly closedPart: Piece | undefined;
}
