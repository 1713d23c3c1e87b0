import type { Gathered } from "./collected.ts";
import type { Annotation, Requirement } from "./model.ts";
import { MovedAnnotation } from "./moved-annotation.ts";
import { MovedDefinition } from "./moved-definition.ts";
import { MovedRequirement } from "./moved-requirement.ts";
import { shift, shiftOptions, shiftPassage } from "./shift.ts";
import type { Move } from "./shift.ts";

/**
 * The same things further up or down: text that an edit only pushed need not be read again.
 *
 * On a keystroke near the top of a long PRD everything below moves, and nearly nothing of it is looked at. So
 * requirements, annotations and definitions work out an offset only when it is asked for; they cannot be copied by spreading.
 * What has an offset is listed here; the test "a document that was edited equals one that is read anew" finds what
 * is forgotten.
 */
export function shiftGathered(gathered: Gathered, move: Move): Gathered {
  const { by } = move;
  const moved = <A extends Annotation>(one: A): A => new MovedAnnotation(one, move) as unknown as A;
  return {
    requirements: each(gathered.requirements, (one) => new MovedRequirement(one, move)),
    edgeCases: each(gathered.edgeCases, moved),
    constraints: each(gathered.constraints, moved),
    assumptions: each(gathered.assumptions, moved),
    optionTables: each(gathered.optionTables, (one) => shiftOptions(one, move)),
    inTheRoom: each(gathered.inTheRoom, (one) => ({
      ...one,
      ...shift(one, by),
      passage: shiftPassage(one.passage, move),
    })),
    questions: each(gathered.questions, moved),
    disagreements: each(gathered.disagreements, moved),
    signOffs: each(gathered.signOffs, (one) => ({ ...one, ...shift(one, by) })),
    overrides: each(gathered.overrides, (one) => ({ ...one, ...shift(one, by) })),
    acceptanceLines: none,
    definitions: each(gathered.definitions, (one) => new MovedDefinition(one, by)),
    documentWide: each(gathered.documentWide, (one) => ({ ...one, ...shift(one, by) })),
  };
}

const none: never[] = [];

/** Most lists of a group are empty. */
function each<A, B extends A>(list: readonly A[], moved: (one: A) => B): B[] {
  return list.length === 0 ? none : list.map(moved);
}

/**
 * A requirement or annotation as it was when its text was last read: it says the same, its offsets are those of then.
 * The same object for as long as the text stands, so it is cheap to look at and can be the key of what is remembered.
 */
export function asRead<A extends Requirement | Annotation>(one: A): A {
  return one instanceof MovedRequirement || one instanceof MovedAnnotation ? (one.origin as A) : one;
}
