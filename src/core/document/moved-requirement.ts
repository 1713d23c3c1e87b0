import type { Range } from "../text/range.ts";
import type { Facet, Insertion, Requirement, Spoken } from "./model.ts";
import type { FacetName } from "../format/section-names.ts";
import type { Passage } from "./passage.ts";
import { maybeShift, shift, shiftInsertion, shiftPassage } from "./shift.ts";
import type { Move } from "./shift.ts";

/** A requirement that text before it pushed; see `shiftGathered`. */
export class MovedRequirement implements Requirement {
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
  get named(): boolean {
    return this.#from.named;
  }
  get measured(): boolean {
    return this.#from.measured;
  }
  get evidence(): Requirement["evidence"] {
    const evidence: Partial<Record<FacetName, readonly Range[]>> = {};
    for (const [name, ranges] of Object.entries(this.#from.evidence) as [FacetName, readonly Range[]][])
      evidence[name] = ranges.map((one) => shift(one, this.#move.by));
    return evidence;
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
  get spoken(): readonly Spoken[] {
    return this.#from.spoken;
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
    return changed(this, {});
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

/** A requirement with some fields changed; see {@link shiftGathered} for why spreading one is not enough. */
export function changed(requirement: Requirement, change: Partial<Requirement>): Requirement {
  const {
    id,
    named,
    title,
    form,
    parent,
    start,
    end,
    idRange,
    titleRange,
    soThat,
    evidence,
    measured,
    insertion,
    also,
    spoken,
    statement,
    facets,
  } = requirement;
  return {
    id,
    named,
    title,
    form,
    parent,
    start,
    end,
    idRange,
    titleRange,
    soThat,
    evidence,
    measured,
    insertion,
    also,
    spoken,
    statement,
    facets,
    ...change,
  };
}
