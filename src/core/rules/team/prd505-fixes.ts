import { cycleOf } from "../../facts/cycle.ts";
import { speakersOf } from "../../team/cycle-sides.ts";
import { place } from "../../writing/snippet.ts";
import { planEdit } from "../../writing/team/plan.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (_, { document, config, today }) => {
  const cycle = cycleOf(document);
  if (cycle === undefined) return [];
  const who = place(speakersOf("eng", cycle, config, today)[0] ?? "@who");
  const row = { item: [place("what it is")], bucket: ["health"], effort: [place("2w")], who: [who] };
  const filled = ["Upgrade Postgres", "2w", "@mara"];
  const title = "Add technical-health work";
  return [{ title, kind: "guided", preferred: true, edits: [planEdit(document, row)], filled }];
};
