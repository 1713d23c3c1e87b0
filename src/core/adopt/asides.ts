import { facetNamed } from "../recognise/names.ts";

/**
 * Labels and headings inside Requirements and Assumptions whose bullets are something else. Short on purpose: a bullet
 * that got an id by mistake is seen and deleted, one that got none is forgotten.
 */
const asides = new Set([
  ...[
    "out of scope",
    "not in scope",
    "non-goals",
    "non goals",
    "nongoals",
    "not doing",
    "won't have",
    "future work",
  ],
  ...["future considerations", "note", "notes", "legend", "glossary", "references", "links", "see also"],
  ...["owner", "priority", "status", "impact", "mitigation", "effort", "estimate", "source", "risk", "risks"],
]);

/**
 * Whether a heading or label says that what follows are no requirements and no assumptions: facets, notes, what is
 * out of scope, somebody's table of fields.
 *
 * @param label without numbering
 */
export function isAside(label: string): boolean {
  if (facetNamed(label) !== undefined) return true;
  const words = label
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s:：.]+$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .replaceAll("’", "'");
  return asides.has(words);
}
