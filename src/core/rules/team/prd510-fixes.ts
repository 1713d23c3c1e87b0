import type { PrdDocument } from "../../document/model.ts";
import { retroOf } from "../../facts/retro.ts";
import type { Finding, Fix, FixEdit } from "../../problem.ts";
import { addDays, isDay } from "../../text/days.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import { linesEdits, retroDueEdits } from "../../writing/team/retro-lines.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes({ data }: Finding, { document, today }: RuleContext | WorkspaceContext): Fix[] {
  if (data !== "early") {
    const edits = retroDueEdits(document, [place(addDays(today, 7))]);
    return [
      { title: "Give the retro a day", kind: "guided", edits, preferred: true, filled: ["2026-08-08"] },
    ];
  }
  const launch = document.header.field("launch")?.values[0]?.text ?? today;
  const day = isDay(launch) && launch > today ? launch : today;
  const edit = heldDayEdit(document, day);
  return [
    {
      title: "Give the day on which it was held",
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: ["2026-07-30"],
    },
  ];
}

/** Another day in the line that says when the retro was held, whose people stay. */
function heldDayEdit(document: PrdDocument, day: string): FixEdit {
  const range = retroOf(document)?.heldRange;
  const found =
    range === undefined ? null : /\d{4}-\d{2}-\d{2}/.exec(document.text.slice(range.start, range.end));
  if (range === undefined || found === null) {
    // One line is one edit.
    return linesEdits(document, [{ name: "held", says: [place(day)] }], [])[0] as FixEdit;
  }
  const start = range.start + found.index;
  return editOf({ start, end: start + 10 }, [place(day)]);
}
