import { dirname, relative } from "node:path";
import { checkDocument, checkInWorkspace, inOrder } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { Conversation } from "../../core/readiness/conversations.ts";
import { teamFactsOf } from "../../core/facts/facts.ts";
import { openAlone, openIn, othersMayOpen, rulesOfOneState } from "../../core/trend/figures.ts";
import { summarise, workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { DocumentSummary, WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import { contentHash } from "../cache/cache.ts";
import { uniqueFaults } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { openDocument } from "../workspace/open.ts";
import { findFiles } from "../workspace/find.ts";
import type { FoundFile } from "../workspace/find.ts";
import { neighboursOf } from "../workspace/neighbours.ts";
import { slashes } from "../workspace/paths.ts";
import type { Unreadable } from "../workspace/read.ts";
import { teams } from "../workspace/teams.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import type { Progress } from "../progress.ts";
import type { BoardMemory, KnownOpen } from "./memory.ts";

/** What a board needs to know of one team's documents. */
export interface TeamDocuments {
  readonly team: Team;
  readonly index: WorkspaceIndex;
  /** What is open, by shown path, of the documents that were asked for. */
  readonly open: ReadonlyMap<string, readonly Conversation[]>;
  /** Texts by shown path, of all that are in the index. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Collected {
  readonly teams: readonly TeamDocuments[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

export interface CollectRequest {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly config: string | undefined;
  readonly today: string;
  readonly memory: BoardMemory;
  readonly progress: Progress;
}

interface Looked {
  readonly team: Team;
  readonly text: string;
  readonly summary: DocumentSummary;
  /** By the document alone. */
  readonly open: readonly Conversation[];
  readonly found: FoundFile;
}

/** Reads the documents among the files that the paths mean, and says what is open in each. */
export async function collect(request: CollectRequest): Promise<Collected> {
  const { paths, cwd, progress, today } = request;
  const all = teams(cwd, request.config);
  const found = await findFiles(paths, cwd, (folder) => progress.step(folder));
  for (const folder of found.folders) all.of(folder);
  const faults: Fault[] = [...found.faults];
  const asked: Looked[] = [];
  const around: Looked[] = [];
  const read = async (files: readonly FoundFile[], into: Looked[], faulty: boolean): Promise<void> => {
    for (const [index, file] of files.entries()) {
      await progress.step(file.shown, { index, of: files.length });
      const looked = look(file, all, request);
      if (looked === undefined) continue;
      if (!("refused" in looked)) into.push(looked);
      else if (faulty) faults.push({ path: file.shown, message: looked.refused });
    }
  };
  await read(found.files, asked, true);
  await read(await neighboursOf(asked, found.folders, cwd, (folder) => progress.step(folder)), around, false);

  const byTeam = new Map<
    Team,
    { index: WorkspaceIndex; open: Map<string, readonly Conversation[]>; texts: Map<string, string> }
  >();
  const placeOf = (team: Team) => {
    const place = byTeam.get(team) ?? { index: workspaceIndex(), open: new Map(), texts: new Map() };
    byTeam.set(team, place);
    return place;
  };
  for (const { team, summary, text } of [...asked, ...around]) {
    const { index, texts } = placeOf(team);
    index.set(summary);
    texts.set(summary.path, text);
  }
  for (const one of asked) {
    await progress.step(one.summary.path);
    const { index, open } = placeOf(one.team);
    open.set(one.summary.path, openWith(one, index, today));
  }
  const shown = [...byTeam].filter(([, { open }]) => open.size > 0);
  return {
    teams: shown.map(([team, rest]) => ({ team, ...rest })),
    faults: uniqueFaults([...all.faults(), ...faults]),
    notes: found.notes,
  };
}

/** What is open when the other documents are known too. */
function openWith(
  { text, summary, open, team }: Looked,
  index: WorkspaceIndex,
  today: string,
): readonly Conversation[] {
  const { path } = summary;
  if (!othersMayOpen(path, index)) return open;
  const document = parseDocument(text, team.data);
  const options: CheckOptions = { config: team.data, today, rules: rulesOfOneState };
  const problems = checkInWorkspace(document, path, index, options);
  if (problems.length === 0) return open;
  return openIn(document, inOrder([...checkDocument(document, options), ...problems]), options);
}

function look(
  found: FoundFile,
  all: Teams,
  { memory, today }: CollectRequest,
): Looked | Unreadable | undefined {
  const opened = openDocument(found, all);
  if (opened === undefined || "refused" in opened) return opened;
  const { file, kind } = opened;
  // Nobody has begun to work with a candidate, so nothing is open in it.
  if (kind === "candidate") return undefined;
  const team = all.of(dirname(found.path));
  const hash = contentHash([file.bytes, team.source, slashes(relative(team.folder, found.path))]);
  let known = memory.get(found.path);
  if (known?.hash !== hash) {
    const document = parseDocument(file.text, team.data);
    const { path: _, ...summary } = summarise(document, found.shown, kind, teamFactsOf(document));
    const open = openAlone(document, { config: team.data, today, rules: rulesOfOneState });
    known = { hash, summary, open } satisfies KnownOpen;
    memory.set(found.path, known);
  }
  const summary = { ...known.summary, path: found.shown };
  return { team, text: file.text, summary, open: known.open, found };
}
