import type { Config } from "../config/config.ts";
import type { PrdDocument } from "./model.ts";
import { proseOf } from "./passage.ts";
import type { Block } from "../markdown/block.ts";
import { mark, sourceRange } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import type { Piece } from "../markdown/piece.ts";
import { findPhrases, lexicon } from "../phrases/index.ts";
import type { Lexicon, PhraseCode } from "../phrases/index.ts";
import type { Range } from "../text/range.ts";

/** A phrase of the author's own prose, at its place in the document. */
export interface SaidPhrase extends Range {
  readonly code: PhraseCode;
  /** As a message quotes it: what a reader sees, on one line, shortened past 60 units. */
  readonly quote: string;
  /** What `phrases` in seamwork.yaml would name to silence it. */
  readonly term: string;
}

interface Remembered {
  readonly lexicon: Lexicon;
  readonly said: readonly SaidPhrase[];
}

const lexicons = new WeakMap<Config["phrases"], Lexicon>();
/** Offsets of these count from the piece; a keystroke makes one new piece. */
const pieces = new WeakMap<Piece, Remembered>();
const documents = new WeakMap<PrdDocument, Remembered>();

/**
 * What a document says that the rules on phrases ask about, in document order: in headings, paragraphs and list items,
 * not in tables, quotes, code, links, struck text or square brackets, which are often somebody else's words.
 */
export function phrasesIn(document: PrdDocument, { phrases }: Config): readonly SaidPhrase[] {
  let words = lexicons.get(phrases);
  if (words === undefined) lexicons.set(phrases, (words = lexicon(phrases)));
  const known = documents.get(document);
  if (known?.lexicon === words) return known.said;
  const said: SaidPhrase[] = [];
  for (const { start, piece } of document.pieces) {
    for (const one of phrasesInPiece(piece, words)) {
      said.push({ ...one, start: start + one.start, end: start + one.end });
    }
  }
  documents.set(document, { lexicon: words, said });
  return said;
}

function phrasesInPiece(piece: Piece, words: Lexicon): readonly SaidPhrase[] {
  const known = pieces.get(piece);
  if (known?.lexicon === words) return known.said;
  const said: SaidPhrase[] = [];
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === "heading" || block.type === "paragraph")
        said.push(...phrasesOf(block.inline, piece, words));
      else if (block.type === "list") visit(block.items);
      else if (block.type === "item") {
        said.push(...phrasesOf(block.inline, piece, words));
        visit(block.children.filter(({ type }) => type === "list"));
      }
    }
  };
  visit(piece.blocks);
  pieces.set(piece, { lexicon: words, said });
  return said;
}

function phrasesOf(inline: Inline, piece: Piece, words: Lexicon): SaidPhrase[] {
  return findPhrases(inline.text, ownWords(inline), words).map(({ code, start, end, term }) => {
    const seen = inline.text.slice(start, end).replace(/\s+/g, " ");
    const quote = seen.length > 60 ? `${seen.slice(0, 59)}…` : seen;
    return { ...sourceRange(inline, piece.text, start, end), code, quote, term };
  });
}

/** Struck words are taken back. */
function ownWords(inline: Inline): string {
  let prose = proseOf(inline);
  for (const { at, length, marks } of inline.runs) {
    if ((marks & mark.deleted) !== 0)
      prose = prose.slice(0, at) + " ".repeat(length) + prose.slice(at + length);
  }
  return prose;
}
