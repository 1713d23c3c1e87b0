import type { Fix } from "../../problem.ts";
import { nextPeople } from "../../team/tiers.ts";
import { answerEdit } from "../../writing/insert.ts";
import { place } from "../../writing/snippet.ts";
import { nextPeopleSaid, nextTier, raisedSaid } from "../../writing/team/raise.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, config, today }) => {
  const disagreement = typeof data === "number" ? document.disagreements[data] : undefined;
  if (disagreement === undefined) return [];
  const { id } = disagreement;
  const fixes: Fix[] = [
    {
      title: `Say how ${id} was resolved`,
      kind: "guided",
      edits: [answerEdit(disagreement, [`Resolved ${today}: `, place("what settled it"), "."])],
      preferred: true,
      filled: ["queue, with a mail at the end"],
    },
  ];
  const next = nextTier(disagreement);
  if (next === undefined) return fixes;
  const known = nextPeople(disagreement, config, today).length > 0;
  fixes.push({
    title: `Raise ${id} to tier ${next}`,
    kind: "guided",
    edits: [answerEdit(disagreement, raisedSaid(next, nextPeopleSaid(disagreement, config, today), [today]))],
    filled: known ? [] : ["@tom"],
  });
  return fixes;
};
