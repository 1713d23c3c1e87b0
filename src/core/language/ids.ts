import { idKey, idPrefix, isId } from "../recognise/ids.ts";
import type { Definition, DefinitionKind, PrdDocument } from "../document/model.ts";
import type { Range as Offsets } from "../text/range.ts";

/** An id in the text, where it is defined or where it is mentioned. */
export interface IdAt extends Offsets {
  readonly id: string;
  /** Undefined when nothing defines it. */
  readonly definition: Definition | undefined;
}

/** The id that a place in the text is in or next to. */
export function idAt({ definitions, mentions }: PrdDocument, offset: number): IdAt | undefined {
  const at = ({ start, end }: Offsets): boolean => start <= offset && offset <= end;
  const definition = definitions.find(at);
  if (definition !== undefined) return { ...definition, definition };
  const mention = mentions.find(at);
  return mention === undefined ? undefined : { ...mention, definition: mention.target };
}

/** Every place where an id stands, in document order. */
function placesOf({ definitions, mentions }: PrdDocument, id: string): Offsets[] {
  const key = idKey(id);
  return [...definitions, ...mentions]
    .filter((one) => idKey(one.id) === key)
    .sort((a, b) => a.start - b.start);
}

/** Where the id at a place is defined. */
export function definitionsAt(model: PrdDocument, offset: number): readonly Offsets[] {
  const found = idAt(model, offset);
  return found === undefined ? [] : model.definitions.filter(({ id }) => idKey(id) === idKey(found.id));
}

/** Where the id at a place stands, in document order; without its definitions where they are not asked for. */
export function referencesAt(model: PrdDocument, offset: number, withDefinitions: boolean): Offsets[] {
  const found = idAt(model, offset);
  if (found === undefined) return [];
  const declared = new Set(withDefinitions ? [] : model.definitions.map(({ start }) => start));
  return placesOf(model, found.id).filter(({ start }) => !declared.has(start));
}

/** The id that can be renamed at a place. @throws an error that tells the person what to do when there is none */
export function renamableAt(model: PrdDocument | undefined, offset: number): IdAt {
  const found = model && idAt(model, offset);
  if (found === undefined) throw new Error("Put the cursor on an id, such as R1 or C3, to rename it.");
  return found;
}

/**
 * The places that a new id goes to.
 *
 * @throws an error that tells the person what to do when the id does not fit
 */
export function renamesAt(model: PrdDocument, offset: number, id: string): Offsets[] {
  const found = idAt(model, offset);
  if (found === undefined) return [];
  const problem = renameProblem(model, found, id);
  if (problem !== undefined) throw new Error(problem);
  return placesOf(model, found.id);
}

/** Letters that say what an annotation is; a requirement has letters of its own. */
const letters: Readonly<Partial<Record<DefinitionKind, string>>> = {
  "edge-case": "E",
  constraint: "C",
  assumption: "A",
  option: "F",
  question: "Q",
  disagreement: "D",
  renegotiation: "N",
  action: "K",
};

function renameProblem(
  { definitions }: PrdDocument,
  { id: before, definition }: IdAt,
  id: string,
): string | undefined {
  if (!isId(id)) return `An id is letters and a number, such as ${before} or R12. What should it be?`;
  if (idKey(id) !== idKey(before) && definitions.some((one) => idKey(one.id) === idKey(id))) {
    return `${id} is the id of something else here. Which number is free?`;
  }
  const letter = definition && letters[definition.kind];
  if (letter !== undefined && idPrefix(before) === letter && idPrefix(id) !== letter) {
    return `The letter ${letter} says what ${before} is; which other number should it have?`;
  }
  return undefined;
}
