import type { PlacedPiece } from "../markdown/pieces.ts";
import type { Range } from "../text/range.ts";
import type { Answer } from "./answers.ts";
import type { Gathered } from "./collected.ts";
import type {
  Annotation,
  Constraint,
  Disagreement,
  EdgeCase,
  Facet,
  Head,
  Insertion,
  Option,
  OptionTable,
  Requirement,
} from "./model.ts";
import type { FacetName } from "./names.ts";
import type { Passage } from "./passage.ts";

/** How far a group was pushed since it was read, and where its pieces stand now. */
export interface Move {
  readonly by: number;
  /** The pieces' places then, and in the same order now. */
  readonly from: readonly PlacedPiece[];
  readonly to: readonly PlacedPiece[];
}

/**
 * The same things further up or down: text that an edit only pushed need not be read again.
 *
 * On a keystroke near the top of a long PRD everything below moves, and nearly nothing of it is looked at. So
 * requirements and annotations work out an offset only when it is asked for; they cannot be copied by spreading.
 * What has an offset is listed here; the test "a document that was edited equals one that is read anew" finds what
 * is forgotten.
 */
export function shiftGathered(gathered: Gathered, move: Move): Gathered {
  const { by } = move;
  const moved = <A extends Annotation>(one: A): A => new MovedAnnotation(one, move) as unknown as A;
  return {
    requirements: gathered.requirements.map((one) => new MovedRequirement(one, move)),
    edgeCases: gathered.edgeCases.map(moved),
    constraints: gathered.constraints.map(moved),
    assumptions: gathered.assumptions.map(moved),
    optionTables: gathered.optionTables.map((one) => shiftOptions(one, move)),
    inTheRoom: gathered.inTheRoom.map((one) => ({
      ...one,
      ...shift(one, by),
      passage: shiftPassage(one.passage, move),
    })),
    questions: gathered.questions.map(moved),
    disagreements: gathered.disagreements.map(moved),
    signOffs: gathered.signOffs.map((one) => ({ ...one, ...shift(one, by) })),
    overrides: gathered.overrides.map((one) => ({ ...one, ...shift(one, by) })),
    acceptanceLines: [],
    definitions: gathered.definitions.map(({ start, end, id, kind, title, block }) => ({
      start: start + by,
      end: end + by,
      id,
      kind,
      title,
      block: shift(block, by),
    })),
  };
}

/**
 * A requirement or annotation as it was when its text was last read: it says the same, its offsets are those of then.
 * The same object for as long as the text stands, so it is cheap to look at and can be the key of what is remembered.
 */
export function asRead<A extends Requirement | Annotation>(one: A): A {
  return one instanceof MovedRequirement || one instanceof MovedAnnotation ? (one.origin as A) : one;
}

class MovedRequirement implements Requirement {
  readonly #from: Requirement;
  readonly #move: Move;
  #facets: Requirement["facets"] | undefined;
  #statement: readonly Passage[] | undefined;

