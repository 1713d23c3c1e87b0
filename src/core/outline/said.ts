import type { Facet, PrdDocument, Requirement } from "../document/model.ts";
import type { FacetName } from "../format/section-names.ts";
import type { Range } from "../text/range.ts";
import type { Lines } from "./lines.ts";
import type { Said } from "./model.ts";

/** What a requirement says about itself, its children's answers left out. */
export function saidBy({ facets, evidence }: Requirement, lines: Lines): Said {
  const starts = (name: FacetName): number[] =>
    linesIn([...contentOf(facets[name]), ...(evidence[name] ?? [])], lines);
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
export function saidByDocument(
  { documentWide, constraints, acceptanceLines }: PrdDocument,
  lines: Lines,
): Said {
  const wide = (name: FacetName): Range[] => documentWide.filter(({ facet }) => facet === name);
  // A constraint that names what it limits is said of that, and of nothing else.
  const bound = new Set(constraints.filter((one) => one.limits.length > 0).map(({ start }) => start));
  const named = new Set(
    acceptanceLines.filter(({ ids }) => ids.length > 0).map((one) => lines.of(one.start)),
  );
  return {
    why: linesIn(wide("why"), lines),
    edgeCases: linesIn(wide("edgeCases"), lines),
    constraints: linesIn(
      wide("constraints").filter(({ start }) => !bound.has(start)),
      lines,
    ),
    acceptance: linesIn(
      wide("accept").filter(({ start }) => !named.has(lines.of(start))),
      lines,
    ),
  };
}

function linesIn(ranges: readonly Range[], lines: Lines): number[] {
  return [...new Set(ranges.map(({ start }) => lines.of(start)))].sort((a, b) => a - b);
}
