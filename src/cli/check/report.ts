import type { DocumentKind } from "../../core/document/kind.ts";
import type { Status } from "../../core/format/status.ts";
import type { Change } from "../../core/review/since.ts";
import type { Owner, RuleCode, Seam, Severity } from "../../core/problem.ts";
import type { Fault } from "../fault.ts";

/** A problem as every format shows it. Lines and columns count from 1, columns in UTF-16 units. */
export interface ReportedProblem {
  readonly code: RuleCode;
  readonly name: string;
  readonly severity: Severity;
  readonly seam: Seam;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly owner: Owner;
  readonly fixable: boolean;
  /** Hash of the text of its first line: what a baseline and a code host know it by when lines move. */
  readonly lineHash: string;
  /** Nothing hides it: see `Finding.always` of core. */
  readonly always?: true | undefined;
  /** All places that it speaks of, where it is about several. */
  readonly several?: ReportedSeveral | undefined;
}

/** What a problem is about that speaks of several places at once. */
export interface ReportedSeveral {
  /** What its message says of where they are, in the words of `core/check/group.ts`. */
  readonly heading?: string;
  readonly of: number;
  readonly related: readonly ReportedRelated[];
}

/** One of them: what it is called, and what it would be by itself. */
export interface ReportedRelated extends Pick<
  ReportedProblem,
  "message" | "owner" | "line" | "column" | "endLine" | "endColumn" | "lineHash"
> {
  readonly id: string;
}

export interface ReportedFile {
  /** Relative to the working folder, with `/`. */
  readonly path: string;
  /** `gone` for what was a PRD and is none any more, in a run that compares; it has changes and no problems. */
  /** A candidate that another tool owns: it is counted, and nothing is asked of it. */
  readonly ofAnotherTool?: true;
  readonly kind: DocumentKind | "gone";
  readonly id: string | undefined;
  /** As the header says; undefined where it names none that exists. */
  readonly status: Status | undefined;
  /** In document order. */
  readonly problems: readonly ReportedProblem[];
  /** What is different from the earlier state; undefined where the run did not compare, or the file was not there. */
  readonly changes?: readonly ReportedChange[] | undefined;
}

/** A change as every format shows it. Line and column count from 1, columns in UTF-16 units. */
export interface ReportedChange {
  readonly what: Change["what"];
  readonly id: string | undefined;
  readonly afterBuildingBegan: boolean;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface Report {
  /** Every PRD and candidate, by path. */
  readonly files: readonly ReportedFile[];
  readonly faults: readonly Fault[];
  readonly summary: Summary;
  /** The revision that the files were compared with, as it was named. */
  readonly since: string | undefined;
  /** The files are candidates that were checked as if they were adopted. */
  readonly tried: boolean;
}

export interface Summary {
  /** PRDs and candidates. */
  readonly files: number;
  readonly documents: number;
  readonly candidates: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Problems that the baseline knows, which are not in `files`; undefined without a baseline. */
  readonly hidden: number | undefined;
}

/** Problems of several passes, as they stand in the file. */
export function inOrderOfLines(...lists: (readonly ReportedProblem[])[]): ReportedProblem[] {
  return lists.flat().sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Makes a report, and counts. */
export function reportOf(
  files: readonly ReportedFile[],
  faults: readonly Fault[],
  hidden: number | undefined,
  {
    since,
    tried = false,
  }: { readonly since?: string | undefined; readonly tried?: boolean | undefined } = {},
): Report {
  const count = (severity: Severity): number =>
    files.reduce((sum, { problems }) => sum + problems.filter((one) => one.severity === severity).length, 0);
  const summary: Summary = {
    files: files.filter(({ kind }) => kind !== "gone").length,
    documents: files.filter(({ kind }) => kind === "prd").length,
    candidates: files.filter(({ kind }) => kind === "candidate").length,
    errors: count("error"),
    warnings: count("warning"),
    information: count("information"),
    hidden,
  };
  return { files, faults, summary, since, tried };
}
