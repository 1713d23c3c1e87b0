import { cycleOf } from "../../facts/cycle.ts";
import { buckets } from "../../facts/model.ts";
import type { Finding, Fix } from "../../problem.ts";
import { showFix } from "../../team/cycle-plan.ts";
import { plannedWork } from "../../team/planned.ts";
import { place } from "../../writing/snippet.ts";
import { cellNamed, fillCell } from "../../writing/table-edits.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";
import type { Data } from "./prd504.ts";

export function fixes(finding: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  const { document } = context;
  const cycle = cycleOf(document);
  const data = finding.data as Data;
  if (cycle === undefined) return [];
  if ("bucket" in data) {
    if (!("index" in context)) return [];
    const { items } = plannedWork(cycle, context.path, context.index);
    return [
      showFix(
        items.filter(({ bucket }) => bucket === data.bucket),
        cycle.work,
        finding,
      ),
    ];
  }
  const cell = cellNamed(
    document,
    data.row,
    data.lacks === "bucket" ? /^bucket$/i : /^(?:effort|time|estimate)$/i,
  );
  if (cell === undefined) return [];
  if (data.lacks === "bucket") {
    return buckets.map((bucket) => ({
      title: `Count it as ${bucket}`,
      kind: "guided",
      edits: [fillCell(document.text, cell, [bucket])],
    }));
  }
  const edits = [fillCell(document.text, cell, [place("2w")])];
  return [{ title: "Say how long it takes", kind: "guided", preferred: true, edits, filled: ["2w"] }];
}
