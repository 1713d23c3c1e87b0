import { createHash } from "node:crypto";
import type { Problem } from "../../core/problem.ts";
import { lineIndex } from "../../core/text/lines.ts";
import type { Change } from "../../core/review/since.ts";
import type { ReportedChange, ReportedProblem } from "./report.ts";

/** Gives problems their lines and columns in the text that they were found in. */
export function located(problems: readonly Problem[], text: string): ReportedProblem[] {
  if (problems.length === 0) return [];
  const lines = lineIndex(text);
  return problems.map(({ code, name, severity, seam, message, owner, fixable, start, end }) => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    const line = text.slice(lines.lineStart(from.line), lines.lineStart(from.line + 1)).trim();
    return {
      code,
      name,
      severity,
      seam,
      message: message.replace(/\s+/g, " "),
      line: from.line + 1,
      column: from.column + 1,
      endLine: to.line + 1,
      endColumn: to.column + 1,
      owner,
      fixable,
      lineHash: createHash("sha256").update(line).digest("hex").slice(0, 16),
    };
  });
}

/** Gives changes their lines and columns in the text of now. */
export function locatedChanges(changes: readonly Change[], text: string): ReportedChange[] {
  const lines = lineIndex(text);
  return changes.map(({ what, id, afterBuildingBegan, message, start }) => {
    const { line, column } = lines.positionAt(start);
    return { what, id, afterBuildingBegan, message, line: line + 1, column: column + 1 };
  });
}
