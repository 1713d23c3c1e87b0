import type { Range } from "../text/range.ts";
import type { Definition, DefinitionKind } from "./model.ts";
import { shift } from "./shift.ts";

/** A definition that text before it pushed; see `shiftGathered`. */
export class MovedDefinition implements Definition {
  readonly #from: Definition;
  readonly #by: number;

  constructor(from: Definition, by: number) {
    this.#from = from;
    this.#by = by;
  }
  get id(): string {
    return this.#from.id;
  }
  get kind(): DefinitionKind {
    return this.#from.kind;
  }
  get title(): string {
    return this.#from.title;
  }
  get start(): number {
    return this.#from.start + this.#by;
  }
  get end(): number {
    return this.#from.end + this.#by;
  }
  get block(): Range {
    return shift(this.#from.block, this.#by);
  }
  toJSON(): Definition {
    const { start, end, id, kind, title, block } = this;
    return { start, end, id, kind, title, block };
  }
}
