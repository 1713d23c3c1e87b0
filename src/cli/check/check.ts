import { checkDocument, checkInWorkspace, concernsWorkspace } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import { frontmatterEnd } from "../../core/markdown/frontmatter.ts";
import { changesSince } from "../../core/review/since.ts";
import { allRules } from "../../core/rules/all.ts";
import { rulesOfOneState } from "../../core/trend/figures.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Cache } from "../cache/cache.ts";
import type { Fault } from "../fault.ts";
import type { Earlier } from "../git/since.ts";
import { signersOf } from "../git/signers.ts";
import { notAPrd } from "../workspace/open.ts";
import { readWorkspaces } from "../workspace/workspaces.ts";
import type { FilesRequest } from "../workspace/visit.ts";
import { examiner } from "./examine.ts";
import type { CheckedAlone } from "./examine.ts";
import { located, locatedChanges } from "./located.ts";
import { inOrderOfLines } from "./report.ts";
import type { ReportedFile } from "./report.ts";

export interface CheckRequest extends Omit<CheckOptions, "config">, FilesRequest {
  readonly cache: Cache;
  /** Compare with this state of the files. */
  readonly since: Earlier | undefined;
  /** Ask git who wrote each sign-off. */
  readonly verifySigners: boolean;
}

export interface Checked {
  /** Every PRD and candidate, by path. */
  readonly files: readonly ReportedFile[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

/** Checks the PRDs and candidates among the files that the paths mean. */
export async function check(request: CheckRequest): Promise<Checked> {
  const { paths, cwd, config, progress, cache, since, verifySigners, ...options } = request;
  const { all, asked, faults, notes } = await readWorkspaces({
    ...{ paths, cwd, config, progress },
    open: examiner(cache, options),
    leftAlone: notAPrd,
  });
  const indexes = new Map(all.map(({ team, index }) => [team, index]));
  const files = asked.map((document) => {
    const isPrd = document.summary.kind === "prd";
    const previous = isPrd ? since?.textOf(document.found.path) : undefined;
    const file = reported(document, indexes.get(document.team), { ...options, previous });
    return isPrd ? byHistory(file, document, { since, verifySigners, previous, ...options }) : file;
  });
  return { files, faults, notes };
}

/** What git knows of a document; none of it is kept, because history changes without the text. */
function byHistory(
  file: ReportedFile,
  { found, team, text }: CheckedAlone,
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
  { found, team, text, summary, facts: problems = [] }: CheckedAlone,
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
