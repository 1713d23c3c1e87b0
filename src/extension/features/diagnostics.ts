import { Diagnostic, DiagnosticSeverity, Disposable, languages } from "vscode";
import type { TextDocument } from "vscode";
import type { Problem, Severity } from "../../core/rules/rule.ts";
import { rangeOf } from "../ranges.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import { ruleUri } from "./rule-pages.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Milliseconds without typing after which problems that only moved are shown anew: until then VS Code moves them. */
const PAUSE = 250;

/** Problems of open PRDs, while typing. A set of diagnostics is made and shown in one go, for one version of the text. */
export function registerDiagnostics({ openPrds, problems }: Services): Disposable {
  const collection = languages.createDiagnosticCollection("seamwork");
  /** By document: what the problems say that are shown. */
  const shown = new Map<string, string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const show = (prd: OpenPrd): void => {
    const { uri } = prd.document;
    const all = problems.of(prd);
    shown.set(uri.toString(), saidBy(all));
    collection.set(
      uri,
      all.map((problem) => diagnosticOf(prd.document, problem)),
    );
  };
  // Drawing all squiggles for each key would keep the window from drawing the keys, in a shared PRD everybody's.
  const showNowOrSoon = (prd: OpenPrd): void => {
    const key = prd.document.uri.toString();
    clearTimeout(timers.get(key));
    if (shown.get(key) !== saidBy(problems.of(prd))) return show(prd);
    const later = (): void => {
      const now = openPrds.get(prd.document);
      if (now !== undefined) show(now);
    };
    timers.set(key, setTimeout(later, PAUSE));
  };
  for (const prd of openPrds.all()) show(prd);
  return Disposable.from(
    collection,
    problems.onDidChange(showNowOrSoon),
    openPrds.onDidClose((uri) => {
      clearTimeout(timers.get(uri.toString()));
      shown.delete(uri.toString());
      collection.delete(uri);
    }),
    new Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}

function saidBy(all: readonly Problem[]): string {
  return all.map(({ code, severity, message }) => `${code} ${severity} ${message}`).join("\n");
}

export function diagnosticOf(document: TextDocument, problem: Problem): Diagnostic {
  const diagnostic = new Diagnostic(
    rangeOf(document, problem),
    problem.message,
    severities[problem.severity],
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
