import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Disposable,
  languages,
  Location,
} from "vscode";
import type { TextDocument } from "vscode";
import type { Problem, Severity } from "../../core/problem.ts";
import { rangeOf } from "../ranges.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import { ruleUri } from "./rule-pages.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Problems of open PRDs, while typing. A set of diagnostics is made and shown in one go, for one version of the text. */
export function registerDiagnostics({ openPrds, problems }: Services): Disposable {
  const collection = languages.createDiagnosticCollection("seamwork");
  const show = (prd: OpenPrd): void => {
    collection.set(
      prd.document.uri,
      problems.of(prd).map((problem) => diagnosticOf(prd.document, problem)),
    );
  };
  for (const prd of openPrds.all()) show(prd);
  return Disposable.from(
    collection,
    problems.onDidChange(show),
    openPrds.onDidClose((uri) => collection.delete(uri)),
  );
}

export function diagnosticOf(document: TextDocument, problem: Problem): Diagnostic {
  const diagnostic = new Diagnostic(
    rangeOf(document, problem),
    problem.message,
    severities[problem.severity],
  );
  if (problem.related !== undefined)
    diagnostic.relatedInformation = problem.related.map(
      (one) =>
        new DiagnosticRelatedInformation(new Location(document.uri, rangeOf(document, one)), one.message),
    );
  diagnostic.source = "Seamwork";
  diagnostic.code = { value: problem.code, target: ruleUri(problem.code) };
  return diagnostic;
}

/** The rule that a diagnostic of ours comes from, undefined for those of others. */
export function codeOf({ source, code }: Diagnostic): string | undefined {
  if (source !== "Seamwork" || typeof code !== "object") return undefined;
  return String(code.value);
}
