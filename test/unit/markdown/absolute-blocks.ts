import type { PlacedPiece } from "../../../src/core/markdown/piece.ts";

/** All blocks with offsets into the document, so that differently cut pieces compare. */
export function absoluteBlocks(pieces: readonly PlacedPiece[]): unknown[] {
  return pieces.flatMap(({ start, piece }) =>
    piece.blocks.map((block) =>
      JSON.parse(JSON.stringify(block), (key, value: unknown) =>
        (key === "start" || key === "end") && typeof value === "number" ? value + start : value,
      ),
    ),
  );
}
