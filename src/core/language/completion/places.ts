import type { HeaderKind } from "../../format/header-keys.ts";
import { facetLabels, facetNames } from "../../format/section-names.ts";
import type { FacetName, SectionName } from "../../format/section-names.ts";
import type { CycleSection } from "../../facts/cycle-sections.ts";
import { requirementAt } from "../../document/at.ts";
import type { Context, Offer } from "./offer.ts";

const sectionMeanings: Readonly<Record<SectionName, string>> = {
  Why: "the problem, what success is, what is left out",
  Requirements: "what people must be able to do",
  Constraints: "limits that hold for several requirements",
  Acceptance: "how somebody checks that it is done",
  Assumptions: "what has to be true",
  Feasibility: "options, with their time and price",
  Questions: "what nobody knows yet",
  Disagreements: "what the pair sees differently",
  Review: "who signed what",
  Retro: "what was learned",
};

const cycleMeanings: Readonly<Record<CycleSection | "Disagreements", string>> = {
  Agreement: "who agreed the split, and what each gave up",
  Renegotiations: "how it changed since, and why",
  Work: "what is planned beside the PRDs",
  Pairs: "who works with whom on what",
  Disagreements: "what is bigger than one PRD",
  Cadence: "the meetings that there were",
};

const sectionsOf: Readonly<Record<HeaderKind, Readonly<Record<string, string>>>> = {
  prd: sectionMeanings,
  cycle: cycleMeanings,
  retro: { Retro: "what was learned, and what follows from it" },
};

/** Sections that the document does not have yet, at the start of a heading. */
export function sectionOffers({ before, offset, model, kind }: Context): readonly Offer[] | undefined {
  const [, marks, typed] = /^(#{1,6})[ \t]*([^#]*)$/.exec(before) ?? [];
  if (marks === undefined || typed === undefined || marks.length === 1) return undefined;
  const there = new Set(model.sections.map(({ heading }) => heading.text.trim().toLowerCase()));
  const named = new Set(model.sections.map(({ name }) => name));
  return Object.entries(sectionsOf[kind])
    .filter(([name]) => !there.has(name.toLowerCase()) && !named.has(name as SectionName))
    .map(([name, means]) => ({
      label: name,
      kind: "section",
      detail: means,
      text: `${marks} ${name}\n\n`,
      replace: offset - before.length,
    }));
}

/** Facets at the start of a list item of a requirement. */
export function facetOffers(context: Context): readonly Offer[] | undefined {
  const { before, offset } = context;
  const typed = /^\s*[-*+]\s+([A-Z]?[a-z ]*)$/i.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const offers = facetsFor(context);
  if (offers.length === 0) return undefined;
  return offers.map((offer) => ({ ...offer, replace: offset - typed.length, filter: offer.label }));
}

const facetMeanings: Readonly<Record<FacetName, string>> = {
  why: "who needs it, and what breaks without it",
  edgeCases: "empty, huge, twice, late, offline",
  constraints: "what engineering knows that limits it",
  accept: "how somebody checks it",
};

/** Facets that the requirement around the cursor does not have yet. */
export function facetsFor({ model, offset }: Context): Omit<Offer, "replace">[] {
  const section = model.sections.findLast(({ start }) => start <= offset);
  if (section?.within !== "Requirements") return [];
  const requirement = requirementAt(model, offset) ?? model.requirements.findLast(({ end }) => end <= offset);
  if (requirement === undefined) return [];
  return facetNames
    .filter((name) => requirement.facets[name] === undefined)
    .map((name) => ({
      label: facetLabels[name],
      kind: "facet",
      detail: facetMeanings[name],
      text: `**${facetLabels[name]}:** `,
      filter: `**${facetLabels[name]}`,
    }));
}
