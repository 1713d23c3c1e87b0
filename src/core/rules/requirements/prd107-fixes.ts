import { nextId } from "../../recognise/ids.ts";
import type { Fix } from "../../problem.ts";
import { facetEdit, personPlace } from "../../writing/insert.ts";
import { place } from "../../writing/snippet.ts";
import { requirementOf } from "./missing-facet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (finding, { document, today }) => {
  const requirement = requirementOf(finding, document);
  if (requirement === undefined) return [];
  const who = personPlace(document, "eng");
  const fixes: Fix[] = [];
  const id = nextId(
    "C",
    document.definitions.map((one) => one.id),
  );
  const head = [
    " (",
    place("kind"),
    ", ",
    who,
    `, ${today}): `,
    place("what limits it, with its number"),
    ".",
  ];
  const cell = [place("what limits it, with its number"), ", ", who, ` ${today}`];
  const constraint = facetEdit(document, requirement, "constraints", {
    item: [`**${id}**`, ...head],
    cell,
  });
  if (constraint !== undefined) {
    const inCell = requirement.facets.constraints?.form === "cell";
    const filled = inCell
      ? ["90 days at most", "@mara"]
      : ["perf", "@mara", "p95 under 300 ms up to 90 days"];
    fixes.push({
      title: `Add a constraint to ${requirement.id}`,
      kind: "guided",
      edits: [constraint],
      preferred: true,
      filled,
    });
  }
  const none = ["None seen, ", who, ` ${today}`];
  const seen = facetEdit(document, requirement, "constraints", { line: none, cell: none });
  if (seen !== undefined) {
    fixes.push({
      title: `None seen that limits ${requirement.id}`,
      kind: "guided",
      edits: [seen],
      filled: ["@mara"],
    });
  }
  return fixes;
};
