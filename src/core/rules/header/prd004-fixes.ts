import type { Finding, Fix } from "../../problem.ts";
import { newSectionEdit } from "../../writing/section-edits.ts";
import { place } from "../../writing/snippet.ts";
import type { RuleContext } from "../rule.ts";

const filled = ["1w", "no range over 90 days", "3w", "queue past 90 days", "@lena, @mara, 2026-07-22"];

export function fixes(_: Finding, { document, today }: RuleContext): Fix[] {
  const { header } = document;
  const room = [...header.people("pm"), ...header.people("eng"), today].join(", ");
  const body = [
    "| Option | Time | Trade-off | Chosen |\n",
    "| ------ | ---- | --------- | ------ |\n",
    ...["| F1     | ", place("1w"), " | ", place("what it gives up"), " |        |\n"],
    ...["| F2     | ", place("3w"), " | ", place("what it gives up"), " | yes    |\n\n"],
    ...["- **In the room:** ", place(room)],
  ];
  const edit = newSectionEdit(document, "Feasibility", body);
  return [
    { title: "Add Feasibility with two options", kind: "guided", preferred: true, edits: [edit], filled },
  ];
}
