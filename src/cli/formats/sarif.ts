import { createHash } from "node:crypto";
import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ruleUrl } from "../../core/docs/rule-url.ts";
import { documentedRules as rules } from "../../core/rules/documented.ts";
import type { DocumentedRule } from "../../core/rules/rule.ts";
import type { Severity } from "../../core/problem.ts";
import type { Report, ReportedFile, ReportedProblem } from "../check/report.ts";
import type { Fault } from "../fault.ts";
import { version } from "../version.ts";
import { jsonText } from "../printable.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/**
 * The report as SARIF 2.1.0, for code hosts and viewers.
 *
 * @param root absolute path of the folder that the report's paths start at
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif({ files, faults }: Report, root: string): string {
  const ruleIndex = new Map(rules.map(({ code }, index) => [code, index]));
  const run = {
    tool: {
      driver: {
        name: "Seamwork",
        version,
        semanticVersion: version,
        rules: rules.map(descriptor),
      },
    },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: faults.length === 0,
        toolExecutionNotifications: faults.map((fault) => notification(fault, root)),
      },
    ],
    results: files.flatMap((file) => resultsOf(file, root, ruleIndex)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return jsonText(log);
}

function descriptor({ code, name, severity, summary, rationale, seam, owner }: DocumentedRule): object {
  return {
    id: code,
    name: name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: rationale },
    help: { text: rationale, markdown: rationale },
    helpUri: ruleUrl(code),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [seam, owner] },
  };
}

function resultsOf(
  { path, problems }: ReportedFile,
  root: string,
  ruleIndex: ReadonlyMap<string, number>,
): object[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { code, severity, message, seam, owner, several } = problem;
    const physicalLocation = ({ line, column, endLine, endColumn }: Place): object => ({
      artifactLocation: artifact(path, root),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    });
    return {
      ruleId: code,
      ruleIndex: ruleIndex.get(code) ?? -1,
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: physicalLocation(problem) }],
      ...(several !== undefined && {
        relatedLocations: several.related.map((one, index) => ({
          id: index + 1,
          physicalLocation: physicalLocation(one),
          message: { text: one.message },
        })),
      }),
      partialFingerprints: { primaryLocationLineHash: fingerprint(problem, seen) },
      properties: { seam, owner },
    };
  });
}

type Place = Pick<ReportedProblem, "line" | "column" | "endLine" | "endColumn">;

/** The same for the same line with the same problem wherever it moves; equal lines are counted. */
function fingerprint({ code, lineHash }: ReportedProblem, seen: Map<string, number>): string {
  const hash = createHash("sha256").update(`${code}\0${lineHash}`).digest("hex").slice(0, 16);
  const count = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, count);
  return `${hash}:${count}`;
}

function notification({ path, message, line, column }: Fault, root: string): object {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  return {
    level: "error",
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path, root), ...region } }],
  };
}

/** Relative to that folder where the file lies in it. */
function artifact(path: string, root: string): object {
  if (path.startsWith("../") || isAbsolute(path)) {
    return { uri: pathToFileURL(resolve(root, path)).href };
  }
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}
