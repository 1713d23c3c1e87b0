import type { Range } from "../text/range.ts";
import type { Answer } from "./answers.ts";
import type { Annotation, Constraint, Disagreement, EdgeCase, Head } from "./model.ts";
import type { Passage } from "./passage.ts";
import { maybeShift, shift, shiftHead, shiftPassage } from "./shift.ts";
import type { Move } from "./shift.ts";

/** Every field that some kind of annotation has. */
type AnyAnnotation = Annotation &
  Partial<Omit<EdgeCase, "kind"> & Omit<Constraint, "kind"> & Omit<Disagreement, "kind">> & {
    readonly kind?: string;
  };

/** An annotation that text before it pushed; see `shiftGathered`. */
export class MovedAnnotation {
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
