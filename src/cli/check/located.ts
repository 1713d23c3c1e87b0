import { createHash } from "node:crypto";
import type { Problem } from "../../core/problem.ts";
import { lineIndex } from "../../core/text/lines.ts";
import type { LineIndex } from "../../core/text/lines.ts";
import type { Range } from "../../core/text/range.ts";
import type { Change } from "../../core/review/since.ts";
import type { ReportedChange, ReportedProblem, ReportedRelated } from "./report.ts";

/** Gives problems their lines and columns in the text that they were found in. */
export function located(problems: readonly Problem[], text: string): ReportedProblem[] {
  if (problems.length === 0) return [];
  const lines = lineIndex(text);
  return problems.map((problem) => {
    const { code, name, severity, seam, message, owner, fixable, related, member, always } = problem;
    const found = {
      ...{ code, name, severity, seam, message: onOneLine(message) },
      ...placeOf(problem, lines),
      ...{ owner, fixable, lineHash: lineHashOf(problem, lines, text), ...(always && { always }) },
    };
    if (related === undefined || member === undefined) return found;
    const { heading, of } = member.group;
    const members = related.map((one): ReportedRelated => {
      const place = placeOf(one, lines);
      const { id, owner } = one;
      return { id, message: onOneLine(one.message), owner, ...place, lineHash: lineHashOf(one, lines, text) };
    });
    return { ...found, several: { ...(heading !== undefined && { heading }), of, related: members } };
  });
}

function onOneLine(message: string): string {
  return message.replace(/\s+/g, " ");
}

function placeOf(
  { start, end }: Range,
  lines: LineIndex,
): Pick<ReportedProblem, "line" | "column" | "endLine" | "endColumn"> {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    line: from.line + 1,
    column: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}

function lineHashOf({ start }: Range, lines: LineIndex, text: string): string {
  const { line } = lines.positionAt(start);
  const said = text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim();
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
}

/** Gives changes their lines and columns in the text of now. */
export function locatedChanges(changes: readonly Change[], text: string): ReportedChange[] {
  const lines = lineIndex(text);
  return changes.map(({ what, id, afterBuildingBegan, message, start }) => {
    const { line, column } = lines.positionAt(start);
    return { what, id, afterBuildingBegan, message, line: line + 1, column: column + 1 };
  });
}
