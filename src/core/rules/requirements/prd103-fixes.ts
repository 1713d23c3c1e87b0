import { nextId } from "../../recognise/ids.ts";
import type { Fix } from "../../problem.ts";
import { facetEdit } from "../../writing/insert.ts";
import { place } from "../../writing/snippet.ts";
import { requirementOf } from "./missing-facet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (finding, { document }) => {
  const requirement = requirementOf(finding, document);
  if (requirement === undefined) return [];
  const id = nextId(
    "E",
    document.definitions.map((one) => one.id),
  );
  const fixes: Fix[] = [];
  const said = [place("case"), ": ", place("what should happen")];
  const edgeCase = facetEdit(document, requirement, "edgeCases", {
    item: [`**${id}** `, ...said, "."],
    cell: said,
  });
  if (edgeCase !== undefined) {
    const filled = ["Two people do it at once", "the later one sees who was first"];
    fixes.push({
      title: `Add an edge case to ${requirement.id}`,
      kind: "guided",
      edits: [edgeCase],
      preferred: true,
      filled,
    });
  }
  const none = ["None, because ", place("reason"), "."];
  const without = facetEdit(document, requirement, "edgeCases", { line: none, cell: none });
  if (without !== undefined) {
    const filled = ["nothing is stored and nothing is sent"];
    fixes.push({
      title: `Say why ${requirement.id} has no edge cases`,
      kind: "guided",
      edits: [without],
      filled,
    });
  }
  return fixes;
};
