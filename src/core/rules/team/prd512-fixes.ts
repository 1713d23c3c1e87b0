import type { Config } from "../../config/config.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { Finding, Fix } from "../../problem.ts";
import { lastMeeting } from "../../team/cadence.ts";
import type { WorkspaceIndex } from "../../workspace/workspace-index.ts";
import { place } from "../../writing/snippet.ts";
import { meetingSaidEdit } from "../../writing/team/meeting.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";
import { managersOf } from "./prd512.ts";

export function fixes(_: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  const { document, config, today } = context;
  if (!("index" in context) || cycleOf(document) === undefined) return [];
  const who = lastManagers(context.index, config, today);
  const line = [place(today), " managers ", place(who === "" ? "@who" : who), ", ", place("45"), " min"];
  return [
    {
      title: "Log their meeting",
      kind: "guided",
      edits: [meetingSaidEdit(document, today, line)],
      preferred: true,
      filled: ["2026-08-01", "@omar @ines", "45"],
    },
  ];
}

/** Those who met last, else the managers that the team names. */
function lastManagers(index: WorkspaceIndex, config: Config, today: string): string {
  const last = lastMeeting(index, { kind: "managers", until: today })?.who ?? [];
  return (last.length > 0 ? last : managersOf(config, today)).join(" ");
}
