import type { Facet, PrdDocument, Requirement } from "../document/model.ts";
import type { FacetName } from "../format/section-names.ts";
import { idKey } from "../recognise/ids.ts";
import type { Range } from "../text/range.ts";
import type { Lines } from "./lines.ts";
import type { Said } from "./model.ts";

/**
 * What a requirement says about itself, its children's answers left out, and what sections of the document say of it by
 * its name.
 *
 * @param elsewhere lines of those sections
 */
export function saidBy(
  { id, facets, evidence }: Requirement,
  elsewhere: PrdDocument["documentWide"],
  lines: Lines,
): Said {
  const key = idKey(id);
  const starts = (name: FacetName): number[] => {
    const named = elsewhere.filter(({ facet, keys }) => facet === name && keys.includes(key));
    return linesIn([...contentOf(facets[name]), ...(evidence[name] ?? []), ...named], lines);
  };
  return {
    why: starts("why"),
    edgeCases: starts("edgeCases"),
    constraints: starts("constraints"),
    acceptance: starts("accept"),
  };
}

/** A scenario's steps are one line of acceptance: its name. */
function contentOf(facet: Facet | undefined): Range[] {
  if (facet === undefined || facet.empty) return [];
  return facet.form === "scenario" ? [facet.labelRange] : [...facet.content];
}

/** What stands outside of all requirements and names none. */
export function saidByDocument({ documentWide, constraints, requirements }: PrdDocument, lines: Lines): Said {
  const own = new Set(requirements.map(({ id }) => idKey(id)));
  const wide = (name: FacetName): Range[] =>
    documentWide.filter(({ facet, keys }) => facet === name && !keys.some((key) => own.has(key)));
  // A constraint that names what it limits is said of that, and of nothing else.
  const bound = new Set(constraints.filter((one) => one.limits.length > 0).map(({ start }) => start));
  return {
    why: linesIn(wide("why"), lines),
    edgeCases: linesIn(wide("edgeCases"), lines),
    constraints: linesIn(
      wide("constraints").filter(({ start }) => !bound.has(start)),
      lines,
    ),
    acceptance: linesIn(wide("accept"), lines),
  };
}

function linesIn(ranges: readonly Range[], lines: Lines): number[] {
  return [...new Set(ranges.map(({ start }) => lines.of(start)))].sort((a, b) => a - b);
}
