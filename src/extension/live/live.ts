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
  return new LiveWindow(platform, storage, here, log);
}

class LiveWindow implements Live {
  readonly storage: Storage;
  readonly #platform: Platform;
  readonly #here: Here;
  readonly #log: (line: string) => void;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #entries = new Map<string, Entry>();
  /** Documents that are being resumed. */
  readonly #resuming = new Map<string, Promise<void>>();
  readonly #disposables: readonly Disposable[];

  constructor(platform: Platform, storage: Storage, here: Here, log: (line: string) => void) {
    this.storage = storage;
    this.#platform = platform;
    this.#here = here;
    this.#log = log;
    this.#disposables = [
      this.#changed,
      workspace.onDidOpenTextDocument((document) => {
        if (document.languageId === "markdown") void this.resume(document);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#onClose(uri)),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) void this.#rename(oldUri, newUri);
      }),
    ];
  }

  get all(): readonly LiveDocument[] {
    return [...this.#entries.values()];
  }

  of(uri: Uri): LiveDocument | undefined {
    return this.#entries.get(uri.toString());
  }

  async enter(invitation: Invitation, key: string, seed?: string): Promise<LivePrd> {
    return openLivePrd({
      invitation,
      transport: await this.#platform.connect(invitation.server, invitation.fingerprint),
      copyFile: this.storage.copyFile(key),
      ...(seed !== undefined && { seed }),
      log: (event, detail) => this.#log(`${event} ${JSON.stringify(detail)}`),
      random: Math.random,
      now: Date.now,
    });
  }

  async connect(document: TextDocument, live: LivePrd, file: SharedFile): Promise<boolean> {
    const key = document.uri.toString();
    await this.#end(key);
    this.#add(document.uri, live);
    if (await this.#attach(document, live)) {
      await this.storage.share(document.uri, file);
      await live.writeCopy();
      return true;
    }
    await this.#end(key);
    return false;
  }

  show(document: LiveDocument): void {
    this.#add(document.uri, document.live);
  }

  #add(uri: Uri, live: LivePrd): void {
    const entry: Entry = {
      uri,
      name: baseName(uri),
      live,
      watching: live.onDidChange(() => this.#changed.fire()),
    };
    this.#entries.set(uri.toString(), entry);
    this.#changed.fire();
  }

  async #attach(document: TextDocument, live: LivePrd): Promise<boolean> {
    const port = editorPortOf(document);
    const attached = await live.attach(port, personAt(document, this.storage));
    if (attached === undefined) port.dispose();
    return attached !== undefined;
  }

  /** One after the other for each document: a renamed one is opened, closed and opened again while its language is found. */
  resume(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    const next = (this.#resuming.get(key) ?? Promise.resolve()).then(() => this.#resumeNow(document));
    this.#resuming.set(key, next);
    void next.finally(() => {
      if (this.#resuming.get(key) === next) this.#resuming.delete(key);
    });
    return next;
  }

  /** Never rejects. */
  async #resumeNow(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (document.isClosed || document.uri.scheme === "untitled") return;
    try {
      const there = this.#entries.get(key);
      if (there !== undefined) {
        clearTimeout(there.closing);
        if (there.live.attached === undefined) await this.#attach(document, there.live);
        return;
      }
      const file = await this.storage.shared(document.uri);
      if (file === undefined) return;
      const live = await this.enter(await this.#here.again(file), file.key);
      this.#add(document.uri, live);
      if (!(await this.#attach(document, live))) await this.#end(key);
    } catch (error) {
      void this.#offerAgain(document, error);
    }
  }

  async #offerAgain(document: TextDocument, error: unknown): Promise<void> {
    const again = "Try Again";
    const why = error instanceof Error ? error.message : String(error);
    const choice = await window.showWarningMessage(
      `${baseName(document.uri)} is not live right now. ${why}`,
      again,
      "Leave",
    );
    if (choice === again) await this.resume(document);
    else if (choice !== undefined) await this.storage.forget(document.uri);
  }

  /**
   * The session moves first, and at once: where the new name is found to be shared before that, it would get a second
   * session beside the first.
   */
  async #rename(from: Uri, to: Uri): Promise<void> {
    const entry = this.#entries.get(from.toString());
    if (entry !== undefined) {
      this.#entries.delete(from.toString());
      clearTimeout(entry.closing);
      entry.watching.dispose();
      entry.live.detach();
      this.#add(to, entry.live);
    }
    await this.storage.move(from, to);
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === to.toString());
    if (document !== undefined) await this.resume(document);
  }

  #onClose(uri: Uri): void {
    const entry = this.#entries.get(uri.toString());
    if (entry === undefined) return;
    entry.live.detach();
    entry.closing = setTimeout(() => void this.#end(uri.toString()), CLOSED_MS);
  }

  async leave(uri: Uri): Promise<void> {
    const file = await this.storage.shared(uri);
    await this.#end(uri.toString());
    await this.storage.forget(uri);
    if (file !== undefined) await this.storage.copyFile(file.key).remove();
  }

  async #end(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    clearTimeout(entry.closing);
    entry.watching.dispose();
    await entry.live.dispose();
    this.#changed.fire();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((key) => this.#end(key)));
  }

  dispose(): void {
    void this.close();
    for (const one of this.#disposables) one.dispose();
  }
}
