import { requirementOf } from "./missing-facet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (finding, { document }) => {
  if (finding.data === undefined) {
    const { start, end } = finding;
    const filled = ["export tickets fall from 517 to under 350 a quarter by 2026-Q4"];
    const title = "Say which number moves, and by when";
    return [{ title, kind: "guided", edits: [], select: { start, end }, preferred: true, filled }];
  }
  const requirement = requirementOf(finding, document);
  const why = requirement?.facets.why;
  const first = why?.content[0];
  if (requirement === undefined || first === undefined) return [];
  const title = `Rewrite the Why of ${requirement.id}`;
  const select = { start: first.start, end: why?.content.at(-1)?.end ?? first.end };
  return [
    {
      title,
      kind: "guided",
      edits: [],
      select,
      preferred: true,
      filled: ["half of our support calls are about this"],
    },
  ];
};
