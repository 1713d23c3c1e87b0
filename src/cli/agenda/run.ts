import { resolve } from "node:path";
import { agendaOf, agendaScope } from "../../core/agenda/agenda.ts";
import { lookInto } from "../../core/agenda/look-into.ts";
import { agendaMarkdown } from "../../core/agenda/markdown.ts";
import type {
  Agenda,
  AgendaInput,
  AgendaRequest,
  AgendaScope,
  ChangeLine,
  OpenDocument,
} from "../../core/agenda/model.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { allRules } from "../../core/rules/all.ts";
import { lineIndex } from "../../core/text/lines.ts";
import type { LineIndex } from "../../core/text/lines.ts";
import { CommandError, faultLine } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { faultsJson } from "../formats/json.ts";
import { jsonText, printable } from "../printable.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { shownPath } from "../workspace/paths.ts";
import { readDocument } from "../workspace/read-document.ts";
import type { ReadDocument } from "../workspace/read-document.ts";
import { readWorkspaces } from "../workspace/workspaces.ts";
import type { Workspace } from "../workspace/workspaces.ts";
import { changesIn } from "./history.ts";

export interface AgendaFlags {
  readonly format: "markdown" | "json";
  readonly today: string;
  readonly config?: string;
}

/**
 * `seamwork agenda`; returns its exit code.
 *
 * @throws CommandError where there is no such pair, cycle or document, or more than one workspace that has it
 */
export async function runAgenda(
  request: AgendaRequest,
  paths: readonly string[],
  flags: AgendaFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const { today, format } = flags;
  const config = flags.config === undefined ? undefined : resolve(cwd, flags.config);
  const watched = progress(terminal, "Reading");
  const { all, faults, notes } = await readWorkspaces({
    ...{ paths, cwd, config, progress: watched },
    open: (found, teams) =>
      readDocument(found, teams, (kind) => (kind === "candidate" ? "nothing" : "whole")),
    leftAlone: "not a PRD, cycle or retro, so it was left alone.",
  }).finally(() => watched.end());
  const { workspace, scope } = chosen(request, all, today, cwd);
  const changes = await changesFor(workspace, scope);
  const agenda = agendaOf(request, inputFor(workspace, scope, today, changes));
  terminal.out(format === "json" ? json(agenda, faults) : text(agenda));
  for (const line of [...faults.map(faultLine), ...notes]) terminal.err(`${line}\n`);
  return faults.length > 0 ? 2 : 0;
}

/** The one workspace that has what the agenda is for. */
function chosen(
  request: AgendaRequest,
  workspaces: readonly Workspace<ReadDocument>[],
  today: string,
  cwd: string,
): { workspace: Workspace<ReadDocument>; scope: AgendaScope } {
  const refusals: string[] = [];
  const having: { workspace: Workspace<ReadDocument>; scope: AgendaScope }[] = [];
  for (const workspace of workspaces) {
    const scope = agendaScope(request, workspace.index, today);
    if ("refused" in scope) refusals.push(scope.refused);
    else having.push({ workspace, scope });
  }
  const [first, ...others] = having;
  if (first === undefined) throw new CommandError(refusals[0] ?? "There are no documents here.");
  if (others.length > 0) {
    const folders = having.map(({ workspace }) => shownPath(workspace.team.folder, cwd)).join(", ");
    throw new CommandError(`There is more than one team here (${folders}); name the folder of one.`);
  }
  return first;
}

function inputFor(
  { team, index, documents }: Workspace<ReadDocument>,
  scope: AgendaScope,
  today: string,
  changes: AgendaInput["changes"],
): AgendaInput {
  const { data: config } = team;
  const lines = new Map<string, LineIndex>();
  const lineAt = (path: string, offset: number): number => {
    const known = lines.get(path) ?? lineIndex(documents.get(path)?.document.text ?? "");
    lines.set(path, known);
    return known.positionAt(offset).line + 1;
  };
  const options: CheckOptions = { config, today, rules: allRules };
  const opened = new Map<string, OpenDocument>();
  const open = (path: string): OpenDocument | undefined => {
    const document = documents.get(path)?.document;
    if (document === undefined || !scope.paths.includes(path)) return undefined;
    const known = opened.get(path) ?? lookInto(document, path, index, options);
    opened.set(path, known);
    return known;
  };
  return { index, config, today, open, lineAt, changes };
}

/** What changed in the documents that the agenda compares; undefined where it compares none, or git knows nothing. */
async function changesFor(
  { team, documents }: Workspace<ReadDocument>,
  { compare }: AgendaScope,
): Promise<AgendaInput["changes"]> {
  const compared = compare && changesIn(team, compare.with);
  if (compare === undefined || compared === undefined) return undefined;
  const found = new Map<string, readonly ChangeLine[]>();
  try {
    for (const path of compare.paths) {
      const entry = documents.get(path);
      if (entry === undefined) continue;
      found.set(path, await compared.of({ path: entry.found.path, document: entry.document }));
    }
  } finally {
    compared.end();
  }
  return (path) => found.get(path) ?? [];
}

function text(agenda: Agenda): string {
  return `${agendaMarkdown(agenda, "places").trimEnd().split("\n").map(printable).join("\n")}\n`;
}

/** What is not known is `null`. */
function json(agenda: Agenda, faults: readonly Fault[]): string {
  const { sections, ...rest } = agenda;
  const value = {
    version: 1,
    ...rest,
    sections: sections.map(({ items, ...section }) => ({
      ...section,
      items: items.map(({ start: _start, end: _end, isNew, ...item }) => ({ ...item, new: isNew })),
    })),
    errors: faultsJson(faults),
  };
  return jsonText({ ...value, since: agenda.since ?? null, minutes: agenda.minutes ?? null }, orNull);
}

function orNull(_key: string, value: unknown): unknown {
  return value === undefined ? null : value;
}
