import { EventEmitter, window, workspace } from "vscode";
import type { Disposable, TextDocument, Uri } from "vscode";
import type { Invitation } from "../../collab/link.ts";
import { openLivePrd } from "../../collab/live-prd.ts";
import type { LivePrd } from "../../collab/live-prd.ts";
import type { Platform } from "../platform.ts";
import { baseName } from "../services/paths.ts";
import { editorPortOf } from "./editor-port.ts";
import type { Here } from "./here.ts";
import type { LiveDocument, LivePrds } from "./live-prds.ts";
import { personAt } from "./person.ts";
import type { SharedFile, Storage } from "./storage.ts";

/** The shared PRDs of this window, and what begins and ends them. */
export interface Live extends LivePrds, Disposable {
  readonly storage: Storage;
  /**
   * Enters a room without an editor yet.
   *
   * @param key names what is kept of it on this computer
   * @param seed the text, with LF, with which a new room begins
   * @throws ServerError with one sentence
   */
  enter(invitation: Invitation, key: string, seed?: string): Promise<LivePrd>;
  /**
   * Makes a document and a room one, remembers that they are, and comes back to it after a restart.
   *
   * @returns false when the person chose neither text: then the room was left again
   */
  connect(document: TextDocument, live: LivePrd, file: SharedFile): Promise<boolean>;
  /** Shows a room in a document that is not a file, and that nobody can write. */
  show(document: LiveDocument): void;
  /** Goes on with a document that was shared before; does nothing for others. */
  resume(document: TextDocument): Promise<void>;
  /** Ends all sessions; the files stay shared. Resolves when what is kept of them is written. */
  close(): Promise<void>;
  /** Ends a session; the file stays as it is. */
  leave(uri: Uri): Promise<void>;
}

interface Entry extends LiveDocument {
  /** Ends the session a while after the tab was closed. */
  closing?: ReturnType<typeof setTimeout>;
  readonly watching: Disposable;
}

/** After its tab was closed, a session goes on for this time, in milliseconds: tabs are closed and opened again. */
const CLOSED_MS = 60_000;

export function createLive(
  platform: Platform,
  storage: Storage,
  here: Here,
  log: (line: string) => void,
): Live {
  const changed = new EventEmitter<void>();
  const entries = new Map<string, Entry>();
  /** Documents that are being resumed. */
  const resuming = new Map<string, Promise<void>>();

  const enter = async (invitation: Invitation, key: string, seed?: string): Promise<LivePrd> =>
    openLivePrd({
      invitation,
      transport: await platform.connect(invitation.server, invitation.fingerprint),
      copyFile: storage.copyFile(key),
      ...(seed !== undefined && { seed }),
      log: (event, detail) => log(`${event} ${JSON.stringify(detail)}`),
      random: Math.random,
      now: Date.now,
    });

  function add(uri: Uri, live: LivePrd): Entry {
    const entry: Entry = {
      uri,
      name: baseName(uri),
      live,
      watching: live.onDidChange(() => changed.fire()),
    };
    entries.set(uri.toString(), entry);
    changed.fire();
    return entry;
  }

  async function attach(document: TextDocument, live: LivePrd): Promise<boolean> {
    const port = editorPortOf(document);
    const attached = await live.attach(port, personAt(document, storage));
    if (attached === undefined) port.dispose();
    return attached !== undefined;
  }

  async function end(key: string): Promise<void> {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    clearTimeout(entry.closing);
    entry.watching.dispose();
    await entry.live.dispose();
    changed.fire();
  }

  const close = async (): Promise<void> => {
    await Promise.all([...entries.keys()].map(end));
  };

  /** One after the other for each document: a renamed one is opened, closed and opened again while its language is found. */
  function resume(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    const next = (resuming.get(key) ?? Promise.resolve()).then(() => resumeNow(document));
    resuming.set(key, next);
    void next.finally(() => {
      if (resuming.get(key) === next) resuming.delete(key);
    });
    return next;
  }

  /** Never rejects. */
  async function resumeNow(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (document.isClosed || document.uri.scheme === "untitled") return;
    try {
      const there = entries.get(key);
      if (there !== undefined) {
        clearTimeout(there.closing);
        if (there.live.attached === undefined) await attach(document, there.live);
        return;
      }
      const file = await storage.shared(document.uri);
      if (file === undefined) return;
      const live = await enter(await here.again(file), file.key);
      add(document.uri, live);
      if (!(await attach(document, live))) await end(key);
    } catch (error) {
      void offerAgain(document, error);
    }
  }

  /**
   * The session moves first, and at once: where the new name is found to be shared before that, it would get a second
   * session beside the first.
   */
  async function rename(from: Uri, to: Uri): Promise<void> {
    const entry = entries.get(from.toString());
    if (entry !== undefined) {
      entries.delete(from.toString());
      clearTimeout(entry.closing);
      entry.watching.dispose();
      entry.live.detach();
      add(to, entry.live);
    }
    await storage.move(from, to);
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === to.toString());
    if (document !== undefined) await resume(document);
  }

  async function offerAgain(document: TextDocument, error: unknown): Promise<void> {
    const again = "Try Again";
    const why = error instanceof Error ? error.message : String(error);
    const choice = await window.showWarningMessage(
      `${baseName(document.uri)} is not live right now. ${why}`,
      again,
      "Leave",
    );
    if (choice === again) await resume(document);
    else if (choice !== undefined) await storage.forget(document.uri);
  }

  const disposables: Disposable[] = [
    changed,
    workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === "markdown") void resume(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      const entry = entries.get(uri.toString());
      if (entry === undefined) return;
      entry.live.detach();
      entry.closing = setTimeout(() => void end(uri.toString()), CLOSED_MS);
    }),
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) void rename(oldUri, newUri);
    }),
  ];

  return {
    storage,
    get all() {
      return [...entries.values()];
    },
    of: (uri) => entries.get(uri.toString()),
    onDidChange: changed.event,
    enter,
    async connect(document, live, file) {
      const key = document.uri.toString();
      await end(key);
      add(document.uri, live);
      if (await attach(document, live)) {
        await storage.share(document.uri, file);
        await live.writeCopy();
        return true;
      }
      await end(key);
      return false;
    },
    show(document) {
      add(document.uri, document.live);
    },
    resume,
    async leave(uri) {
      const file = await storage.shared(uri);
      await end(uri.toString());
      await storage.forget(uri);
      if (file !== undefined) await storage.copyFile(file.key).remove();
    },
    close,
    dispose() {
      void close();
      for (const one of disposables) one.dispose();
    },
  };
}
