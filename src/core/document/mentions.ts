import type { Block } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import { sourceRange } from "../markdown/inline.ts";
import type { Piece, PlacedPiece } from "../markdown/pieces.ts";
import { findMentions, idKey, idPrefix } from "./ids.ts";
import type { Definition, Mention } from "./model.ts";
import { proseOf } from "./passage.ts";

/** Where a text stands that somebody reads. */
export type Role = "heading" | "paragraph" | "item" | "cell" | "quote";

export interface Reading {
  readonly inline: Inline;
  readonly role: Role;
}

const readings = new WeakMap<Piece, readonly Reading[]>();

/** Every text of a piece, in order, each once; remembered with the piece. */
export function readingsOf(piece: Piece): readonly Reading[] {
  let found = readings.get(piece);
  if (found === undefined) {
    const all: Reading[] = [];
    for (const block of piece.blocks) collect(block, undefined, all);
    found = all;
    readings.set(piece, found);
  }
  return found;
}

function collect(block: Block, quoted: "quote" | undefined, into: Reading[]): void {
  switch (block.type) {
    case "heading":
      into.push({ inline: block.inline, role: quoted ?? "heading" });
      break;
    case "paragraph":
      into.push({ inline: block.inline, role: quoted ?? "paragraph" });
      break;
    case "list":
      for (const item of block.items) collect(item, quoted, into);
      break;
    case "item":
      if (block.inline.text !== "") into.push({ inline: block.inline, role: quoted ?? "item" });
      for (const child of block.children) if (child.type !== "paragraph") collect(child, quoted, into);
      break;
    case "table":
      for (const row of block.rows)
        for (const inline of row.cells) into.push({ inline, role: quoted ?? "cell" });
      break;
    case "quote":
      for (const child of block.children) collect(child, "quote", into);
      break;
    case "other":
      for (const child of block.children) collect(child, quoted, into);
      break;
    default:
  }
}

interface Candidate {
  readonly id: string;
  readonly key: string;
  readonly prefix: string;
  readonly afterSee: boolean;
  readonly start: number;
  readonly end: number;
}

const candidates = new WeakMap<Piece, readonly Candidate[]>();

function candidatesOf(piece: Piece): readonly Candidate[] {
  let found = candidates.get(piece);
  if (found === undefined) {
    found = readingsOf(piece).flatMap(({ inline }) =>
      findMentions(proseOf(inline)).map(({ id, start, end, afterSee }) => ({
        id,
        key: idKey(id),
        prefix: idPrefix(id),
        afterSee,
        ...sourceRange(inline, piece.text, start, end),
      })),
    );
    candidates.set(piece, found);
  }
  return found;
}

/** `Q1`–`Q4` in prose are quarters. */
const quarter = /^Q[1-4]$/;

/**
 * Ids in the text that refer to something, or should: those whose letters the document uses for ids of its own, and
 * those that follow "see". Where an id is defined is no mention.
 */
export function mentionsOf(pieces: readonly PlacedPiece[], definitions: readonly Definition[]): Mention[] {
  const byKey = new Map<string, Definition>();
  const prefixes = new Set<string>();
  const defined = new Set<number>();
  for (const definition of definitions) {
    const key = idKey(definition.id);
    if (!byKey.has(key)) byKey.set(key, definition);
    prefixes.add(idPrefix(definition.id));
    defined.add(definition.start);
  }
  const mentions: Mention[] = [];
  for (const { start, piece } of pieces) {
    for (const candidate of candidatesOf(piece)) {
      if (!candidate.afterSee && (!prefixes.has(candidate.prefix) || quarter.test(candidate.id))) continue;
      const at = start + candidate.start;
      if (defined.has(at)) continue;
      mentions.push({
        id: candidate.id,
        start: at,
        end: start + candidate.end,
        target: byKey.get(candidate.key),
      });
    }
  }
  return mentions;
}
