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

/** Other headings that mean the same; a team adds its own in `seamwork.yaml`. Compared without case and numbering. */
export const sectionAliases: Readonly<Record<SectionName, readonly string[]>> = {
  Why: ["Why", "Problem Statement", "Problem", "Background", "Motivation", "Context"],
  Requirements: [
    "Requirements",
    "Functional Requirements",
    "Non-Functional Requirements",
    "Nonfunctional Requirements",
    "User Stories",
  ],
  Constraints: ["Constraints", "Technical Constraints"],
  Acceptance: ["Acceptance Criteria", "Acceptance", "Definition of Done"],
  Assumptions: ["Assumptions"],
  Feasibility: [
    "Feasibility",
    "Technical Feasibility",
    "Alternatives",
    "Alternatives Considered",
    "Options",
    "Options Considered",
  ],
  Questions: ["Questions", "Open Questions"],
  Disagreements: ["Disagreements", "Escalations"],
  Review: ["Review", "Approvals", "Sign-off", "Signoff"],
  Retro: ["Retro", "Retrospective"],
};

export const facetNames = ["why", "edgeCases", "constraints", "accept"] as const;
export type FacetName = (typeof facetNames)[number];

/** How a facet is written in a new document. */
export const facetLabels: Readonly<Record<FacetName, string>> = {
  why: "Why",
  edgeCases: "Edge cases",
  constraints: "Constraints",
  accept: "Accept",
};

const facetAliases: Readonly<Record<FacetName, readonly string[]>> = {
  why: ["why", "rationale", "reason", "motivation"],
  edgeCases: ["edge cases", "edge case", "corner cases"],
  constraints: ["constraints", "constraint", "technical constraints"],
  accept: [
    "accept",
    "acceptance",
    "acceptance criteria",
    "acceptance criterion",
    "acceptance test",
    "acceptance tests",
    "ac",
    "done when",
    "definition of done",
  ],
};

const facetByAlias = new Map(
  facetNames.flatMap((name) => facetAliases[name].map((alias) => [alias, name] as const)),
);

/** The facet that a bold lead, heading or column names: `Acceptance criteria:`, `AC (Success)`. */
export function facetNamed(label: string): FacetName | undefined {
  const words = label
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s:：.–—-]+$/, "")
    .trim()
    .toLowerCase();
  return facetByAlias.get(words);
}

/** A heading's words without its number: `3.1 Functional Requirements` gives `Functional Requirements`. */
export function withoutNumber(heading: string): string {
  return heading.replace(/^\s*(?:\d+(?:\.\d+)*[.):]?|[IVX]+\.)\s+/, "").trim();
}

/**
 * Finds the section that a heading opens.
 *
 * @param added the team's further names for sections
 */
export function sectionFinder(added: AddedNames): (heading: string) => SectionName | undefined {
  let finder = finders.get(added);
  if (finder === undefined) {
    const names = new Map<string, SectionName>();
    for (const name of sectionNames) {
      for (const alias of [...sectionAliases[name], ...(added[name] ?? [])]) names.set(fold(alias), name);
    }
    const known = new Map<string, SectionName | undefined>();
    finder = (heading) => {
      if (known.has(heading)) return known.get(heading);
      const name = names.get(fold(withoutNumber(heading))) ?? names.get(fold(heading));
      if (known.size >= REMEMBERED_HEADINGS) known.clear();
      known.set(heading, name);
      return name;
    };
    finders.set(added, finder);
  }
  return finder;
}

/** A long PRD's headings, which are looked up on each keystroke. */
const REMEMBERED_HEADINGS = 2_000;

type AddedNames = Readonly<Partial<Record<string, readonly string[]>>>;

const finders = new WeakMap<AddedNames, (heading: string) => SectionName | undefined>();

function fold(heading: string): string {
  // No name is that long; a heading of a kilobyte need not be normalised on each keystroke.
  if (heading.length > 100) return heading;
  return heading
    .normalize("NFC")
    .replace(/[\s:：.]+$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
