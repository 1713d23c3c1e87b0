import { cycleOf } from "../../facts/cycle.ts";
import { buckets } from "../../facts/model.ts";
import type { Split } from "../../facts/model.ts";
import { changesBetween, renegotiatedSplit, splitSum, splitText } from "../../facts/split.ts";
import type { Fix } from "../../problem.ts";
import { sharesOf } from "../../team/planned.ts";
import { headerEdits } from "../../writing/team/renegotiate.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (_, { document }) => {
  const cycle = cycleOf(document);
  const split = cycle?.split;
  if (cycle === undefined || split === undefined) return [];
  const fixes: Fix[] = [];
  const add = (title: string, to: Split): void => {
    const edits = headerEdits(document, changesBetween(split, to));
    fixes.push({ title, kind: "guided", edits, ...(fixes.length === 0 && { preferred: true }) });
  };
  const agreed = renegotiatedSplit(cycle);
  if (agreed !== undefined && splitSum(agreed) === 100) {
    add(`Back to ${splitText(agreed)}, which was agreed`, agreed);
  }
  const all = sharesOf(split);
  if (all !== undefined) add(`Keep the proportions: ${splitText(all)}`, all);
  for (const bucket of buckets) {
    const share = Math.round((split[bucket] + 100 - splitSum(split)) * 100) / 100;
    if (share >= 0) add(`Make ${bucket} ${share}`, { ...split, [bucket]: share });
  }
  return fixes;
};
