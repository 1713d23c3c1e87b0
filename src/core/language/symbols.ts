import type { PrdDocument, Requirement } from "../document/model.ts";
import { facetLabels, facetNames } from "../format/section-names.ts";
import type { FacetName } from "../format/section-names.ts";
import type { Range } from "../text/range.ts";

/** An entry of a document's outline in the editor. Children stand in the order of the text, inside of its range. */
export interface DocumentSymbol extends Range {
  readonly kind: "section" | "requirement" | "facet";
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  /** What is selected when somebody goes there; inside of the range. */
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

interface Draft extends DocumentSymbol {
  end: number;
  readonly children: Draft[];
}

/** Headings, the requirements below them, and the facets that each has. */
export function symbolsOf(document: PrdDocument): DocumentSymbol[] {
  const parents = new Map<string, Draft>();
  const others: Draft[] = [];
  for (const requirement of document.requirements) {
    const own = requirementSymbol(requirement, document.text);
    const above = requirement.parent === undefined ? undefined : parents.get(requirement.parent);
    if (!parents.has(requirement.id)) parents.set(requirement.id, own);
    if (above === undefined || above.start > own.start) others.push(own);
    else above.children.push(own);
  }
  for (const one of others) stretch(one);
  return nested([...sectionSymbols(document), ...others]);
}

function requirementSymbol(requirement: Requirement, text: string): Draft {
  const { id, named, title, titleRange, start, end } = requirement;
  const facets = facetNames.flatMap((name) => facetSymbol(name, requirement, text));
  return {
    kind: "requirement",
    name: named ? id : oneLine(title),
    detail: named ? oneLine(title) : "",
    selection: { start: titleRange.start, end: titleRange.end },
    children: facets.sort((a, b) => a.start - b.start),
    ...around({ start, end }, titleRange, ...facets),
  };
}

/** A facet with its label, else the first clause that says it without one. */
function facetSymbol(name: FacetName, { facets, evidence }: Requirement, text: string): Draft[] {
  const facet = facets[name];
  const clause = evidence[name]?.[0];
  const of = (range: Range, selection: Range, words: string): Draft[] => [
    {
      kind: "facet",
      name: facetLabels[name],
      detail: oneLine(words),
      selection: { start: selection.start, end: selection.end },
      children: [],
      ...around(range, selection),
    },
  ];
  if (facet !== undefined && !facet.empty) return of(facet, facet.labelRange, facet.text);
  return clause === undefined ? [] : of(clause, clause, text.slice(clause.start, clause.end));
}

/** The headings that are no requirement and stand in none. */
function sectionSymbols({ sections, requirements }: PrdDocument): Draft[] {
  let next = 0;
  let until = 0;
  const found: Draft[] = [];
  const headings = requirements.filter(({ form }) => form === "heading");
  for (const { heading, name, start, end } of sections) {
    for (; (headings[next]?.start ?? Infinity) <= start; next++)
      until = Math.max(until, headings[next]?.end ?? 0);
    const words = oneLine(heading.text);
    if (start < until || words === "") continue;
    found.push({
      kind: "section",
      name: words,
      detail: name === undefined || name.toLowerCase() === words.toLowerCase() ? "" : name,
      selection: { start: heading.start, end: heading.end },
      children: [],
      ...around({ start, end }, heading),
    });
  }
  return found;
}

/** Lets an entry reach to the end of its last child: `FR6.1` may stand below what `FR6` says. */
function stretch(one: Draft): number {
  for (const child of one.children) one.end = Math.max(one.end, stretch(child));
  return one.end;
}

/** Puts each entry into the nearest one that holds it. */
function nested(drafts: readonly Draft[]): Draft[] {
  const top: Draft[] = [];
  const open: Draft[] = [];
  for (const one of [...drafts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) < one.end) open.pop();
    (open.at(-1)?.children ?? top).push(one);
    if (one.kind === "section") open.push(one);
  }
  return top;
}

function around(...ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
