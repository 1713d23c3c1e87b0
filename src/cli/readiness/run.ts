import { dirname, resolve } from "node:path";
import { checkDocument, checkInWorkspace, effectiveStatus, inOrder } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import { parseHeader } from "../../core/document/header.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { nextStatus } from "../../core/format/status.ts";
import type { Status } from "../../core/format/status.ts";
import { libraryRow } from "../../core/readiness/library-row.ts";
import { overviewOf } from "../../core/readiness/overview-of.ts";
import { readiness } from "../../core/readiness/readiness.ts";
import { changesSince } from "../../core/review/since.ts";
import { summarise, workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Problem } from "../../core/problem.ts";
import { locatedChanges } from "../check/located.ts";
import type { ReportedChange } from "../check/report.ts";
import { faultLine, uniqueFaults } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { openDocument } from "../workspace/open.ts";
import { findFiles } from "../workspace/find.ts";
import type { FoundFile } from "../workspace/find.ts";
import { neighboursOf } from "../workspace/neighbours.ts";
import { teams } from "../workspace/teams.ts";
import type { Team } from "../workspace/teams.ts";
import { earlier } from "../git/since.ts";
import type { Earlier } from "../git/since.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { rendered } from "./rendered.ts";
import type { FileReadiness, ReadinessFormat } from "./rendered.ts";

export interface ReadinessFlags {
  readonly format: ReadinessFormat;
  readonly as?: Status;
  readonly today: string;
  readonly since?: string;
  readonly config?: string;
}

interface Parsed {
  readonly found: FoundFile;
  readonly team: Team;
  readonly document: PrdDocument;
}

/** `seamwork readiness`; returns its exit code. Of candidates, cycles and retros it speaks only when they are named. */
export async function runReadiness(
  paths: readonly string[],
  flags: ReadinessFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const { as, today, format } = flags;
  const since = flags.since === undefined ? undefined : earlier(cwd, flags.since);
  const all = teams(cwd, flags.config === undefined ? undefined : resolve(cwd, flags.config));
  const faults: Fault[] = [];
  const notes: string[] = [];
  const parsed: Parsed[] = [];
  const files: FileReadiness[] = [];
  const indexes = new Map<Team, WorkspaceIndex>();
  const indexOf = (team: Team): WorkspaceIndex => {
    const index = indexes.get(team) ?? workspaceIndex();
    indexes.set(team, index);
    return index;
  };
  const going = progress(terminal, "Reading");
  try {
    const found = await findFiles(paths, cwd, (folder) => going.step(folder));
    for (const folder of found.folders) all.of(folder);
    faults.push(...found.faults);
    notes.push(...found.notes);
    for (const [index, file] of found.files.entries()) {
      await going.step(file.shown, { index, of: found.files.length });
      const opened = openDocument(file, all);
      if (opened === undefined || ("kind" in opened && opened.kind === "candidate" && !file.named)) {
        if (file.named)
          notes.push(`${file.shown}: not a PRD, so it was left alone. \`seamwork adopt\` makes it one.`);
      } else if ("refused" in opened) faults.push({ path: file.shown, message: opened.refused });
      else {
        const { team, kind } = opened;
        const one = { found: file, team, document: parseDocument(opened.file.text, team.data) };
        if (kind !== "cycle" && kind !== "retro") parsed.push(one);
        else {
          indexOf(team).set(summarise(one.document, file.shown, kind));
          if (file.named)
            notes.push(
              `${file.shown}: a ${kind}, and not a PRD. \`seamwork check\` says what is open in it.`,
            );
        }
      }
    }
    for (const { found: file, team, document } of parsed)
      indexOf(team).set(summarise(document, file.shown, "prd"));
    for (const file of await neighboursOf(parsed, found.folders, cwd, (folder) => going.step(folder))) {
      const opened = openDocument(file, all);
      if (opened === undefined || "refused" in opened || opened.kind !== "prd") continue;
      const head = { header: parseHeader(opened.file.text), title: undefined };
      indexOf(all.of(dirname(file.path))).set(summarise(head, file.shown, "prd"));
    }
    for (const [index, { found: file, team, document }] of parsed.entries()) {
      await going.step(file.shown, { index, of: parsed.length });
      const options: CheckOptions = { config: team.data, today, as };
      const problems = (status: Status | undefined): Problem[] =>
        problemsOf(document, file.shown, indexOf(team), { ...options, as: status });
      const next = nextStatus(effectiveStatus(document, as));
      const result = readiness(document, problems(as), next === undefined ? [] : problems(next), options);
      const changes = since === undefined ? undefined : changesOf(document, file.path, since, team);
      if (changes === "none") continue;
      const { data } = team;
      const overview = overviewOf(document, result, { config: data, today });
      const row = libraryRow({ document: file.shown, path: file.shown }, document, result, { config: data });
      files.push({ path: file.shown, readiness: result, changes, overview, row });
    }
  } finally {
    going.end();
  }
  faults.push(...all.faults());
  const faulty = uniqueFaults(faults);
  if (format === "html") {
    // The views are loaded only for those who ask for the page.
    const { htmlPage } = await import("../../panel/page.tsx");
    terminal.out(htmlPage(files, today));
  } else {
    const others = parsed.length - files.length;
    terminal.out(rendered(format, files, faulty, { today, since: flags.since, others }));
  }
  for (const line of [...faulty.map(faultLine), ...notes]) terminal.err(`${line}\n`);
  return faulty.length > 0 ? 2 : 0;
}

/** What changed in a PRD; "new" for one that was not there, "none" for one that is the same to a reader. */
function changesOf(
  document: PrdDocument,
  path: string,
  since: Earlier,
  { data }: Team,
): readonly ReportedChange[] | "new" | "none" {
  const previous = since.textOf(path);
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
