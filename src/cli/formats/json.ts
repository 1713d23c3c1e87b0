import type { Report } from "../check/report.ts";

/** The report as one JSON value; docs/cli.md describes its version 1. */
export function json({ files, faults, summary }: Report): string {
  const { hidden, ...counts } = summary;
  const value = {
    version: 1,
    files: files.map(({ path, kind, id = null, status = null, problems }) => ({
      path,
      kind,
      id,
      status,
      problems: problems.map(({ lineHash: _, ...problem }) => problem),
    })),
    errors: faults.map(({ path, ...fault }) => ({ path, message: positioned(fault) })),
    summary: hidden === undefined ? counts : { ...counts, hidden },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function positioned({ message, line, column }: { message: string; line?: number; column?: number }): string {
  return line === undefined ? message : `line ${line}, column ${column ?? 1}: ${message}`;
}
