import { checkDocument, checkInWorkspace, concernsWorkspace } from "../../core/check/check.ts";
import { allRules } from "../../core/rules/all.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import { frontmatterEnd } from "../../core/markdown/pieces.ts";
import { changesSince } from "../../core/review/since.ts";
import { rulesOfOneState } from "../../core/trend/figures.ts";
import { workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import { uniqueFaults } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { findFiles } from "../workspace/find.ts";
import { neighboursOf } from "../workspace/neighbours.ts";
import { teams } from "../workspace/teams.ts";
import type { Team } from "../workspace/teams.ts";
import type { Earlier } from "../git/since.ts";
import { signersOf } from "../git/signers.ts";
import type { Progress } from "../progress.ts";
import type { Cache } from "../cache/cache.ts";
import { examine } from "./examine.ts";
import type { Examined } from "./examine.ts";
import { located, locatedChanges } from "./located.ts";
import type { ReportedFile, ReportedProblem } from "./report.ts";

export interface CheckRequest extends Omit<CheckOptions, "config"> {
  /** As they were named. */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** Absolute path of a `seamwork.yaml` that speaks for all documents. */
  readonly config: string | undefined;
  readonly cache: Cache;
  /** Compare with this state of the files. */
  readonly since: Earlier | undefined;
  /** Ask git who wrote each sign-off. */
  readonly verifySigners: boolean;
  readonly progress: Progress;
}

export interface Checked {
  /** Every PRD and candidate, by path. */
  readonly files: readonly ReportedFile[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

/** Checks the PRDs and candidates among the files that the paths mean. */
export async function check(request: CheckRequest): Promise<Checked> {
  const { paths, cwd, cache, progress, since, verifySigners, ...options } = request;
  const all = teams(cwd, request.config);
  const found = await findFiles(paths, cwd, (folder) => progress.step(folder));
  for (const folder of found.folders) all.of(folder);
  const faults: Fault[] = [...found.faults];
  const notes: string[] = [...found.notes];
  const documents: Examined[] = [];
  for (const [index, file] of found.files.entries()) {
    await progress.step(file.shown, { index, of: found.files.length });
    const document = examine(file, "problems", all, cache, options);
    if (document === undefined) {
      if (file.named)
        notes.push(`${file.shown}: not a PRD, so it was left alone. \`seamwork adopt\` makes it one.`);
    } else if ("refused" in document) faults.push({ path: file.shown, message: document.refused });
    else documents.push(document);
  }
  const around: Examined[] = [];
  const others = await neighboursOf(documents, found.folders, cwd, (folder) => progress.step(folder));
  for (const [index, file] of others.entries()) {
    await progress.step(file.shown, { index, of: others.length });
    const document = examine(file, "summary", all, cache, options);
    if (document !== undefined && !("refused" in document)) around.push(document);
  }
  const indexes = new Map<Team, WorkspaceIndex>();
  for (const { team, summary } of [...documents, ...around]) {
    let index = indexes.get(team);
    if (index === undefined) indexes.set(team, (index = workspaceIndex()));
    index.set(summary);
  }
  const files = documents.map((document) => {
    const isPrd = document.summary.kind === "prd";
    const previous = isPrd ? since?.textOf(document.found.path) : undefined;
    const file = reported(document, indexes.get(document.team), { ...options, previous });
    return isPrd ? byHistory(file, document, { since, verifySigners, previous, ...options }) : file;
  });
  return { files, faults: uniqueFaults([...all.faults(), ...faults]), notes };
}

/** What git knows of a document; none of it is kept, because history changes without the text. */
function byHistory(
  file: ReportedFile,
  { found, team, text }: Examined,
  {
    since,
    verifySigners,
    ...rest
  }: Omit<CheckOptions, "config"> & Pick<CheckRequest, "since" | "verifySigners">,
): ReportedFile {
  const { previous } = rest;
  if (previous === undefined && !verifySigners) return file;
  const options: CheckOptions = { ...rest, config: team.data };
  const document = parseDocument(text, team.data);
  const more = verifySigners ? signersOf(document, found.path, options) : [];
  if (previous === undefined)
    return { ...file, problems: inOrderOfLines(file.problems, located(more, text)) };
  const skipped =
    previous.text === text ? [] : checkDocument(document, options).filter(({ code }) => code === "PRD305");
  if (skipped.length > 0 && since?.wasAgreed(found.path) !== true) more.push(...skipped);
  const changes = locatedChanges(
    changesSince(parseDocument(previous.text, team.data), document, team.data),
    text,
  );
  return { ...file, problems: inOrderOfLines(file.problems, located(more, text)), changes };
}

function inOrderOfLines(...lists: (readonly ReportedProblem[])[]): ReportedProblem[] {
  return lists.flat().sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * As much of a text as the rules about other documents look at: of a PRD its header, where nothing in it silences a rule
 * and nothing is compared. Parsing the rest would make a check that finds nothing new half as long as the first one.
 */
function needed(text: string, kind: DocumentKind, { previous }: Pick<CheckOptions, "previous">): string {
  if (kind !== "prd" || previous !== undefined || text.includes("prd-ignore")) return text;
  return text.slice(0, frontmatterEnd(text));
}

/** What a document's own content tells, and what the other documents tell about it. */
function reported(
  { found, team, text, summary, problems }: Examined,
  index: WorkspaceIndex | undefined,
  options: Omit<CheckOptions, "config">,
): ReportedFile {
  const { shown: path } = found;
  const { id, status } = summary;
  const own = { path, kind: summary.kind, id, status } as const;
  const rules = options.previous === undefined ? rulesOfOneState : allRules;
  if (index === undefined || !concernsWorkspace(path, index, rules)) return { ...own, problems };
  const document = parseDocument(needed(text, summary.kind, options), team.data);
  const more = located(
    checkInWorkspace(document, path, index, { ...options, rules, config: team.data }),
    text,
  );
  return { ...own, problems: inOrderOfLines(problems, more) };
}
