import { compareSeverity } from "../../core/check/severity.ts";
import type { Severity } from "../../core/problem.ts";
import { faultLine } from "../fault.ts";
import type { Report, ReportedFile, ReportedProblem } from "../check/report.ts";

/**
 * The report as JUnit XML: a suite per document, a case per problem. Problems that fail the run are failures; the
 * others are the output of cases that pass. Files that could not be read are errors.
 *
 * @param failOn the least severity that fails the run; undefined when none does
 */
export function junit({ files: all, faults }: Report, failOn: Severity | undefined): string {
  const fails = ({ severity }: ReportedProblem): boolean =>
    failOn !== undefined && compareSeverity(severity, failOn) >= 0;
  // Of another tool's file nothing was asked, so there is no test that passes.
  const files = all.filter(({ kind, ofAnotherTool }) => kind !== "gone" && ofAnotherTool !== true);
  const suites = files.map((file) => suite(file, fails));
  const failures = files.reduce((sum, { problems }) => sum + problems.filter(fails).length, 0);
  const tests = files.reduce((sum, { problems }) => sum + Math.max(1, problems.length), faults.length);
  if (faults.length > 0) suites.push(faultSuite(faults.map((fault) => [fault.path, faultLine(fault)])));
  const counts = attributes({ name: "Seamwork", tests, failures, errors: faults.length });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts}>\n${suites.join("")}</testsuites>\n`;
}

function suite({ path, problems }: ReportedFile, fails: (problem: ReportedProblem) => boolean): string {
  const tests = Math.max(1, problems.length);
  const failures = problems.filter(fails).length;
  const cases = problems.map((problem) => {
    const { code, name, severity, message, line, column } = problem;
    const at = `${path}:${line}:${column}`;
    const open = `    <testcase${attributes({ name: `${code} ${name} (${line}:${column})`, classname: path, file: path, line })}>`;
    const inner = fails(problem)
      ? `<failure${attributes({ type: severity, message })}>${escape(`${at}: ${message}`)}</failure>`
      : `<system-out>${escape(`${at}: ${severity}: ${message}`)}</system-out>`;
    return `${open}${inner}</testcase>\n`;
  });
  if (cases.length === 0)
    cases.push(`    <testcase${attributes({ name: "no problems", classname: path, file: path })}/>\n`);
  const head = attributes({ name: path, tests, failures, errors: 0 });
  return `  <testsuite${head}>\n${cases.join("")}  </testsuite>\n`;
}

function faultSuite(faults: readonly (readonly [string, string])[]): string {
  const cases = faults.map(
    ([path, message]) =>
      `    <testcase${attributes({ name: path, classname: path })}><error${attributes({ message })}/></testcase>\n`,
  );
  const head = attributes({ name: "not checked", tests: cases.length, failures: 0, errors: cases.length });
  return `  <testsuite${head}>\n${cases.join("")}  </testsuite>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => ` ${key}="${escape(String(value))}"`)
    .join("");
}

/** XML 1.0 has no way to write most control characters, not even escaped: they become U+FFFD. */
function escape(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what XML refuses
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD")
      // oxlint-disable-next-line no-control-regex -- these a terminal may take for commands
      .replace(
        /[&<>"'\t\n\r\u007F-\u009F]/g,
        (character) => entities[character] ?? `&#${character.charCodeAt(0)};`,
      )
  );
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
