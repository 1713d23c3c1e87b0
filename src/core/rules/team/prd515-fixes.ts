import type { Disagreement, PrdDocument } from "../../document/model.ts";
import type { Fix, FixEdit } from "../../problem.ts";
import { nextPeople } from "../../team/tiers.ts";
import { answerEdit } from "../../writing/insert.ts";
import { place } from "../../writing/snippet.ts";
import { nextPeopleSaid, raisedSaid } from "../../writing/team/raise.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, config, today }) => {
  const disagreement = typeof data === "number" ? document.disagreements[data] : undefined;
  if (disagreement === undefined) return [];
  const { id } = disagreement;
  const fixes: Fix[] = [];
  if (disagreement.nature === "strategic") {
    const known = nextPeople(disagreement, config, today).length > 0;
    fixes.push({
      title: `Raise ${id} to tier 2`,
      kind: "guided",
      edits: [answerEdit(disagreement, raisedSaid(2, nextPeopleSaid(disagreement, config, today), [today]))],
      preferred: true,
      filled: known ? [] : ["@omar and @ines"],
    });
  } else {
    fixes.push({
      title: `Say what was missing, and resolve ${id}`,
      kind: "guided",
      edits: [answerEdit(disagreement, [`Resolved ${today}: `, place("what they did not know"), "."])],
      preferred: true,
      filled: ["only invoices, by tax law"],
    });
  }
  const other = disagreement.nature === "strategic" ? "trade-off" : "strategic";
  const edit = natureEdit(document, disagreement, other);
  if (edit !== undefined)
    fixes.push({
      title: `Call ${id} ${other === "strategic" ? "strategic" : "a trade-off"}`,
      kind: "guided",
      edits: [edit],
    });
  return fixes;
};

/** Another kind in the brackets behind the tier. */
function natureEdit(
  { text }: PrdDocument,
  { tierRange, end }: Disagreement,
  nature: string,
): FixEdit | undefined {
  if (tierRange === undefined) return undefined;
  const found = /^\s*\(\s*([^()\n]{1,60}?)\s*\)/.exec(text.slice(tierRange.end, end));
  const said = found?.[1];
  if (found === null || said === undefined) return undefined;
  const start = tierRange.end + found[0].indexOf(said);
  return { start, end: start + said.length, newText: nature };
}
