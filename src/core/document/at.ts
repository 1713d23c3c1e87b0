import type {
  Assumption,
  Constraint,
  Disagreement,
  EdgeCase,
  PrdDocument,
  Question,
  Requirement,
} from "./model.ts";

/** Everything with an id that somebody can answer, and edge cases. */
export type AnyAnnotation = Assumption | Constraint | Disagreement | EdgeCase | Question;

/** The innermost annotation around a place in the text. */
export function annotationAt(model: PrdDocument, offset: number): AnyAnnotation | undefined {
  const { assumptions, constraints, disagreements, edgeCases, questions } = model;
  return [...constraints, ...questions, ...assumptions, ...disagreements, ...edgeCases]
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => b.start - a.start)[0];
}

/** The innermost requirement around a place in the text. */
export function requirementAt({ requirements }: PrdDocument, offset: number): Requirement | undefined {
  return requirements
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => b.start - a.start)[0];
}
