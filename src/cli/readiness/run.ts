import { resolve } from "node:path";
import { checkDocument, checkInWorkspace, effectiveStatus, inOrder } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { nextStatus } from "../../core/format/status.ts";
import type { Status } from "../../core/format/status.ts";
import { libraryRow } from "../../core/readiness/library-row.ts";
import { overviewOf } from "../../core/readiness/overview-of.ts";
import { readiness } from "../../core/readiness/readiness.ts";
import { changesSince } from "../../core/review/since.ts";
import type { Problem } from "../../core/problem.ts";
import { allRules } from "../../core/rules/all.ts";
import { workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import { locatedChanges } from "../check/located.ts";
import type { ReportedChange } from "../check/report.ts";
import { faultLine } from "../fault.ts";
import { earlier } from "../git/since.ts";
import type { Earlier } from "../git/since.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { notAPrd } from "../workspace/open.ts";
import { readDocument } from "../workspace/read-document.ts";
import type { ReadDocument } from "../workspace/read-document.ts";
import type { Team } from "../workspace/teams.ts";
import { readWorkspaces } from "../workspace/workspaces.ts";
import type { Workspaces } from "../workspace/workspaces.ts";
import { rendered } from "./rendered.ts";
import type { FileReadiness, ReadinessFormat } from "./rendered.ts";

export interface ReadinessFlags {
  readonly format: ReadinessFormat;
  readonly as?: Status;
  readonly today: string;
  readonly since?: string;
  readonly config?: string;
}

/** `seamwork readiness`; returns its exit code. Of candidates, cycles and retros it speaks only when they are named. */
export async function runReadiness(
  paths: readonly string[],
  flags: ReadinessFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const { today, format } = flags;
  const since = flags.since === undefined ? undefined : earlier(cwd, flags.since);
  const config = flags.config === undefined ? undefined : resolve(cwd, flags.config);
  const watched = progress(terminal, "Reading");
  const files: FileReadiness[] = [];
  let read: Workspaces<ReadDocument>;
  let prds: readonly ReadDocument[];
  try {
    read = await readWorkspaces({
      ...{ paths, cwd, config, progress: watched },
      open: (found, teams, asked) =>
        readDocument(found, teams, (kind) =>
          kind === "candidate" && !found.named ? "nothing" : asked ? "whole" : "summary",
        ),
      leftAlone: notAPrd,
    });
    prds = read.asked.filter(({ summary: { kind } }) => kind === "prd" || kind === "candidate");
    const indexes = new Map(read.all.map(({ team, index }) => [team, index]));
    for (const [at, one] of prds.entries()) {
      await watched.step(one.found.shown, { index: at, of: prds.length });
      const file = await readinessOf(one, indexes.get(one.team) ?? workspaceIndex(), {
        ...flags,
        earlier: since,
      });
      if (file !== undefined) files.push(file);
    }
  } finally {
    watched.end();
    since?.end();
  }
  const { faults } = read;
  if (format === "html") {
    // The views are loaded only for those who ask for the page.
    const { htmlPage } = await import("../../panel/page.tsx");
    terminal.out(htmlPage(files, today));
  } else {
    const others = prds.length - files.length;
    terminal.out(rendered(format, files, faults, { today, since: flags.since, others }));
  }
  const notes = [...read.notes, ...read.asked.flatMap(notOfPrds)];
  for (const line of [...faults.map(faultLine), ...notes]) terminal.err(`${line}\n`);
  return faults.length > 0 ? 2 : 0;
}

/** What is said of a cycle or retro that was named. */
function notOfPrds({ found, summary: { kind } }: ReadDocument): string[] {
  if (!found.named || kind === "prd" || kind === "candidate") return [];
  return [`${found.shown}: a ${kind}, and not a PRD. \`seamwork check\` says what is open in it.`];
}

/** @returns undefined for a PRD that is the same to a reader as in the earlier state */
async function readinessOf(
  { found, team, document }: ReadDocument,
  index: WorkspaceIndex,
  { as, today, earlier: since }: Pick<ReadinessFlags, "as" | "today"> & { earlier: Earlier | undefined },
): Promise<FileReadiness | undefined> {
  const changes = since === undefined ? undefined : await changesOf(document, found.path, since, team);
  if (changes === "none") return undefined;
  const { data: config } = team;
  const options: CheckOptions = { config, today, as, rules: allRules };
  const problems = (status: Status | undefined): Problem[] =>
    problemsOf(document, found.shown, index, { ...options, as: status });
  const next = nextStatus(effectiveStatus(document, as));
  const result = readiness(document, problems(as), next === undefined ? [] : problems(next), options);
  const overview = overviewOf(document, result, { config, today });
  const row = libraryRow({ document: found.shown, path: found.shown }, document, result, { config });
  return { path: found.shown, readiness: result, changes, overview, row };
}

/** What changed in a PRD; "new" for one that was not there, "none" for one that is the same to a reader. */
async function changesOf(
  document: PrdDocument,
  path: string,
  since: Earlier,
  { data }: Team,
): Promise<readonly ReportedChange[] | "new" | "none"> {
  const previous = await since.textOf(path);
  if (previous === undefined) return "new";
  if (previous.text === document.text) return "none";
  const changes = changesSince(parseDocument(previous.text, data), document, data);
  return locatedChanges(changes, document.text);
}

function problemsOf(
  document: PrdDocument,
  path: string,
  index: WorkspaceIndex,
  options: CheckOptions,
): Problem[] {
  return inOrder([...checkDocument(document, options), ...checkInWorkspace(document, path, index, options)]);
}
