import { ruleCodes } from "../../config/names.ts";
import type { Finding, Fix } from "../../problem.ts";
import { addDays } from "../../text/days.ts";
import { lineEndAt, lineStartAt } from "../../text/lines.ts";
import type { Range } from "../../text/range.ts";
import { place, snippet } from "../../writing/snippet.ts";
import type { RuleContext } from "../rule.ts";

export function fixes({ start, end }: Finding, { document, today }: RuleContext): Fix[] {
  const { text } = document;
  const suppression = document.suppressions.find((one) => one.start === start && one.end === end);
  if (suppression === undefined) return [];
  const { code, reason, covers } = suppression;
  const remove: Fix = {
    title: "Remove this suppression",
    kind: "guided",
    edits: [{ ...lineOf(text, { start, end }), newText: "" }],
  };
  if (covers === undefined || code === "PRD011" || (code !== undefined && !ruleCodes.includes(code)))
    return [remove];
  const rule = code ?? place("PRD403");
  const why = reason ?? place("why");
  const newText = snippet`<!-- prd-ignore ${rule} until ${place(addDays(today, 30))}: ${why} -->`;
  const filled = [...(code === undefined ? ["PRD403"] : []), "2026-12-01", "wording of the contract"];
  const title = reason === undefined || code === undefined ? "Fill in what is missing" : "Give it a new date";
  return [
    { title, kind: "guided", preferred: true, edits: [{ start, end, newText, snippet: true }], filled },
    remove,
  ];
}

/** The whole line with its end, and a blank one behind it, where nothing else stands on it. */
function lineOf(text: string, { start, end }: Range): Range {
  const from = lineStartAt(text, start);
  const to = lineEndAt(text, end);
  if (text.slice(from, start).trim() !== "" || text.slice(end, to).trim() !== "") return { start, end };
  const next = behindLine(text, to);
  const blankBefore = from === 0 || text.slice(lineStartAt(text, from - 1), from).trim() === "";
  const blankBehind = text.slice(next, lineEndAt(text, next)).trim() === "";
  return { start: from, end: blankBefore && blankBehind ? behindLine(text, lineEndAt(text, next)) : next };
}

function behindLine(text: string, lineEnd: number): number {
  return Math.min(text.length, lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1));
}
