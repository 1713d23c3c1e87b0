import type { Severity } from "../../core/problem.ts";
import { resolve } from "node:path";
import type { Report } from "../check/report.ts";
import { gitRoot } from "../workspace/homes.ts";
import { shownPath } from "../workspace/paths.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

export const formats = ["text", "json", "sarif", "github", "junit"] as const;
export type Format = (typeof formats)[number];

export interface FormatContext {
  readonly color: boolean;
  /** Absolute. */
  readonly cwd: string;
  /** The least severity that fails the run; undefined when none does. */
  readonly failOn: Severity | undefined;
}

/**
 * The report as it is printed. Code hosts look for a file from the top of its repository, whatever folder the command ran in;
 * people and programs that read JSON from the folder that they are in.
 */
export function formatted(format: Format, report: Report, { color, cwd, failOn }: FormatContext): string {
  const root = gitRoot(cwd) ?? cwd;
  switch (format) {
    case "text":
      return text(report, color);
    case "json":
      return json(report);
    case "sarif":
      return sarif(from(root, report, cwd), root);
    case "github":
      return github(from(root, report, cwd));
    case "junit":
      return junit(from(root, report, cwd), failOn);
  }
}

/** With paths that count from another folder. */
function from(root: string, report: Report, cwd: string): Report {
  if (root === cwd) return report;
  const moved = <One extends { readonly path: string }>(one: One): One => ({
    ...one,
    path: shownPath(resolve(cwd, one.path), root),
  });
  return { ...report, files: report.files.map(moved), faults: report.faults.map(moved) };
}
