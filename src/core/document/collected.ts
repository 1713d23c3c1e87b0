import type { Annotation, DefinitionKind, PrdDocument } from "./model.ts";

/** The lists of a document that are gathered from its sections. */
export type Gathered = {
  -readonly [K in GatheredName]: PrdDocument[K][number][];
};

export const gatheredNames = [
  "requirements",
  "edgeCases",
  "constraints",
  "assumptions",
  "optionTables",
  "inTheRoom",
  "questions",
  "disagreements",
  "signOffs",
  "overrides",
  "acceptanceLines",
  "definitions",
  "documentWide",
] as const;
type GatheredName = (typeof gatheredNames)[number];

export function nothingGathered(): Gathered {
  return {
    requirements: [],
    edgeCases: [],
    constraints: [],
    assumptions: [],
    optionTables: [],
    inTheRoom: [],
    questions: [],
    disagreements: [],
    signOffs: [],
    overrides: [],
    acceptanceLines: [],
    definitions: [],
    documentWide: [],
  };
}

/** Keeps an annotation and what its id means; nothing when a text was none after all. */
export function keep<A extends Annotation>(
  found: A | undefined,
  into: A[],
  kind: DefinitionKind,
  gathered: Gathered,
): void {
  if (found === undefined) return;
  into.push(found);
  const { id, idRange, body, start, end } = found;
  gathered.definitions.push({ ...idRange, id, kind, title: body, block: { start, end } });
}
