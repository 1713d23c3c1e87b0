import type { Config } from "../config/config.ts";
import type { HeaderKind } from "../format/header-keys.ts";
import type { PrdDocument, Suppression } from "../document/model.ts";
import type { Status } from "../format/status.ts";
import { headerKind } from "../document/header.ts";
import { statusMeant } from "../document/status.ts";
import { rules as prdRules } from "../rules/catalogue.ts";
import type { Finding, Problem } from "../problem.ts";
import type { Previous, Rule, RuleContext, WorkspaceContext } from "../rules/rule.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import { grouped } from "./group.ts";
import { shownSeverity } from "./severity.ts";

/** What a check depends on beside the document; two checks with equal values give equal problems. */
export interface CheckOptions {
  readonly config: Config;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  /** The rules; those of the PRD alone when absent. `rules/all.ts` has those of a team's other documents too. */
  readonly rules?: readonly Rule[] | undefined;
  /** Check as if the document had this status, whatever its header says. */
  readonly as?: Status | undefined;
  /** The document as it was, for rules about change. */
  readonly previous?: Previous | undefined;
}

/**
 * The status that a document is checked as; see `statusMeant` for a PRD whose header names none.
 *
 * @param previous as it was, where that is known
 */
export function effectiveStatus(document: PrdDocument, as?: Status, previous?: Previous): Status {
  const kind = headerKind(document.header);
  if (kind === "cycle" || kind === "retro") return "agreed";
  return as ?? statusMeant(document, previous?.text);
}

/**
 * Runs the rules that see one document. A document without PRD header gets PRD001 only, as information.
 *
 * @returns problems in document order
 */
export function checkDocument(document: PrdDocument, options: CheckOptions): Problem[] {
  const context = contextOf(document, options);
  const problems: Problem[] = [];
  const kind = headerKind(document.header);
  const candidate = kind === undefined;
  const silences = activeIn(document, options.today);
  for (const rule of options.rules ?? prdRules) {
    if (rule.check.pass !== "local" || (candidate && !ofCandidates.has(rule.code))) continue;
    if (kind !== undefined && (rule.code === "PRD001" || !sees(rule, kind))) continue;
    const severity = candidate
      ? options.config.rules.get(rule.code) === "off"
        ? "off"
        : "information"
      : shownSeverity(rule, context.status, options.config);
    if (severity === "off" && rule.always !== true) continue;
    const found: Problem[] = [];
    for (const finding of rule.check.run(context)) {
      if (severity !== "off" || finding.always === true) found.push(problemOf(rule, finding, severity));
    }
    const left = unsuppressed(found, silences);
    for (const problem of rule.together === undefined ? left : grouped(left, rule.together))
      problems.push(problem);
  }
  // Once more: what is asked about several at once may be silenced where it is shown.
  return inOrder(unsuppressed(problems, silences));
}

/** Runs the rules that need to know the other documents; see {@link checkDocument} for the others. */
export function checkInWorkspace(
  document: PrdDocument,
  path: string,
  index: WorkspaceIndex,
  options: CheckOptions,
): Problem[] {
  const kind = headerKind(document.header);
  if (kind === undefined) return [];
  const context: WorkspaceContext = { ...contextOf(document, options), path, index };
  const problems: Problem[] = [];
  for (const rule of options.rules ?? prdRules) {
    if (rule.check.pass !== "workspace" || !sees(rule, kind) || !rule.check.concerns(path, index)) continue;
    const severity = shownSeverity(rule, context.status, options.config);
    if (severity === "off") continue;
    for (const finding of rule.check.run(context)) problems.push(problemOf(rule, finding, severity));
  }
  return inOrder(unsuppressed(problems, activeIn(document, options.today)));
}

/** False where no workspace rule can have anything to say; needs no parsed document. */
export function concernsWorkspace(
  path: string,
  index: WorkspaceIndex,
  rules: readonly Rule[] = prdRules,
): boolean {
  return rules.some(({ check }) => check.pass === "workspace" && check.concerns(path, index));
}

/** What is asked of a document that is no PRD yet: to become one, and what would keep it from being read. */
const ofCandidates: ReadonlySet<string> = new Set(["PRD001", "PRD014"]);

function sees({ on = onlyPrds }: Rule, kind: HeaderKind): boolean {
  return on.includes(kind);
}

const onlyPrds: readonly HeaderKind[] = ["prd"];

/** Problems of both passes in one list, in document order. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
}

/** What a rule gets to see of a document. */
export function contextOf(document: PrdDocument, { config, today, as, previous }: CheckOptions): RuleContext {
  return { document, config, today, status: effectiveStatus(document, as, previous), previous };
}

function problemOf(rule: Rule, finding: Finding, severity: Problem["severity"] | "off"): Problem {
  const { code, name, seam, owner } = rule;
  const shown =
    finding.always === true || finding.blocks === true || severity === "off"
      ? "error"
      : finding.early === true
        ? "information"
        : severity;
  return { owner, fixable: false, ...finding, code, name, seam, severity: shown };
}

/** A suppression works while it is complete and has not expired; PRD011 speaks about the others and is never silenced. */
function activeIn({ suppressions }: PrdDocument, today: string): readonly Suppression[] {
  return suppressions.filter(
    ({ code, until, reason }) =>
      code !== undefined && until !== undefined && reason !== undefined && until >= today,
  );
}

function unsuppressed(problems: readonly Problem[], active: readonly Suppression[]): readonly Problem[] {
  if (active.length === 0) return problems;
  return problems.filter(
    ({ code, start, always }) =>
      code === "PRD011" ||
      always === true ||
      !active.some(
        (one) =>
          one.code === code &&
          one.covers !== undefined &&
          one.covers.start <= start &&
          start < Math.max(one.covers.end, one.covers.start + 1),
      ),
  );
}
