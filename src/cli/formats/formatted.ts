import type { Severity } from "../../core/problem.ts";
import type { Report } from "../check/report.ts";
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

/** The report as it is printed. */
export function formatted(format: Format, report: Report, { color, cwd, failOn }: FormatContext): string {
  switch (format) {
    case "text":
      return text(report, color);
    case "json":
      return json(report);
    case "sarif":
      return sarif(report, cwd);
    case "github":
      return github(report);
    case "junit":
      return junit(report, failOn);
  }
}
