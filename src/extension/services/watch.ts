import { Disposable, RelativePattern, workspace } from "vscode";
import type { Uri } from "vscode";

/** What happens to the files and folders of the workspace. */
export interface WorkspaceChanges {
  /** A file was made or written. */
  written(file: Uri): void;
  /** A file or folder was made, or moved here with all that is in it. */
  appeared(uri: Uri): void;
  /** A file or folder is gone; what was in a folder is not named. */
  disappeared(uri: Uri): void;
  /** The workspace has other folders now. */
  foldersChanged(): void;
}

/** Watches every folder of the workspace, whatever its file system. */
export function watchWorkspace(changes: WorkspaceChanges): Disposable {
  const watchers = new Map<string, Disposable>();
  const watchFolders = (): void => {
    const folders = new Map((workspace.workspaceFolders ?? []).map(({ uri }) => [uri.toString(), uri]));
    for (const [key, watcher] of watchers) {
      if (folders.has(key)) continue;
      watcher.dispose();
      watchers.delete(key);
    }
    for (const [key, uri] of folders) if (!watchers.has(key)) watchers.set(key, watchFolder(uri, changes));
  };
  watchFolders();
  return Disposable.from(
    { dispose: () => [...watchers.values()].forEach((watcher) => void watcher.dispose()) },
    workspace.onDidChangeWorkspaceFolders(() => {
      watchFolders();
      changes.foldersChanged();
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        changes.disappeared(oldUri);
        changes.appeared(newUri);
      }
    }),
    workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => changes.disappeared(uri))),
    workspace.onDidCreateFiles(({ files }) => files.forEach((uri) => changes.appeared(uri))),
  );
}

function watchFolder(folder: Uri, { written, disappeared }: WorkspaceChanges): Disposable {
  // Everything, because a folder that is deleted is reported by its own name only.
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, "**"));
  watcher.onDidCreate(written);
  watcher.onDidChange(written);
  watcher.onDidDelete(disappeared);
  return watcher;
}
