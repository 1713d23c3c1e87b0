import { retroOf } from "../../facts/retro.ts";
import type { Fix } from "../../problem.ts";
import { addDays } from "../../text/days.ts";
import { place } from "../../writing/snippet.ts";
import { doneEdit, newDayEdit } from "../../writing/team/action.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, config, today }) => {
  const action = typeof data === "number" ? retroOf(document)?.actions[data] : undefined;
  if (action === undefined) return [];
  const fixes: Fix[] = [];
  const done = doneEdit(document, action, today);
  if (done !== undefined)
    fixes.push({ title: `${action.id} is done`, kind: "guided", edits: [done], preferred: true });
  const later = newDayEdit(action, [place(addDays(today, config.cadence.retro.after))]);
  if (later !== undefined)
    fixes.push({
      title: `Give ${action.id} a new day`,
      kind: "guided",
      edits: [later],
      filled: ["2026-08-15"],
    });
  return fixes;
};
