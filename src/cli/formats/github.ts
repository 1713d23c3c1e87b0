import type { Severity } from "../../core/problem.ts";
import type { Report } from "../check/report.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
};

/** The report as workflow commands, which GitHub shows beside the lines of a pull request. */
export function github({ files, faults, since = "" }: Report): string {
  const lines: string[] = [];
  for (const { path, message, line, column } of faults) {
    const place = line === undefined ? [] : [["line", line] as const, ["col", column ?? 1] as const];
    lines.push(command("error", [["file", path], ...place, ["title", "Seamwork"]], message));
  }
  for (const { path, problems, changes = [] } of files) {
    for (const { line, column, message } of changes) {
      const place = [
        ["file", path],
        ["line", line],
        ["col", column],
      ] as const;
      lines.push(command("notice", [...place, ["title", `Since ${since}`]], message));
    }
    for (const { code, name, severity, message, line, column, endLine, endColumn } of problems) {
      // GitHub takes columns only where they are on one line.
      const columns =
        line === endLine
          ? ([
              ["col", column],
              ["endColumn", endColumn],
            ] as const)
          : [];
      const place = [["file", path], ["line", line], ["endLine", endLine], ...columns] as const;
      lines.push(command(commands[severity], [...place, ["title", `${code} ${name}`]], message));
    }
  }
  return lines.join("");
}

/** As GitHub reads it: what would end a value is percent-encoded, more of it in properties than in the message. */
function command(
  name: string,
  properties: readonly (readonly [string, string | number])[],
  message: string,
): string {
  const list = properties.map(
    ([key, value]) => `${key}=${data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
  );
  return `::${name} ${list.join(",")}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
