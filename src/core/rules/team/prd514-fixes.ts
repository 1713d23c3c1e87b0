import { cycleOf } from "../../facts/cycle.ts";
import type { Finding, Fix } from "../../problem.ts";
import { showFix } from "../../team/cycle-plan.ts";
import { plannedWork } from "../../team/planned.ts";
import { addDays } from "../../text/days.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes(finding: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  const cycle = cycleOf(context.document);
  if (cycle === undefined || !("index" in context)) return [];
  if (typeof finding.data !== "string") {
    const { items } = plannedWork(cycle, context.path, context.index);
    return [showFix(items, cycle.work, finding)];
  }
  const day = addDays(finding.data, 1);
  if (cycle.to === undefined || day > cycle.to) return [];
  const { start, end } = finding;
  return [
    { title: `Begin on ${day}`, kind: "guided", preferred: true, edits: [{ start, end, newText: day }] },
  ];
}
