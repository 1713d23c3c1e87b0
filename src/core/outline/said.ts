import type { Facet, PrdDocument, Requirement } from "../document/model.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import type { Range } from "../text/range.ts";
import { covered } from "./covered.ts";
import { leavesOf } from "./leaves.ts";
import type { Lines } from "./lines.ts";
import type { Said } from "./model.ts";

/** What a requirement says about itself, its children's answers left out. */
export function saidBy(requirement: Requirement, lines: Lines): Said {
  const { facets, soThat } = requirement;
  const starts = (name: FacetName): Range[] => contentOf(facets[name]);
  return {
    why: linesIn([...(soThat === undefined ? [] : [soThat]), ...starts("why")], lines),
    edgeCases: linesIn(starts("edgeCases"), lines),
    constraints: linesIn(starts("constraints"), lines),
    acceptance: linesIn(starts("accept"), lines),
  };
}

function contentOf(facet: Facet | undefined): Range[] {
  return facet === undefined || facet.empty ? [] : [...facet.content];
}

/** What stands outside of all requirements and names none. */
export function saidByDocument(document: PrdDocument, lines: Lines): Said {
  const { edgeCases, constraints, acceptanceLines } = document;
  const known = new Set(constraints.map(({ passage }) => lines.of(passage.start)));
  const limits = contentOfSection(document, "Constraints").filter(({ start }) => !known.has(lines.of(start)));
  return {
    why: linesIn(contentOfSection(document, "Why"), lines),
    edgeCases: linesIn(
      edgeCases.filter(({ requirement }) => requirement === undefined),
      lines,
    ),
    constraints: linesIn([...constraints.filter((one) => one.limits.length === 0), ...limits], lines),
    acceptance: linesIn(
      acceptanceLines.filter(({ ids }) => ids.length === 0).map(({ passage }) => passage),
      lines,
    ),
  };
}

/** The paragraphs, items and rows of a section of the document. */
function contentOfSection({ sections, requirements }: PrdDocument, name: SectionName): Range[] {
  const own = covered(requirements);
  return sections
    .filter(({ within }) => within === name)
    .flatMap(({ blocks }) => blocks.flatMap(leavesOf))
    .filter(({ start }) => !own(start));
}

function linesIn(ranges: readonly Range[], lines: Lines): number[] {
  return [...new Set(ranges.map(({ start }) => lines.of(start)))].sort((a, b) => a - b);
}
