import type { Config } from "../config/config.ts";
import type { LanguageCode } from "../format/language-codes.ts";
import { placeholders, foreignPlaceholders } from "../lexicon/placeholders.ts";
import { languageOf } from "./language-of.ts";
import type { PrdDocument } from "./model.ts";
import { asRead } from "./moved.ts";
import { proseOf } from "./passage.ts";
import { shift } from "./shift.ts";
import type { Block, TableRow } from "../markdown/block.ts";
import { mark, sourceRange } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import type { Piece } from "../markdown/piece.ts";
import { blanks, findPhrases, languageIn, lexicon } from "../phrases/index.ts";
import type { Lexicon, PhraseCode, Search } from "../phrases/index.ts";
import type { Range } from "../text/range.ts";
import { isEastern } from "../text/scripts.ts";

/** A phrase of the author's own prose, at its place in the document. */
export interface SaidPhrase extends Range {
  readonly code: PhraseCode;
  /** As a message quotes it: what a reader sees, on one line, shortened past 60 units. */
  readonly quote: string;
  /** What `phrases` in seamwork.yaml would name to silence it. */
  readonly term: string;
}

/** One that is found before it is known what its place means. */
interface Found extends SaidPhrase {
  /** It is said so only where something is asked for. */
  readonly asked: boolean;
  /** It stands in a paragraph, which may explain what the items of its section ask for. */
  readonly told: boolean;
}

interface Remembered<Phrase> {
  /** What a document is searched with. */
  readonly words: Lexicon;
  readonly said: readonly Phrase[];
}

/** Made when the first document in a language is searched. */
const known = new WeakMap<Config["phrases"], Map<LanguageCode, Lexicon>>();
/** Words for what is not written yet, of scripts that separate no words. */
const eastern: readonly string[] = [...placeholders.ja, ...placeholders.zh, ...placeholders.ko];
/** Offsets of these count from the piece; a keystroke makes one new piece. */
const pieces = {
  asking: new WeakMap<Piece, Remembered<Found>>(),
  aside: new WeakMap<Piece, Remembered<Found>>(),
};
const documents = new WeakMap<PrdDocument, Remembered<SaidPhrase>>();

/**
 * What a document says that the rules on phrases ask about, in document order: in headings, paragraphs and list items,
 * not in quotes, code, links, struck text or square brackets, which are often somebody else's words. Of tables only what
 * is not filled in yet counts, and in rows that are requirements what they ask for.
 */
export function phrasesIn(document: PrdDocument, config: Config): readonly SaidPhrase[] {
  const words = wordsOf(config.phrases, languageOf(document, config));
  const before = documents.get(document);
  if (before?.words === words) return before.said;
  const said: SaidPhrase[] = [];
  const asking = askingIn(document);
  for (const { start, piece } of document.pieces) {
    const asks = asking.within(start, start + piece.text.length);
    for (const { asked, told, ...one } of phrasesInPiece(piece, words, asks)) {
      if ((asked || one.code === "PRD403") && !asking.at(start + one.start, asked, told)) continue;
      said.push({ ...one, start: start + one.start, end: start + one.end });
    }
  }
  documents.set(document, { words, said });
  return said;
}

function wordsOf(phrases: Config["phrases"], code: LanguageCode): Lexicon {
  let languages = known.get(phrases);
  if (languages === undefined) known.set(phrases, (languages = new Map()));
  let words = languages.get(code);
  if (words === undefined) {
    const own = placeholders[code].filter((one) => !isEastern(one));
    words = lexicon(phrases, languageIn(code, own, foreignPlaceholders(code)));
    languages.set(code, words);
  }
  return words;
}

/** @param asks whether something may be asked for in it; elsewhere nobody looks for vague words, which are the most */
function phrasesInPiece(piece: Piece, words: Lexicon, asks: boolean): readonly Found[] {
  const remembered = asks ? pieces.asking : pieces.aside;
  const before = remembered.get(piece);
  if (before?.words === words) return before.said;
  const said: Found[] = [];
  const search = asks ? words : words.aside;
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === "heading" || block.type === "paragraph")
        said.push(...phrasesOf(block.inline, piece, words, search, block.type === "paragraph"));
      else if (block.type === "list") visit(block.items);
      else if (block.type === "item") {
        said.push(...phrasesOf(block.inline, piece, words, search));
        visit(block.children.filter(({ type }) => type === "list" || type === "table"));
      } else if (block.type === "table") {
        for (const row of block.rows.slice(1)) said.push(...phrasesOfRow(row, piece, words, search));
      }
    }
  };
  visit(piece.blocks);
  remembered.set(piece, { words, said });
  return said;
}

