/** Sections with a meaning. `Constraints` and `Acceptance` are allowed beside the eight that the format names. */
export const sectionNames = [
  "Why",
  "Requirements",
  "Constraints",
  "Acceptance",
  "Assumptions",
  "Feasibility",
  "Questions",
  "Disagreements",
  "Review",
  "Retro",
] as const;
export type SectionName = (typeof sectionNames)[number];

export const facetNames = ["why", "edgeCases", "constraints", "accept"] as const;
export type FacetName = (typeof facetNames)[number];

/** How a facet is written in a new document. */
export const facetLabels: Readonly<Record<FacetName, string>> = {
  why: "Why",
  edgeCases: "Edge cases",
  constraints: "Constraints",
  accept: "Accept",
};
