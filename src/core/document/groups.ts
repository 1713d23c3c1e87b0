import type { Piece, PlacedPiece } from "../markdown/piece.ts";
import { gatheredNames, nothingGathered } from "./collected.ts";
import type { Gathered } from "./collected.ts";
import { addDigest, digestOf, emptyDigest } from "./digest.ts";
import type { Digest } from "./digest.ts";
import type { AsideName } from "../lexicon/lexicon.ts";
import type { Outline, OutlineEntry } from "./outline.ts";
import { requirementsOf } from "./requirements.ts";
import { rememberParts } from "./seldom.ts";
import type { Part } from "./seldom.ts";
import { isRenegotiations, sectionEntries } from "./section-entries.ts";
import { shiftGathered } from "./moved.ts";
import type { FacetWords } from "../recognise/team-facets.ts";
import { wideSection } from "./wide.ts";

/**
 * A group is what can be read by itself: a heading that defines a requirement with the headings under it that do not,
 * or one other heading. What a group says is remembered with its first piece.
 */
interface Remembered {
  /** The pieces that the group is made of, at their places then. */
  readonly pieces: readonly PlacedPiece[];
  readonly entries: readonly OutlineEntry[];
  readonly words: FacetWords;
  readonly gathered: Gathered;
  readonly digest: Digest;
}

/** How a document is read. */
interface Reading {
  /** It may hold requirements in sections of any name. */
  readonly prd: boolean;
  readonly words: FacetWords;
}

/** By first piece: several headings may share one, and mean something else when those above them change. */
const memory = new WeakMap<Piece, Remembered[]>();

/** Most groups that are remembered with one piece; the latest ones are kept. */
const MAX_REMEMBERED = 64;

/** Reads all groups; those that did not change since they were last read are only moved. */
export function gather(
  text: string,
  outline: Outline,
  { prd, words }: Reading,
): { gathered: Gathered; digest: Digest } {
  const all = nothingGathered();
  const digest = emptyDigest();
  const parts: Record<(typeof inParts)[number], Part[]> = {
    requirements: [],
    edgeCases: [],
    constraints: [],
  };
  for (const entries of groupsOf(outline)) {
    const pieces = piecesOf(entries);
    const found = gatherGroup(text, entries, pieces, { prd, words });
    if (found === undefined) continue;
    const move = { by: (pieces[0] as PlacedPiece).start - (found.pieces[0] as PlacedPiece).start };
    const gathered =
      move.by === 0
        ? found.gathered
        : shiftGathered(found.gathered, { ...move, from: found.pieces, to: pieces });
    for (const name of inParts) {
      const members = found.gathered[name];
      if (members.length > 0) parts[name].push({ from: all[name].length, members });
    }
    for (const name of gatheredNames) {
      const some: readonly unknown[] = gathered[name];
      if (some.length === 0) continue;
      const into: unknown[] = all[name];
      for (const one of some) into.push(one);
    }
    addDigest(digest, found.digest, move.by);
  }
  for (const name of inParts) rememberParts(all[name], parts[name]);
  return { gathered: all, digest };
}

/** Of these a long PRD has so many that rules look at groups first. */
const inParts = ["requirements", "edgeCases", "constraints"] as const;

function groupsOf({ entries }: Outline): OutlineEntry[][] {
  const groups: OutlineEntry[][] = [];
  const byOwner = new Map<number, OutlineEntry[]>();
  for (const [index, entry] of entries.entries()) {
    if (entry.requirement !== undefined || entry.owner < 0) {
      const group = [entry];
      groups.push(group);
      if (entry.requirement !== undefined) byOwner.set(index, group);
    } else byOwner.get(entry.owner)?.push(entry);
  }
  return groups;
}

/** What a group says, and where its pieces stood when it was read; undefined for one that says nothing. */
function gatherGroup(
  text: string,
  entries: readonly OutlineEntry[],
  pieces: readonly PlacedPiece[],
  { prd, words }: Reading,
): Remembered | undefined {
  const first = entries[0]?.section;
  if (first === undefined) return undefined;
  const role = roleOf(entries[0] as OutlineEntry, prd);
  if (role === undefined) return undefined;
  const key = (pieces[0] as PlacedPiece).piece;
  let remembered = memory.get(key);
  if (remembered === undefined) memory.set(key, (remembered = []));
  const known = remembered.find((one) => one.words === words && sameMeaning(one.entries, entries));
  // Acceptance lines refer to their section, which is made anew each time; they are few.
  if (known !== undefined && first.within !== "Acceptance" && samePieces(known.pieces, pieces)) {
    return known;
  }
  const gathered = nothingGathered();
  if (role === "requirements") {
    requirementsOf(text, entries, words, gathered);
    for (const { section, aside } of entries) wideSection(section, aside, gathered);
  } else {
    for (const { section, aside } of entries) {
      sectionEntries(section, gathered);
      wideSection(section, aside, gathered);
    }
  }
  gathered.definitions.sort((a, b) => a.start - b.start);
  if (known !== undefined) remembered.splice(remembered.indexOf(known), 1);
  if (remembered.length >= MAX_REMEMBERED) remembered.shift();
  const read = { pieces, entries, words, gathered, digest: digestOf(gathered) };
  remembered.push(read);
  return read;
}

const wideParts: ReadonlySet<AsideName> = new Set<AsideName>(["Edge cases", "Metrics", "Out of scope"]);

/**
 * How a group is read: as one that may hold requirements, as entries of another section, or not at all. In a document of
 * another kind than a PRD a section without a known name holds nothing.
 */
function roleOf(
  { section, aside, requirement }: OutlineEntry,
  prd: boolean,
): "requirements" | "entries" | undefined {
  const { within } = section;
  if (requirement !== undefined || within === "Requirements") return "requirements";
  if (within !== undefined || isRenegotiations(section)) return "entries";
  if (aside !== undefined) return wideParts.has(aside) ? "entries" : undefined;
  return prd ? "requirements" : undefined;
}

function piecesOf(entries: readonly OutlineEntry[]): PlacedPiece[] {
  const pieces: PlacedPiece[] = [];
  for (const { section } of entries) {
    if (pieces.at(-1) !== section.heading.placed) pieces.push(section.heading.placed);
    for (const { placed } of section.blocks) if (pieces.at(-1) !== placed) pieces.push(placed);
  }
  return pieces;
}

function samePieces(before: readonly PlacedPiece[], now: readonly PlacedPiece[]): boolean {
  if (before.length !== now.length) return false;
  const by = (now[0]?.start ?? 0) - (before[0]?.start ?? 0);
  return now.every(
    (one, index) => before[index]?.piece === one.piece && before[index].start + by === one.start,
  );
}

/** What its headings mean depends on the headings above, and where in the piece the group begins. */
function sameMeaning(before: readonly OutlineEntry[], now: readonly OutlineEntry[]): boolean {
  return (
    before.length === now.length &&
    now.every(({ section: { heading, name, within }, requirement, facet, aside }, index) => {
      const other = before[index];
      return (
        other !== undefined &&
        heading.start - heading.placed.start ===
          other.section.heading.start - other.section.heading.placed.start &&
        name === other.section.name &&
        within === other.section.within &&
        requirement?.id === other.requirement?.id &&
        requirement?.title === other.requirement?.title &&
        facet === other.facet &&
        aside === other.aside
      );
    })
  );
}