/** A row that is not filled in is said once; a vague word in it counts where the row asks for something. */
function phrasesOfRow({ cells }: TableRow, piece: Piece, words: Lexicon, search: Search): Found[] {
  const said = cells.flatMap((cell) => phrasesOf(cell, piece, words, search));
  const blank = said.find(({ code }) => code === "PRD404");
  return said.flatMap((one) =>
    one === blank ? [one] : one.code === "PRD403" ? [{ ...one, asked: true }] : [],
  );
}

const NOT_OWN = mark.code | mark.link | mark.html | mark.image | mark.deleted;

function phrasesOf(inline: Inline, piece: Piece, words: Lexicon, search: Search, told = false): Found[] {
  const { text } = inline;
  const prose = ownWords(inline);
  const hits = findPhrases(text, prose, words, search);
  const more = hits.some(({ code }) => code === "PRD404")
    ? []
    : blanks(text, blanked(inline, text, NOT_OWN), isEastern(text) ? eastern : []);
  return (more.length > 0 ? [...hits, ...more].sort((a, b) => a.start - b.start) : hits).map(
    ({ code, start, end, term, asked }) => {
      const seen = text.slice(start, end).replace(/\s+/g, " ");
      const quote = seen.length > 60 ? `${seen.slice(0, 59)}…` : seen;
      return { ...sourceRange(inline, piece.text, start, end), code, quote, term, asked, told };
    },
  );
}

/** Struck words are taken back. */
function ownWords(inline: Inline): string {
  return blanked(inline, proseOf(inline), mark.deleted);
}

/** The text with spaces for whatever has one of the marks. */
function blanked({ runs }: Inline, text: string, marks: number): string {
  let rest = text;
  for (const run of runs) {
    if ((run.marks & marks) !== 0)
      rest = rest.slice(0, run.at) + " ".repeat(run.length) + rest.slice(run.at + run.length);
  }
  return rest;
}

/** Where a document asks for something. */
interface Asking {
  /**
   * @param inPlace whether it has to be a place where something is asked for, or a sentence that asks is enough
   * @param told whether it stands in a paragraph: without a verb that asks, it has to be one of a requirement
   */
  readonly at: (offset: number, inPlace: boolean, told: boolean) => boolean;
  /** Whether some place between two others may be one. */
  readonly within: (start: number, end: number) => boolean;
}

/**
 * Something is asked for in a requirement, but for its why, and in a section that holds what must be. What asks by itself
 * does so before the first heading as well; under the others people explain and weigh.
 */
function askingIn(document: PrdDocument): Asking {
  const asking: Range[] = [...document.acceptanceLines];
  const reasons: Range[] = [];
  for (const one of document.requirements) {
    const { start, end } = one;
    asking.push({ start, end });
    const read = asRead(one);
    for (const reason of [read.facets.why, read.soThat])
      if (reason !== undefined) reasons.push(shift(reason, start - read.start));
  }
  const own = reachOf([...asking]);
  for (const [index, section] of document.sections.entries()) {
    if (section.within !== "Requirements" && section.within !== "Acceptance") continue;
    asking.push({ start: section.start, end: document.sections[index + 1]?.start ?? section.end });
  }
  const reach = reachOf(asking);
  let reasoned: ((offset: number) => number) | undefined;
  const heading = document.sections[0]?.start ?? Infinity;
  return {
    at: (offset, inPlace, told) =>
      ((inPlace && told ? own : reach)(offset) > offset || (!inPlace && offset < heading)) &&
      (reasoned ??= reachOf(reasons))(offset) <= offset,
    within: (start, end) => start < heading || reach(end - 1) > start,
  };
}

/** How far the ranges reach that begin at a place or before it, 0 where none does; they may overlap. */
function reachOf(ranges: Range[]): (offset: number) => number {
  ranges.sort((a, b) => a.start - b.start);
  let furthest = 0;
  const starts = ranges.map(({ start }) => start);
  const until = ranges.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return until[low - 1] ?? 0;
  };
}
