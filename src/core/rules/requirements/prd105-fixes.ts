import type { AcceptanceLine, PrdDocument } from "../../document/model.ts";
import type { Finding, Fix } from "../../problem.ts";
import { prefixesEdit, facetEdit } from "../../writing/insert.ts";
import { place } from "../../writing/snippet.ts";
import { requirementOf } from "./missing-facet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (finding, { document }) => {
  if (finding.data === undefined) return nameRequirements(finding, document);
  const requirement = requirementOf(finding, document);
  if (requirement === undefined) return [];
  const said = [place("what a tester does and sees")];
  const edit = facetEdit(document, requirement, "accept", { item: ["[ ] ", ...said], cell: said });
  if (edit === undefined) return [];
  const filled = ["pressing the button twice leaves one file."];
  return [
    {
      title: `Add an acceptance line to ${requirement.id}`,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled,
    },
  ];
};

/** One edit over all lines of the section, so that a person goes from line to line. */
function nameRequirements({ start }: Finding, { text, acceptanceLines, requirements }: PrdDocument): Fix[] {
  const lines: AcceptanceLine[] = acceptanceLines.filter(({ section }) => section.heading.start === start);
  if (lines.length === 0) return [];
  const edit = prefixesEdit(text, lines, () => [place("which id"), ": "]);
  const title = "Say which requirement each line checks";
  return [
    {
      title,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: lines.map((_, index) => requirements[index]?.id ?? "R1"),
    },
  ];
}
