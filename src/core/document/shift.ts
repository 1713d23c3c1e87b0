import type { PlacedPiece } from "../markdown/pieces.ts";
import type { Range } from "../text/range.ts";
import type { Answer } from "./answers.ts";
import type { Gathered } from "./collected.ts";
import type {
  Annotation,
  Constraint,
  Disagreement,
  Facet,
  Head,
  Insertion,
  Option,
  OptionTable,
  Question,
  Requirement,
} from "./model.ts";
import type { FacetName } from "./names.ts";
import type { Passage } from "./passage.ts";

/** Where a group stood when it was read, and where it stands now. */
export interface Move {
  readonly by: number;
  /** The pieces' new places, by their old ones. */
  readonly placed: ReadonlyMap<PlacedPiece, PlacedPiece>;
}

/**
 * The same things further up or down: text that an edit only pushed need not be read again. Everything with an offset
 * is listed here; the test "a document that was edited equals one that is read anew" finds what is forgotten.
 */
export function shiftGathered(gathered: Gathered, move: Move): Omit<Gathered, "acceptanceLines"> {
  const { by } = move;
  return {
    requirements: gathered.requirements.map((one) => shiftRequirement(one, move)),
    edgeCases: gathered.edgeCases.map((one) => shiftAnnotation(one, move)),
    constraints: gathered.constraints.map((one) => withHead(shiftAnnotation(one, move), by)),
    assumptions: gathered.assumptions.map((one) => shiftAnnotation(one, move)),
    optionTables: gathered.optionTables.map((one) => shiftOptions(one, move)),
    inTheRoom: gathered.inTheRoom.map((one) => ({ ...one, ...shift(one, by), passage: shiftPassage(one.passage, move) })),
    questions: gathered.questions.map((one) => withHead(shiftAnnotation(one, move), by)),
    disagreements: gathered.disagreements.map((one) => shiftDisagreement(one, move)),
    signOffs: gathered.signOffs.map((one) => ({ ...one, ...shift(one, by) })),
    overrides: gathered.overrides.map((one) => ({ ...one, ...shift(one, by) })),
    definitions: gathered.definitions.map((one) => ({ ...one, ...shift(one, by), block: shift(one.block, by) })),
  };
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function maybeShift(range: Range | undefined, by: number): Range | undefined {
  return range === undefined ? undefined : shift(range, by);
}

export function shiftPassage({ start, end, text, inline, placed }: Passage, move: Move): Passage {
  return { start: start + move.by, end: end + move.by, text, inline, placed: move.placed.get(placed) ?? placed };
}

function shiftInsertion({ offset, indent, bullet, blankLine }: Insertion, by: number): Insertion {
  return { offset: offset + by, indent, bullet, blankLine };
}

function shiftFacet(facet: Facet, move: Move): Facet {
  const { by } = move;
  return {
    ...facet,
    start: facet.start + by,
    end: facet.end + by,
    labelRange: shift(facet.labelRange, by),
    content: facet.content.map((passage) => shiftPassage(passage, move)),
    insertion: shiftInsertion(facet.insertion, by),
  };
}

function shiftRequirement(one: Requirement, move: Move): Requirement {
  const { by } = move;
  const facets: Partial<Record<FacetName, Facet>> = {};
  for (const name in one.facets) {
    const facet = one.facets[name as FacetName];
    if (facet !== undefined) facets[name as FacetName] = shiftFacet(facet, move);
  }
  return {
    ...one,
    start: one.start + by,
    end: one.end + by,
    idRange: shift(one.idRange, by),
    titleRange: shift(one.titleRange, by),
    statement: one.statement.map((passage) => shiftPassage(passage, move)),
    facets,
    soThat: maybeShift(one.soThat, by),
    insertion: shiftInsertion(one.insertion, by),
  };
}

function shiftAnnotation<A extends Annotation>(one: A, move: Move): A {
  const { by } = move;
  return {
    ...one,
    start: one.start + by,
    end: one.end + by,
    idRange: shift(one.idRange, by),
    passage: shiftPassage(one.passage, move),
    bodyRange: shift(one.bodyRange, by),
    answers: one.answers.length === 0 ? one.answers : one.answers.map((answer): Answer => ({ ...answer, ...shift(answer, by) })),
    answerAt: one.answerAt + by,
  };
}

function withHead<A extends Constraint | Question>(one: A, by: number): A {
  if (one.head === undefined) return one;
  const { words, dateRange, ...head } = one.head;
  const moved: Head = {
    ...head,
    ...shift(head, by),
    words: words.map(({ text, range }) => ({ text, range: shift(range, by) })),
    dateRange: maybeShift(dateRange, by),
  };
  return { ...one, head: moved };
}

function shiftDisagreement(one: Disagreement, move: Move): Disagreement {
  return { ...shiftAnnotation(one, move), tierRange: maybeShift(one.tierRange, move.by) };
}

function shiftOptions({ options, columns, ...table }: OptionTable, move: Move): OptionTable {
  const cell = (passage: Passage | undefined): Passage | undefined =>
    passage === undefined ? undefined : shiftPassage(passage, move);
  return {
    ...shift(table, move.by),
    columns,
    options: options.map(
      (one): Option => ({
        ...one,
        ...shift(one, move.by),
        name: shiftPassage(one.name, move),
        time: cell(one.time),
        tradeOff: cell(one.tradeOff),
        chosenCell: cell(one.chosenCell),
      }),
    ),
  };
}
