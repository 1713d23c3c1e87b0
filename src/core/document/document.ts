import type { Config } from "../config/config.ts";
import { parsePieces } from "../markdown/pieces.ts";
import type { PieceCache, PlacedPiece } from "../markdown/piece.ts";
import { digestOfDefinitions } from "./digest.ts";
import type { Digest } from "./digest.ts";
import { gather } from "./groups.ts";
import { headerKind, parseHeader } from "./header.ts";
import type { Header } from "./header.ts";
import { idKey } from "../recognise/ids.ts";
import { mentionsOf } from "./mentions.ts";
import type { AcceptanceLine, Definition, PrdDocument, Requirement } from "./model.ts";
import { facetWords } from "../recognise/team-facets.ts";
import { partFinder } from "../recognise/team-names.ts";
import { outlineOf } from "./outline.ts";
import { restatedIn } from "./restated.ts";
import { joinRequirements } from "./requirements.ts";
import { suppressionsOf } from "./suppressions.ts";

const caches = new WeakMap<PrdDocument, PieceCache>();

/**
 * Reads a text as a PRD. Never throws: whatever the text is, it has a model, if an empty one.
 *
 * @param text without byte order mark
 * @param config gives the team's names for sections and facets
 * @param previous an earlier version of the same document; what it shares with this one is not parsed again
 */
export function parseDocument(
  text: string,
  config: Pick<Config, "aliases" | "facetAliases">,
  previous?: PrdDocument,
): PrdDocument {
  const { pieces, cache } = parsePieces(text, previous === undefined ? undefined : caches.get(previous));
  const document = documentOf(text, pieces, config, previous?.header);
  caches.set(document, cache);
  return document;
}

/**
 * Gives pieces their meaning; {@link parseDocument} and tests that parse differently call it.
 *
 * @param header that of an earlier version, which is taken over when it was not edited
 */
export function documentOf(
  text: string,
  pieces: readonly PlacedPiece[],
  config: Pick<Config, "aliases" | "facetAliases">,
  header?: Header,
): PrdDocument {
  const words = facetWords(config.facetAliases);
  const outline = outlineOf(pieces, text.length, { findPart: partFinder(config.aliases), words });
  const head = parseHeader(text, header);
  const { gathered, digest } = gather(text, outline, { prd: isPrd(head), words });
  const sections = outline.entries.map(({ section }) => section);
  const restated = restatedIn(gathered.requirements, sections, digest);
  const requirements = joinRequirements(gathered.requirements, digest, restated);
  const definitions = inOrder(gathered.definitions, digest, restated);
  return {
    ...gathered,
    text,
    header: head,
    title: sections.find(({ depth }) => depth === 1)?.heading,
    pieces,
    sections,
    requirements,
    acceptanceLines: acceptanceLines(gathered.acceptanceLines, requirements),
    definitions,
    mentions: mentionsOf(
      pieces,
      definitions,
      definitions === gathered.definitions && digest.ordered ? digest : digestOfDefinitions(definitions),
    ),
    suppressions: suppressionsOf(text, pieces),
    tooDeep: pieces
      .filter(({ piece }) => piece.tooDeep)
      .map(({ start, piece }) => ({ start, end: start + piece.text.length })),
  };
}

/** Definitions in order of place, without those of requirements that are only said again. */
function inOrder(
  definitions: Definition[],
  { ordered }: Digest,
  restated: ReadonlySet<number>,
): readonly Definition[] {
  const all = ordered ? definitions : definitions.sort((a, b) => a.start - b.start);
  return restated.size === 0
    ? all
    : all.filter(({ kind, block }) => kind !== "requirement" || !restated.has(block.start));
}

/** What is no cycle and no retro may be a PRD, adopted or not. */
function isPrd(header: Header): boolean {
  const kind = headerKind(header);
  return kind !== "cycle" && kind !== "retro";
}

/** With those ids only that are requirements. */
function acceptanceLines(
  lines: readonly AcceptanceLine[],
  requirements: readonly Requirement[],
): readonly AcceptanceLine[] {
  if (lines.length === 0) return lines;
  const keys = new Set(requirements.map(({ id }) => idKey(id)));
  return lines.map((line) => ({ ...line, ids: line.ids.filter((id) => keys.has(idKey(id))) }));
}
