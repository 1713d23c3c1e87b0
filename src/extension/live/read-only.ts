import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} from "vscode";
import type { FileChangeEvent, FileStat, FileSystemProvider } from "vscode";
import type { Invitation } from "../../collab/link.ts";
import type { LivePrds } from "./live-prds.ts";

/** Documents of shared PRDs that a person may read: VS Code itself refuses to write them. */
export const READ_ONLY_SCHEME = "seamwork-live";

/** Text that arrives is shown after this time, in milliseconds: VS Code reads the whole document again. */
const SHOW_MS = 100;

export function readOnlyUri({ server, room }: Invitation, name: string): Uri {
  return Uri.from({ scheme: READ_ONLY_SCHEME, authority: new URL(server).host, path: `/${room}/${name}` });
}

export function registerReadOnly(prds: LivePrds): Disposable {
  const changed = new EventEmitter<FileChangeEvent[]>();
  /** By document: the text that VS Code was told of last, and when. */
  const told = new Map<string, { text: string; stat: FileStat }>();

  const current = (uri: Uri): { text: string; stat: FileStat } => {
    const key = uri.toString();
    const live = prds.of(uri)?.live;
    const before = told.get(key);
    // Of a session that was left, the last text stays readable.
    const text = live?.text ?? before?.text;
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    if (before?.text === text) return before;
    const mtime = Math.max(Date.now(), (before?.stat.mtime ?? 0) + 1);
    const size = new TextEncoder().encode(text).length;
    const now = {
      text,
      stat: {
        type: FileType.File,
        permissions: FilePermission.Readonly,
        ctime: before?.stat.ctime ?? mtime,
        mtime,
        size,
      },
    };
    told.set(key, now);
    return now;
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const events: FileChangeEvent[] = [];
    for (const { uri, live } of prds.all) {
      if (uri.scheme !== READ_ONLY_SCHEME || told.get(uri.toString())?.text === live.text) continue;
      events.push({ type: FileChangeType.Changed, uri });
    }
    if (events.length > 0) changed.fire(events);
  };

  const provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat: (uri) => current(uri).stat,
    readFile: (uri) => new TextEncoder().encode(current(uri).text),
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return Disposable.from(
    changed,
    workspace.registerFileSystemProvider(READ_ONLY_SCHEME, provider, { isReadonly: true }),
    prds.onDidChange(() => {
      timer ??= setTimeout(show, SHOW_MS);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}

function refuse(): never {
  throw FileSystemError.NoPermissions(
    "You can only read this shared PRD. Whoever invited you can let you edit.",
  );
}
