import type { ParsedPiece, Piece, PlacedPiece } from "./piece.ts";
import { bracketed } from "./blocks-of.ts";
import { MAX_RESOLVED_PIECES } from "./limits.ts";
import { parseBlocks } from "./parse.ts";

const allBracketed = new RegExp(bracketed, "g");

/**
 * A reference is a link only where its label is defined, and that may be in another piece. Pieces that mention such a
 * label are parsed again behind definitions of it.
 */
export function resolveLabels(
  pieces: PlacedPiece[],
  before: ReadonlyMap<string, Piece>,
): { pieces: PlacedPiece[]; cache: Map<string, Piece> } {
  const cache = new Map<string, Piece>();
  const links = new Map<string, string>();
  const footnotes = new Map<string, string>();
  for (const { piece } of pieces) {
    if (!("labels" in piece)) continue;
    const { labels } = piece as ParsedPiece;
    for (const label of labels.links) links.set(normalise(label), label);
    for (const label of labels.footnotes) footnotes.set(normalise(label), label);
  }
  if (links.size + footnotes.size === 0) return { pieces, cache };
  let count = 0;
  const resolved = pieces.map((placed): PlacedPiece => {
    const { piece } = placed;
    if (piece.tooDeep) return placed;
    const own = "labels" in piece ? (piece as ParsedPiece).labels : { links: [], footnotes: [] };
    const wanted = new Set<string>();
    for (const found of piece.text.matchAll(allBracketed)) {
      const label = found[1] ?? "";
      const link = links.get(normalise(label));
      if (link !== undefined && !own.links.includes(link)) wanted.add(`[${link}]: x`);
      if (!label.startsWith("^")) continue;
      const footnote = footnotes.get(normalise(label.slice(1)));
      if (footnote !== undefined && !own.footnotes.includes(footnote)) wanted.add(`[^${footnote}]: x`);
    }
    if (wanted.size === 0 || ++count > MAX_RESOLVED_PIECES) return placed;
    // The last line keeps an indented first block of the piece out of a footnote.
    const definitions = `${[...wanted].sort().join("\n\n")}\n\n[seamwork:end]: x\n\n`;
    const key = `${definitions}\0${piece.text}`;
    let parsed = cache.get(key) ?? before.get(key);
    if (parsed === undefined) {
      const { blocks } = parseBlocks(definitions + piece.text, definitions.length);
      parsed = { text: piece.text, blocks, tooDeep: false };
    }
    cache.set(key, parsed);
    return { start: placed.start, piece: parsed };
  });
  return { pieces: resolved, cache };
}

/** As in CommonMark: white space collapsed, case folded. */
function normalise(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}
