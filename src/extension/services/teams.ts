import { EventEmitter, FileType, Uri, workspace } from "vscode";
import type { Disposable, Event } from "vscode";
import { defaultConfig } from "../../core/config/config.ts";
import type { Config, ConfigError } from "../../core/config/config.ts";
import { isOfAnotherTool } from "../../core/document/kind.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import type { Problem } from "../../core/problem.ts";
import { baseName, currentText, parentOf, relativePath } from "./paths.ts";

/** Team data and the place that it holds for. */
export interface Team {
  readonly config: Config;
  /** Folder that document globs count from: that of `seamwork.yaml`, else the git root, else the workspace's. */
  readonly root: Uri;
  /** The `seamwork.yaml`, where there is one. */
  readonly file: Uri | undefined;
  readonly errors: readonly ConfigError[];
}

/** The team of every folder: that of the nearest `seamwork.yaml` above. */
export interface Teams extends Disposable {
  /** The team of a document. Never rejects. */
  of(uri: Uri): Promise<Team>;
  /** The same where it has been read already. */
  known(uri: Uri): Team | undefined;
  /** Fires when team data may have changed; what `of` gave before no longer holds. */
  readonly onDidChange: Event<void>;
}

/** Whether a candidate is a file of another tool, which nobody is asked to adopt. */
export function isQuiet({ kind, uri, team }: Placed): boolean {
  return kind === "candidate" && isOfAnotherTool(relativePath(team.root, uri), team.config);
}

/** What is said of such a file all the same: that a merge conflict is open in it. */
export function isNoInvitation({ code }: Problem): boolean {
  return code !== "PRD001";
}

/** A document and whose it is. */
interface Placed {
  readonly kind: DocumentKind;
  readonly uri: Uri;
  readonly team: Team;
}

export const TEAM_FILE = "seamwork.yaml";

export function createTeams(): Teams {
  const changed = new EventEmitter<void>();
  /** By folder. */
  const pending = new Map<string, Promise<Team>>();
  const read = new Map<string, Team>();
  /** By file, so that an unchanged text keeps its configuration, and with it what was parsed under it. */
  const parsed = new Map<string, { text: string; config: Config; errors: readonly ConfigError[] }>();
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      generation++;
      pending.clear();
      read.clear();
      changed.fire();
    }, 150);
  };
  const isTeamFile = (uri: Uri): boolean => baseName(uri) === TEAM_FILE;
  const watcher = workspace.createFileSystemWatcher(`**/${TEAM_FILE}`);
  const disposables: Disposable[] = [
    changed,
    watcher,
    watcher.onDidCreate(refresh),
    watcher.onDidChange(refresh),
    watcher.onDidDelete(refresh),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isTeamFile(document.uri)) refresh();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (isTeamFile(uri)) refresh();
    }),
    // A folder that moves or goes takes its team file with it, and no watcher names that file.
    workspace.onDidRenameFiles(refresh),
    workspace.onDidDeleteFiles(refresh),
    workspace.onDidChangeWorkspaceFolders(refresh),
  ];

  const load = async (folder: Uri): Promise<Team> => {
    const { file, root } = await nearestTeam(folder);
    const none = { config: defaultConfig, root, file: undefined, errors: [] };
    if (file === undefined) return none;
    // Without a team file nobody loads what reads one.
    const reader = import("../../core/config/parse-config.ts");
    const [text, { parseConfig }] = await Promise.all([currentText(file), reader]);
    if (text === undefined) return none;
    const before = parsed.get(file.toString());
    if (before?.text === text) return { ...before, root, file };
    const { config, errors } = parseConfig(text, baseName(file));
    parsed.set(file.toString(), { text, config, errors });
    return { config, errors, root, file };
  };

  return {
    of(uri) {
      const folder = folderOf(uri);
      const key = folder.toString();
      let team = pending.get(key);
      if (team === undefined) {
        const asked = generation;
        team = load(folder).then((found) => {
          if (asked === generation) read.set(key, found);
          return found;
        });
        pending.set(key, team);
      }
      return team;
    },
    known: (uri) => read.get(folderOf(uri).toString()),
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      for (const one of disposables) one.dispose();
    },
  };
}

/** Where a document lies; one that was never saved belongs to the first folder of the workspace. */
function folderOf(uri: Uri): Uri {
  const first = workspace.workspaceFolders?.[0];
  return uri.scheme === "untitled" && first !== undefined ? first.uri : parentOf(uri);
}

/** Looks for the team file in a folder and all folders above it. */
async function nearestTeam(folder: Uri): Promise<{ root: Uri; file: Uri | undefined }> {
  const folders = [folder];
  for (let one = folder; parentOf(one).path !== one.path && folders.length < 64;) {
    one = parentOf(one);
    folders.push(one);
  }
  const isOpenTeamFile = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
  const found = await Promise.all(
    folders.map(async (one) => {
      const file = Uri.joinPath(one, TEAM_FILE);
      const there = isOpenTeamFile.has(file.toString()) || (await typeOf(file)) === FileType.File;
      return { one, file: there ? file : undefined };
    }),
  );
  const nearest = found.find(({ file }) => file !== undefined);
  if (nearest !== undefined) return { root: nearest.one, file: nearest.file };
  const repositories = await Promise.all(folders.map((one) => typeOf(Uri.joinPath(one, ".git"))));
  const repository = folders[repositories.findIndex((type) => type !== undefined)];
  return { root: repository ?? workspace.getWorkspaceFolder(folder)?.uri ?? folder, file: undefined };
}

/** What stands at a place, links followed; undefined for nothing. */
async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type & ~FileType.SymbolicLink;
  } catch {
    return undefined;
  }
}
