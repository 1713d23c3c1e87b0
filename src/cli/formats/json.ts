import type { Report, ReportedProblem } from "../check/report.ts";
import type { Fault } from "../fault.ts";
import { jsonText } from "../printable.ts";

/** The report as one JSON value; docs/cli.md describes its version 1. */
export function json({ files, faults, summary, since }: Report): string {
  const { hidden, ...counts } = summary;
  const value = {
    version: 1,
    ...(since !== undefined && { since }),
    files: files.map(({ path, kind, id = null, status = null, problems, changes }) => ({
      path,
      kind,
      id,
      status,
      problems: problems.map(problemJson),
      ...(changes && {
        changes: changes.map(({ id: requirement = null, ...rest }) => ({ ...rest, id: requirement })),
      }),
    })),
    errors: faultsJson(faults),
    summary: hidden === undefined ? counts : { ...counts, hidden },
  };
  return jsonText(value);
}

/** Of what a problem speaks of together, what each is called and where it is. */
function problemJson({ lineHash: _hash, always: _always, several, ...problem }: ReportedProblem): object {
  if (several === undefined) return problem;
  return { ...problem, related: several.related.map(({ id, line }) => ({ id, line })) };
}

/** Files that could not be read, and team data that does not hold, as `errors` of JSON outputs. */
export function faultsJson(faults: readonly Fault[]): { path: string; message: string }[] {
  return faults.map(({ path, message, line, column }) => ({
    path,
    message: line === undefined ? message : `line ${line}, column ${column ?? 1}: ${message}`,
  }));
}
