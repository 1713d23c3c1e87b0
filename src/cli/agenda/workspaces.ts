import { dirname } from "node:path";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { teamFactsOf } from "../../core/facts/facts.ts";
import { summarise, workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Fault } from "../fault.ts";
import { openDocument } from "../workspace/open.ts";
import { findFiles } from "../workspace/find.ts";
import type { FoundFile } from "../workspace/find.ts";
import { neighboursOf } from "../workspace/neighbours.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import type { Progress } from "../progress.ts";

/** A team's documents, all of them read whole. */
export interface Workspace {
  readonly team: Team;
  readonly index: WorkspaceIndex;
  /** By shown path. */
  readonly documents: ReadonlyMap<string, { readonly found: FoundFile; readonly document: PrdDocument }>;
}

export interface Workspaces {
  readonly all: readonly Workspace[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

/** Reads every PRD, cycle and retro of the workspaces that the paths lie in. */
export async function readWorkspaces(
  paths: readonly string[],
  cwd: string,
  all: Teams,
  going: Progress,
): Promise<Workspaces> {
  const found = await findFiles(paths, cwd, (folder) => going.step(folder));
  for (const folder of found.folders) all.of(folder);
  const faults: Fault[] = [...found.faults];
  const notes: string[] = [...found.notes];
  const spaces = new Map<
    Team,
    Workspace & { documents: Map<string, { found: FoundFile; document: PrdDocument }> }
  >();
  const own: { found: FoundFile; team: Team }[] = [];
  const read = async (files: readonly FoundFile[], asked: boolean): Promise<void> => {
    for (const [index, file] of files.entries()) {
      await going.step(file.shown, { index, of: files.length });
      const opened = openDocument(file, all);
      if (opened === undefined || ("kind" in opened && opened.kind === "candidate")) {
        if (file.named) notes.push(`${file.shown}: no PRD, cycle or retro, so it was left alone.`);
        continue;
      }
      if ("refused" in opened) {
        if (asked) faults.push({ path: file.shown, message: opened.refused });
        continue;
      }
      const { team, kind } = opened;
      if (asked) own.push({ found: file, team });
      const space = spaces.get(team) ?? { team, index: workspaceIndex(), documents: new Map() };
      spaces.set(team, space);
      const document = parseDocument(opened.file.text, team.data);
      space.index.set(summarise(document, file.shown, kind, teamFactsOf(document)));
      space.documents.set(file.shown, { found: file, document });
    }
  };
  await read(found.files, true);
  await read(await neighboursOf(own, found.folders, cwd, (folder) => going.step(folder)), false);
  if (spaces.size === 0) {
    const team = all.of(found.folders[0] ?? dirname(found.files[0]?.path ?? `${cwd}/.`));
    spaces.set(team, { team, index: workspaceIndex(), documents: new Map() });
  }
  return { all: [...spaces.values()], faults, notes };
}
