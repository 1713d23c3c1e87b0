import { checkInWorkspace, concernsWorkspace } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import { isOfAnotherTool } from "../../core/document/kind.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import { frontmatterEnd } from "../../core/markdown/frontmatter.ts";
import { allRules } from "../../core/rules/all.ts";
import { rulesOfOneState } from "../../core/trend/figures.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Cache } from "../cache/cache.ts";
import type { Fault } from "../fault.ts";
import type { Earlier } from "../git/since.ts";
import { signersOf } from "../git/signers.ts";
import type { SignedDocument, Verification } from "../git/signers.ts";
import { notAPrd, pathInTeam } from "../workspace/open.ts";
import { readWorkspaces } from "../workspace/workspaces.ts";
import type { FilesRequest } from "../workspace/visit.ts";
import { comparing } from "./compare.ts";
import { examiner } from "./examine.ts";
import type { CheckedAlone } from "./examine.ts";
import { located, locatedChanges } from "./located.ts";
import { before } from "./lost.ts";
import type { Lost } from "./lost.ts";
import { inOrderOfLines } from "./report.ts";
import type { ReportedFile } from "./report.ts";

export interface CheckRequest extends Omit<CheckOptions, "config">, FilesRequest {
  readonly cache: Cache;
  /** Compare with this state of the files. */
  readonly since: Earlier | undefined;
  /** Ask git who wrote each sign-off. */
  readonly verifySigners: Verification | undefined;
}

export interface Checked {
  /** Every PRD and candidate, by path. */
  readonly files: readonly ReportedFile[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

/** Checks the PRDs and candidates among the files that the paths mean. */
export async function check(request: CheckRequest): Promise<Checked> {
  const { paths, cwd, config, progress, files: from, cache, since, verifySigners, ...options } = request;
  const { all, asked, teams, faults, notes } = await readWorkspaces({
    ...{ paths, cwd, config, progress, files: from },
    open: examiner(cache, options),
    leftAlone: notAPrd,
  });
  const indexes = new Map(all.map(({ team, index }) => [team, index]));
  const was = since && (await before(since, asked, { paths, cwd, teams }));
  const compare = since && comparing(since);
  const files: ReportedFile[] = [];
  const signed = new Map<ReportedFile, SignedDocument>();
  for (const document of asked) {
    const { found, team, text, summary } = document;
    const previous = was?.of(document);
    let file = reported(document, indexes.get(team), { ...options, previous });
    if (previous !== undefined && compare !== undefined) {
      const { changes, problems } = await compare(
        parseDocument(text, team.data),
        document,
        previous,
        options,
      );
      file = {
        ...file,
        problems: inOrderOfLines(file.problems, located(problems, text)),
        changes: locatedChanges(changes, text),
      };
    }
    if (verifySigners !== undefined && (summary.kind === "prd" || summary.kind === "cycle")) {
      const one = parseDocument(text, team.data);
      signed.set(file, { path: found.path, document: one, options: { ...options, config: team.data } });
    }
    files.push(file);
  }
  const unsigned = verifySigners && (await signersOf([...signed.values()], verifySigners, progress));
  const whole = files.map((file): ReportedFile => {
    const one = signed.get(file);
    const more = one === undefined ? undefined : unsigned?.get(one);
    if (one === undefined || more === undefined) return file;
    return { ...file, problems: inOrderOfLines(file.problems, located(more, one.document.text)) };
  });
  return { files: withLost(whole, was?.lost ?? []), faults, notes };
}

/** What became of PRDs that are none any more stands with their files, which may be candidates now. */
function withLost(files: readonly ReportedFile[], lost: readonly Lost[]): readonly ReportedFile[] {
  if (lost.length === 0) return files;
  const all = new Map(files.map((file) => [file.path, file]));
  for (const { path, file, changes } of lost) all.set(path, { ...(all.get(path) ?? file), changes });
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
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
  if (summary.kind === "candidate" && isOfAnotherTool(pathInTeam(found.path, team), team.data)) {
    const others = problems.filter(({ code }) => code !== "PRD001");
    return { ...own, ...(others.length === 0 && { ofAnotherTool: true as const }), problems: others };
  }
  const rules = options.previous === undefined ? rulesOfOneState : allRules;
  if (index === undefined || !concernsWorkspace(path, index, rules)) return { ...own, problems };
  const document = parseDocument(needed(text, summary.kind, options), team.data);
  const more = located(
    checkInWorkspace(document, path, index, { ...options, rules, config: team.data }),
    text,
  );
  return { ...own, problems: inOrderOfLines(problems, more) };
}