  constructor(from: Requirement, move: Move) {
    this.#from = from;
    this.#move = move;
  }
  get origin(): Requirement {
    return this.#from;
  }
  get id(): string {
    return this.#from.id;
  }
  get title(): string {
    return this.#from.title;
  }
  get form(): Requirement["form"] {
    return this.#from.form;
  }
  get parent(): string | undefined {
    return this.#from.parent;
  }
  get start(): number {
    return this.#from.start + this.#move.by;
  }
  get end(): number {
    return this.#from.end + this.#move.by;
  }
  get idRange(): Range {
    return shift(this.#from.idRange, this.#move.by);
  }
  get titleRange(): Range {
    return shift(this.#from.titleRange, this.#move.by);
  }
  get soThat(): Range | undefined {
    return maybeShift(this.#from.soThat, this.#move.by);
  }
  get insertion(): Insertion {
    return shiftInsertion(this.#from.insertion, this.#move.by);
  }
  get also(): readonly Range[] {
    return this.#from.also.map((range) => shift(range, this.#move.by));
  }
  get statement(): readonly Passage[] {
    this.#statement ??= this.#from.statement.map((passage) => shiftPassage(passage, this.#move));
    return this.#statement;
  }
  get facets(): Requirement["facets"] {
    if (this.#facets === undefined) {
      const facets: Partial<Record<FacetName, Facet>> = {};
      for (const name in this.#from.facets) {
        const facet = this.#from.facets[name as FacetName];
        if (facet !== undefined) facets[name as FacetName] = new MovedFacet(facet, this.#move);
      }
      this.#facets = facets;
    }
    return this.#facets;
  }
  toJSON(): Requirement {
    const {
      id,
      title,
      form,
      parent,
      start,
      end,
      idRange,
      titleRange,
      soThat,
      insertion,
      also,
      statement,
      facets,
    } = this;
    return {
      id,
      title,
      form,
      parent,
      start,
      end,
      idRange,
      titleRange,
      soThat,
      insertion,
      also,
      statement,
      facets,
    };
  }
}

class MovedFacet implements Facet {
  readonly #from: Facet;
  readonly #move: Move;

  constructor(from: Facet, move: Move) {
    this.#from = from;
    this.#move = move;
  }
  get name(): FacetName {
    return this.#from.name;
  }
  get form(): Facet["form"] {
    return this.#from.form;
  }
  get text(): string {
    return this.#from.text;
  }
  get empty(): boolean {
    return this.#from.empty;
  }
  get none(): Facet["none"] {
    return this.#from.none;
  }
  get start(): number {
    return this.#from.start + this.#move.by;
  }
  get end(): number {
    return this.#from.end + this.#move.by;
  }
  get labelRange(): Range {
    return shift(this.#from.labelRange, this.#move.by);
  }
  get content(): readonly Passage[] {
    return this.#from.content.map((passage) => shiftPassage(passage, this.#move));
  }
  get insertion(): Insertion {
    return shiftInsertion(this.#from.insertion, this.#move.by);
  }
  toJSON(): Facet {
    const { name, form, text, empty, none, start, end, labelRange, content, insertion } = this;
    return { name, form, text, empty, none, start, end, labelRange, content, insertion };
  }
}

/** Every field that some kind of annotation has. */
type AnyAnnotation = Annotation &
  Partial<Omit<EdgeCase, "kind"> & Omit<Constraint, "kind"> & Omit<Disagreement, "kind">> & {
    readonly kind?: string;
  };

class MovedAnnotation {
  readonly #from: AnyAnnotation;
  readonly #move: Move;
  #head: Head | undefined;

  constructor(from: AnyAnnotation, move: Move) {
    this.#from = from;
    this.#move = move;
  }
  get origin(): Annotation {
    return this.#from;
  }
  get kind(): string | undefined {
    return this.#from.kind;
  }
  get id(): string {
    return this.#from.id;
  }
  get body(): string {
    return this.#from.body;
  }
  get requirement(): string | undefined {
    return this.#from.requirement;
  }
  get case(): string | undefined {
    return this.#from.case;
  }
  get outcome(): string | undefined {
    return this.#from.outcome;
  }
  get topic(): string | undefined {
    return this.#from.topic;
  }
  get limits(): readonly string[] | undefined {
    return this.#from.limits;
  }
  get tier(): number | undefined {
    return this.#from.tier;
  }
  get nature(): string | undefined {
    return this.#from.nature;
  }
  get between(): readonly string[] | undefined {
    return this.#from.between;
  }
  get date(): string | undefined {
    return this.#from.date;
  }
  get start(): number {
    return this.#from.start + this.#move.by;
  }
  get end(): number {
    return this.#from.end + this.#move.by;
  }
  get answerAt(): number {
    return this.#from.answerAt + this.#move.by;
  }
  get idRange(): Range {
    return shift(this.#from.idRange, this.#move.by);
  }
  get bodyRange(): Range {
    return shift(this.#from.bodyRange, this.#move.by);
  }
  get tierRange(): Range | undefined {
    return maybeShift(this.#from.tierRange, this.#move.by);
  }
  get passage(): Passage {
    return shiftPassage(this.#from.passage, this.#move);
  }
  get head(): Head | undefined {
    if (this.#head === undefined && this.#from.head !== undefined)
      this.#head = shiftHead(this.#from.head, this.#move.by);
    return this.#head;
  }
  get answers(): readonly Answer[] {
    const { answers } = this.#from;
    return answers.length === 0
      ? answers
      : answers.map((answer) => ({ ...answer, ...shift(answer, this.#move.by) }));
  }
  toJSON(): object {
    const {
      kind,
      id,
      body,
      requirement,
      case: what,
      outcome,
      topic,
      limits,
      tier,
      nature,
      between,
      date,
    } = this;
    const { start, end, answerAt, idRange, bodyRange, tierRange, passage, head, answers } = this;
    const said = {
      kind,
      id,
      body,
      requirement,
      case: what,
      outcome,
      topic,
      limits,
      tier,
      nature,
      between,
      date,
    };
    return { ...said, start, end, answerAt, idRange, bodyRange, tierRange, passage, head, answers };
  }
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function maybeShift(range: Range | undefined, by: number): Range | undefined {
  return range === undefined ? undefined : shift(range, by);
}

function shiftPassage({ start, end, text, inline, placed }: Passage, move: Move): Passage {
  return {
    start: start + move.by,
    end: end + move.by,
    text,
    inline,
    placed: move.to[move.from.indexOf(placed)] ?? placed,
  };
}

function shiftInsertion({ offset, indent, bullet, blankLine }: Insertion, by: number): Insertion {
  return { offset: offset + by, indent, bullet, blankLine };
}

function shiftHead({ words, dateRange, ...head }: Head, by: number): Head {
  return {
    ...head,
    ...shift(head, by),
    words: words.map(({ text, range }) => ({ text, range: shift(range, by) })),
    dateRange: maybeShift(dateRange, by),
  };
}

function shiftOptions({ options, columns, ...table }: OptionTable, move: Move): OptionTable {
  const cell = (passage: Passage | undefined): Passage | undefined =>
    passage === undefined ? undefined : shiftPassage(passage, move);
  return {
    ...shift(table, move.by),
    columns,
    options: options.map((one): Option => ({
      ...one,
      ...shift(one, move.by),
      name: shiftPassage(one.name, move),
      time: cell(one.time),
      tradeOff: cell(one.tradeOff),
      chosenCell: cell(one.chosenCell),
    })),
  };
}

/** A requirement with some fields changed; see {@link shiftGathered} for why spreading one is not enough. */
export function changed(requirement: Requirement, change: Partial<Requirement>): Requirement {
  const {
    id,
    title,
    form,
    parent,
    start,
    end,
    idRange,
    titleRange,
    soThat,
    insertion,
    also,
    statement,
    facets,
  } = requirement;
  return {
    id,
    title,
    form,
    parent,
    start,
    end,
    idRange,
    titleRange,
    soThat,
    insertion,
    also,
    statement,
    facets,
    ...change,
  };
}
