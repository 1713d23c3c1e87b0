import { styleText } from "node:util";
import type { Severity } from "../../core/problem.ts";
import type { Report, ReportedFile } from "../check/report.ts";
import { printable } from "../printable.ts";
import { count, figure } from "../../core/words/count.ts";
import { listed } from "../../core/words/listed.ts";

const colours: Readonly<Record<Severity, "red" | "yellow" | "blue">> = {
  error: "red",
  warning: "yellow",
  information: "blue",
};

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

/** The report for people. */
export function text(report: Report, color: boolean): string {
  const style: Style = color ? (format, words) => styleText(format, words) : (_, words) => words;
  const blocks = report.files.filter(({ problems }) => problems.length > 0).map((file) => block(file, style));
  return `${blocks.join("")}${changesIn(report, style)}${closing(report, style)}\n`;
}

/** What is different from the earlier state, by file; nothing where the run did not compare. */
function changesIn({ files, since }: Report, style: Style): string {
  if (since === undefined) return "";
  const changed = files.flatMap(({ path, changes = [] }) =>
    changes.map(
      ({ line, column, message }) => ` ${printable(path)}:${line}:${column}  ${printable(message)}`,
    ),
  );
  const head = style("underline", printable(`Since ${since}`));
  return `${head}\n${changed.length === 0 ? " Nothing for a reviewer to look at." : changed.join("\n")}\n\n`;
}

function block({ path, kind, id, status, problems }: ReportedFile, style: Style): string {
  const about =
    kind === "candidate" ? ["not adopted yet"] : [id, status].filter((word) => word !== undefined);
  const head = [style("underline", printable(path)), ...about.map((word) => style("dim", printable(word)))];
  const places = problems.map(({ line, column }) => `${line}:${column}`);
  const width = Math.max(...places.map(({ length }) => length));
  const severities = Math.max(...problems.map(({ severity }) => severity.length));
  const lines = problems.map(({ severity, message, code }, index) =>
    [
      ` ${(places[index] ?? "").padStart(width)}`,
      style(colours[severity], severity.padEnd(severities)),
      printable(message),
      style("dim", code),
    ].join("  "),
  );
  return `${head.join("  ")}\n${lines.join("\n")}\n\n`;
}

function closing({ files: all, faults, summary, tried }: Report, style: Style): string {
  const files = all.filter(({ kind }) => kind !== "gone");
  const { documents, candidates, errors, warnings, information, hidden } = summary;
  if (files.length === 0) {
    return faults.length > 0
      ? "No PRDs were checked."
      : tried
        ? "No candidates here. Name the file that you want to try."
        : 'No PRDs here. `seamwork new prd "Its name"` starts one; `seamwork adopt FILE` turns a document into one.';
  }
  const foreign = files.filter(({ ofAnotherTool }) => ofAnotherTool === true);
  const own = candidates - foreign.length;
  const others = (kind: ReportedFile["kind"]): number => files.filter((file) => file.kind === kind).length;
  const looked = [
    [documents, "PRD"] as const,
    [others("cycle"), "cycle"] as const,
    [others("retro"), "retro"] as const,
    [own, "candidate"] as const,
  ].flatMap(([number, noun]) => (number > 0 ? [count(number, noun)] : []));
  const found = [
    errors > 0 ? style("red", count(errors, "error")) : "",
    warnings > 0 ? style("yellow", count(warnings, "warning")) : "",
    information > 0 ? `${figure(information)} for information` : "",
  ].filter((words) => words !== "");
  const sentences = [
    looked.length === 0
      ? "No PRDs here."
      : `${listed(looked)}: ${found.length === 0 ? "no problems" : found.join(", ")}.`,
  ];
  if (hidden !== undefined) sentences.push(`The baseline hides ${figure(hidden)}.`);
  const fixable = files.reduce((sum, { problems }) => sum + problems.filter((one) => one.fixable).length, 0);
  if (fixable > 0) sentences.push(`\`seamwork fix\` can fix ${figure(fixable)} of them.`);
  if (own > 0) sentences.push("`seamwork adopt` turns a candidate into a PRD.");
  return [sentences.join(" "), ...(foreign.length > 0 ? [invitation(foreign)] : [])].join("\n");
}

/** Most places that are named. */
const MOST_PLACES = 3;

/** One line about the files that other tools own. */
function invitation(foreign: readonly ReportedFile[]): string {
  const [first] = foreign;
  const roots = new Set(foreign.map(({ path }) => path.replace(/^((?:\.\.\/)*[^/]+)\/.*$/, "$1")));
  const places = foreign.length === 1 && first !== undefined ? [first.path] : [...roots];
  const named = places.length > MOST_PLACES ? "." : printable(places.map(quotedPath).join(" "));
  const files = `${count(foreign.length, "file")} of ${foreign.length === 1 ? "another tool" : "other tools"}`;
  return `${files} could be adopted: \`seamwork adopt ${named}\`; \`seamwork check --try ${named}\` says first what would be asked.`;
}

function quotedPath(path: string): string {
  return /[^\w./-]/.test(path) ? `"${path}"` : path;
}
