import type { Block } from "../markdown/block.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";
import type { Suppression } from "./model.ts";

const comment = /^<!--\s*prd-ignore\b([^]*?)-->/;
const inlineComment = /<!--\s*prd-ignore\b([^]*?)-->/g;

/** Comments that silence a rule for the block behind them, or, within a paragraph or item, for that block. */
export function suppressionsOf(text: string, pieces: readonly PlacedPiece[]): Suppression[] {
  if (!text.includes("prd-ignore")) return [];
  const found: Suppression[] = [];
  const waiting: Omit<Suppression, "covers">[] = [];
  const settle = (covers: Range | undefined): void => {
    for (const one of waiting.splice(0)) found.push({ ...one, covers });
  };
  const visit = (blocks: readonly Block[], { start, piece }: PlacedPiece): void => {
    for (const block of blocks) {
      const range = { start: start + block.start, end: start + block.end };
      if (block.type === "html") {
        const match = comment.exec(block.value);
        if (match !== null) waiting.push(suppressionOf(match[1] ?? "", range));
        continue;
      }
      settle(range);
      if (
        block.type === "list" ||
        block.type === "quote" ||
        block.type === "item" ||
        block.type === "other"
      ) {
        if (!piece.text.slice(block.start, block.end).includes("prd-ignore")) continue;
        visit(block.type === "list" ? block.items : block.children, { start, piece });
      } else if (block.type === "paragraph" || block.type === "heading") {
        const source = text.slice(range.start, range.end);
        for (const match of source.matchAll(inlineComment)) {
          const at = range.start + match.index;
          found.push({
            ...suppressionOf(match[1] ?? "", { start: at, end: at + match[0].length }),
            covers: range,
          });
        }
      }
    }
  };
  for (const placed of pieces) visit(placed.piece.blocks, placed);
  settle(undefined);
  return found.sort((a, b) => a.start - b.start);
}

/** `PRD403 until 2026-12-01: legal wording`; what is missing is undefined, and PRD011 asks for it. */
function suppressionOf(said: string, range: Range): Omit<Suppression, "covers"> {
  const match = /^\s*(PRD\d{3})?\s*(?:until\s+(\S+?))?\s*(?::\s*([^]*\S))?\s*$/.exec(said);
  const until = match?.[2];
  return {
    ...range,
    code: match?.[1] ?? /PRD\d{3}/.exec(said)?.[0],
    until: until !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(until) ? until : undefined,
    reason: match?.[3],
  };
}
