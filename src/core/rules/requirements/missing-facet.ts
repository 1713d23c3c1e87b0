import type { PrdDocument, Requirement } from "../../document/model.ts";
import type { FacetName } from "../../format/section-names.ts";
import type { Finding, Group } from "../../problem.ts";
import type { Range } from "../../text/range.ts";

/**
 * Points at the label that nothing follows, else at the requirement's id.
 *
 * @param group all requirements
 */
export function missingFacet(
  { requirement, index }: { readonly requirement: Requirement; readonly index: number },
  name: FacetName,
  message: string,
  group: Group,
): Finding {
  const facet = requirement.facets[name];
  const label = facet === undefined || facet.form === "cell" ? undefined : facet.labelRange;
  const { start, end } = label !== undefined && label.end > label.start ? label : requirement.idRange;
  return { start, end, message, data: index, member: { id: requirement.id, group } };
}

/** The requirement that a finding with its index as data is about. */
export function requirementOf({ data }: Finding, document: PrdDocument): Requirement | undefined {
  return typeof data === "number" ? document.requirements[data] : undefined;
}

/** Asks which requirement each line of a section for the whole document is about. @param what such a line is */
export function whichRequirement({ start, end }: Range, id: string, what: string): Finding {
  return {
    start,
    end,
    message: `Which requirement does each of these ${what} concern? A line that begins with what it is about, like ${id.startsWith('"') ? id : `"${id}:"`}, says so.`,
  };
}
