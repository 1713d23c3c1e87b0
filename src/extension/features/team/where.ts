import { Uri, window, workspace } from "vscode";
import type { QuickPickItem } from "vscode";
import { cycleOn, cyclesIn } from "../../../core/team/cycles.ts";
import type { FiledCycle } from "../../../core/team/cycles.ts";
import type { WorkspaceIndex } from "../../../core/workspace/workspace-index.ts";
import type { LibraryEntry } from "../../services/library.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import { isWithin } from "../../services/paths.ts";
import type { Services } from "../../services/services.ts";
import type { Team } from "../../services/teams.ts";
import { documentFor } from "../commands/active.ts";

/** The documents of the workspace folder that a person works in, and its team. */
export interface Here {
  readonly folder: Uri;
  readonly index: WorkspaceIndex;
  readonly team: Team;
}

/**
 * Where a command works that needs no document: the folder of the active editor, else the first one, after all of its
 * documents have been read. Tells the person where there is none.
 *
 * @param uri a document or folder, where a menu gave one
 */
export async function teamHere({ library, teams }: Services, uri?: unknown): Promise<Here | undefined> {
  const at = uri instanceof Uri ? uri : window.activeTextEditor?.document.uri;
  const folder = (at && workspace.getWorkspaceFolder(at)) ?? workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    void window.showInformationMessage("Open the folder with your PRDs and cycles first.");
    return undefined;
  }
  await library.ready();
  const inside = at !== undefined && workspace.getWorkspaceFolder(at) === folder ? at : undefined;
  const team =
    (inside && teamIn(library.entries(), inside)) ??
    teamIn(library.entries(), folder.uri) ??
    (await teams.of(Uri.joinPath(folder.uri, "new.md")));
  const place = library.placeOf(Uri.joinPath(folder.uri, "new.md"));
  return place && { folder: folder.uri, index: place.index, team };
}

/** The team of a document; that of most documents in a folder. */
function teamIn(entries: readonly LibraryEntry[], uri: Uri): Team | undefined {
  const count = new Map<Team, number>();
  for (const { team, uri: own, kind } of entries) {
    if (own.toString() === uri.toString()) return team;
    if (kind !== "candidate" && isWithin(uri, own)) count.set(team, (count.get(team) ?? 0) + 1);
  }
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** A document of the folder, opened, as one of ours. */
export async function openAt(
  { openPrds }: Services,
  { folder }: Here,
  path: string,
): Promise<OpenPrd | undefined> {
  const document = await workspace.openTextDocument(Uri.joinPath(folder, path));
  return openPrds.find(document);
}

/**
 * The cycle that a command is about: that of its argument, that in the editor, the only one, the one that a day lies in where the
 * command asks for that; else the person picks one.
 *
 * @param question the title of the list
 * @param today the day of the cycle that is meant without asking
 */
export async function cycleFor(
  services: Services,
  uri: unknown,
  question: string,
  today?: string,
): Promise<OpenPrd | undefined> {
  const document = await documentFor(uri);
  const open = document && (await services.openPrds.find(document));
  if (open?.kind === "cycle") return open;
  const here = await teamHere(services, uri);
  if (here === undefined) return undefined;
  const cycles = cyclesIn(here.index);
  const current = today === undefined ? undefined : cycleOn(here.index, today);
  const chosen = current ?? (cycles.length < 2 ? cycles[0] : await pickCycle(cycles, question));
  if (chosen !== undefined) return openAt(services, here, chosen.path);
  if (cycles.length === 0)
    void window.showInformationMessage("There are no cycles yet. “New Cycle” creates the first one.");
  return undefined;
}

async function pickCycle(cycles: readonly FiledCycle[], question: string): Promise<FiledCycle | undefined> {
  const items = cycles.toReversed().map((filed): QuickPickItem & { filed: FiledCycle } => {
    const { id, from, to } = filed.cycle;
    const days = from === undefined || to === undefined ? "" : `${from} to ${to}`;
    return { label: id === "" ? filed.path : id, description: days, filed };
  });
  return (await window.showQuickPick(items, { title: question, matchOnDescription: true }))?.filed;
}

/** One line that somebody types; undefined when they go back, or say nothing. */
export async function ask(
  title: string,
  placeHolder: string,
  more: {
    readonly prompt?: string;
    readonly value?: string;
    readonly mayBeEmpty?: boolean;
    readonly problem?: (text: string) => string | undefined;
  } = {},
): Promise<string | undefined> {
  const { prompt, value, problem, mayBeEmpty = false } = more;
  const text = await window.showInputBox({
    title,
    placeHolder,
    ...(prompt !== undefined && { prompt }),
    ...(value !== undefined && { value }),
    ignoreFocusOut: true,
    validateInput: (said) => problem?.(said),
  });
  const said = text?.trim().replace(/\s+/g, " ");
  return said === "" && !mayBeEmpty ? undefined : said;
}
