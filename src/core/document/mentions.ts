import type { Block } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import { sourceRange } from "../markdown/inline.ts";
import type { Piece, PlacedPiece } from "../markdown/piece.ts";
import { rememberDistinct, rememberIds } from "./digest.ts";
import type { Digest } from "./digest.ts";
import { findMentions, idKey, idPrefix } from "../recognise/ids.ts";
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
      into.push({ inline: block.inline, role: "heading" });
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
  /** The document that it is said to be in: `PRD-042` in "D1 of PRD-042" and "PRD-042 D1". */
  readonly document: string | undefined;
  readonly start: number;
  readonly end: number;
}

const documentId = String.raw`([A-Z][A-Z0-9]+-\d+|\d{4}-[A-Z0-9]+)(?![\p{L}\p{N}_/-])`;
const inDocument = new RegExp(String.raw`^[ \t]+(?:of|in)[ \t]+${documentId}`, "u");
const behindDocument = new RegExp(String.raw`(?<![\p{L}\p{N}_/@.#-])${documentId}(?:['’]s)?[ \t]+$`, "u");

const candidates = new WeakMap<Piece, readonly Candidate[]>();

function candidatesOf(piece: Piece): readonly Candidate[] {
  let found = candidates.get(piece);
  if (found === undefined) {
    found = readingsOf(piece).flatMap(({ inline }) => {
      const prose = proseOf(inline);
      return findMentions(prose).map(({ id, start, end, afterSee }) => ({
        id,
        key: idKey(id),
        prefix: idPrefix(id),
        afterSee,
        document:
          inDocument.exec(prose.slice(end, end + 40))?.[1] ??
          behindDocument.exec(prose.slice(Math.max(0, start - 40), start))?.[1],
        ...sourceRange(inline, piece.text, start, end),
      }));
    });
    candidates.set(piece, found);
  }
  return found;
}

/** `Q1`–`Q4` in prose are quarters. */
const quarter = /^Q[1-4]$/;

/**
 * Ids in the text that refer to something, or should: those whose letters the document uses for ids of its own, and
 * those that follow "see". Where an id is defined is no mention, nor is one that another document is named for.
 *
 * @param digest of the definitions
 */
export function mentionsOf(
  pieces: readonly PlacedPiece[],
  definitions: readonly Definition[],
  digest: Pick<Digest, "keys" | "letters" | "starts" | "prefixes">,
): Mention[] {
  const { keys, letters, starts, prefixes } = digest;
  const byKey = new Map<string, Definition>();
  for (let index = keys.length - 1; index >= 0; index--)
    byKey.set(keys[index] as string, definitions[index] as Definition);
  rememberIds(definitions, { keys, letters });
  if (byKey.size === keys.length) rememberDistinct(definitions);
  const defined = new Set(starts);
  const mentions: Mention[] = [];
  for (const { start, piece } of pieces) {
    for (const candidate of candidatesOf(piece)) {
      // What is said to be in another document refers to nothing here; `R1 of FR-2` is of this one where it has an FR-2.
      if (candidate.document !== undefined && !byKey.has(idKey(candidate.document))) continue;
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
