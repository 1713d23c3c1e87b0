import { templatePlaceholders } from "../create/template.ts";
import { isBound, requirementsToAsk, saysFacet, widelySaid } from "../document/coverage.ts";
import { idKey, namedKeys } from "../recognise/ids.ts";
import type { AcceptanceLine, Constraint, PrdDocument, Requirement } from "../document/model.ts";
import { asRead } from "../document/moved.ts";
import type { FacetName } from "../format/section-names.ts";

/** Which requirements say something under a facet, and which are still to be asked. Score and matrix both count by it. */
export interface FacetAnswers {
  /** Something is said: by the requirement itself, or elsewhere in the document about it. */
  says(requirement: Requirement): boolean;
  /** Indices of the requirements that say nothing, and whose family does not either. */
  readonly asked: ReadonlySet<number>;
}

export function facetAnswers(document: PrdDocument, facet: FacetName): FacetAnswers {
  const elsewhere = facet === "constraints" ? limitsOf(document) : nowhere;
  const { keys } = widelySaid(document, facet);
  const says = (one: Requirement): boolean =>
    (saysFacet(one, facet) && !isPlaceholder(one, facet)) ||
    (facet === "why" && isBound(one)) ||
    elsewhere.has(idKey(one.id)) ||
    keys.has(idKey(one.id));
  return { says, asked: new Set(requirementsToAsk(document, says).map(({ index }) => index)) };
}

const nowhere: ReadonlyMap<string, unknown> = new Map();

/** By key of a requirement: the constraints that limit it, wherever they stand. */
export function limitsOf({ constraints, text }: PrdDocument): ReadonlyMap<string, readonly Constraint[]> {
  const limits = new Map<string, Constraint[]>();
  for (const constraint of constraints) {
    const { limits: ids } = asRead(constraint);
    // Only a head that names several can hold a range, `R1–R3`.
    const head = ids.length < 2 ? undefined : constraint.head;
    for (const key of new Set(namedKeys(ids, head ? text.slice(head.start, head.end) : ""))) {
      const known = limits.get(key);
      if (known === undefined) limits.set(key, [constraint]);
      else known.push(constraint);
    }
  }
  return limits;
}

/** By key of a requirement: the lines of a document's own acceptance section that name it. */
export function checksOf({ acceptanceLines }: PrdDocument): ReadonlyMap<string, readonly AcceptanceLine[]> {
  const checks = new Map<string, AcceptanceLine[]>();
  for (const line of acceptanceLines) {
    for (const key of new Set(namedKeys(line.ids, line.passage.text))) {
      const known = checks.get(key);
      if (known === undefined) checks.set(key, [line]);
      else known.push(line);
    }
  }
  return checks;
}

function isPlaceholder(requirement: Requirement, facet: FacetName): boolean {
  const text = asRead(requirement).facets[facet]?.text.trim();
  return text !== undefined && templatePlaceholders.includes(text);
}
