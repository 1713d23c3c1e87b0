import { readVarUint, readVarUint8Array } from "lib0/decoding";
import type { Doc, Text } from "yjs";
import { WebsocketProvider } from "y-websocket";
import { closeCodes, MESSAGE_DURABLE, TEXT_NAME } from "../protocol.ts";
import type { Right } from "../protocol.ts";
import type { Transport } from "../transport.ts";
import { acknowledged } from "./acknowledged.ts";
import { countingSocket } from "./counting-socket.ts";
import { createPresence } from "./presence.ts";
import type { Presence } from "./presence.ts";
import { haveCommonHistory } from "./lineage.ts";
import { ServerError } from "./server-api.ts";
import type { Access, ServerApi } from "./server-api.ts";
import type { LiveStatus } from "./status.ts";

/** One room, as one person is in it: the shared document, the connection that keeps it the same, and who is there. */
export interface Session {
  readonly doc: Doc;
  readonly text: Text;
  readonly presence: Presence;
  readonly status: LiveStatus;
  /** The first time that the server's text is here; false when the session ended, or the time was up, before. */
  synced(withinMs: number): Promise<boolean>;
  onDidChange(listener: () => void): { dispose(): void };
  /** Ends the connection; the document stays as it is. */
  dispose(): void;
}

export interface SessionOptions {
  /** `ws:` or `wss:` address. */
  readonly server: string;
  readonly room: string;
  /** Asked for the next token, and for the first. */
  readonly invitation: string;
  readonly right: Right;
  readonly api: ServerApi;
  readonly transport: Transport;
  /** What was remembered of the room; the session owns it from here on. */
  readonly doc: Doc;
  /** A number from 0 to below 1; spreads the reconnects of many people. */
  readonly random: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The first wait before connecting again, and the longest; milliseconds. In between it doubles, and each is spread. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

const BEGUN_ANEW =
  "The shared PRD was removed from the server and started again. Close the file and reopen it to merge both texts; yours stays as it is.";

/** Starts to connect, and goes on until it is disposed or the server says that there is no point. */
export function startSession(options: SessionOptions): Session {
  return new RunningSession(options);
}

class RunningSession implements Session {
  readonly doc: Doc;
  readonly text: Text;
  readonly presence: Presence;
  readonly #options: SessionOptions;
  readonly #provider: WebsocketProvider;
  readonly #progress = acknowledged();
  readonly #listeners = new Set<() => void>();
  #connected = false;
  #everConnected = false;
  #everSynced = false;
  #ended: string | undefined;
  #disposed = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refresh: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SessionOptions) {
    const { server, room, doc, transport } = options;
    this.#options = options;
    this.doc = doc;
    this.text = doc.getText(TEXT_NAME);
    // Before the provider's own handler, so that a change is counted before its frame goes out.
    doc.on("update", this.#counted);
    this.#provider = new WebsocketProvider(server, room, doc, {
      connect: false,
      disableBc: true,
      params: {},
      WebSocketPolyfill: countingSocket(transport.WebSocket, this.#progress.sent),
      // Every connection is ours to begin: with a fresh token, and spread in time.
      shouldReconnect: () => false,
    });
    this.presence = createPresence(this.text, this.#provider.awareness, options.now);
    this.#listen();
    void this.#connect();
  }

  readonly #counted = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#provider) return;
    this.#progress.changed();
    this.#changed();
  };

  #listen(): void {
    const provider = this.#provider;
    provider.messageHandlers[MESSAGE_DURABLE] = (_encoder, decoder) => {
      readVarUint8Array(decoder);
      this.#progress.durable(readVarUint(decoder));
      this.#changed();
    };
    provider.on("status", ({ status }) => {
      if (status !== "connected") return;
      this.#progress.connected();
      this.#connected = this.#everConnected = true;
      // A newer clock: the server may still hold the old socket's presence, and takes an id over only with one.
      provider.awareness.setLocalState(provider.awareness.getLocalState());
      this.#changed();
    });
    provider.on("sync", (synced: boolean) => {
      if (!synced) return;
      this.#failures = 0;
      this.#everSynced = true;
      this.#changed();
    });
    provider.on("connection-close", (event) => this.#onClose(event?.code ?? 0, event?.reason));
  }

  #onClose(code: number, reason: string | undefined): void {
    // Also after the provider's own watchdog, which would connect again by itself.
    this.#provider.shouldConnect = false;
    this.#connected = false;
    if (code >= 4400 && code < 4500 && code !== closeCodes.unauthorized)
      return this.#end(reasonOf(code, reason));
    this.#changed();
    this.#again();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  get #isOver(): boolean {
    return this.#disposed || this.#ended !== undefined;
  }

  #end(reason: string): void {
    if (this.#isOver) return;
    this.#ended = reason;
    this.#stop();
    this.#changed();
  }

  #again(): void {
    if (this.#isOver) return;
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures++);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), most * (0.5 + this.#options.random() / 2));
  }

  async #connect(): Promise<void> {
    const { api, invitation } = this.#options;
    try {
      const access = await api.access(invitation);
      if (this.#isOver) return;
      if (!haveCommonHistory(this.doc, access.vector)) return this.#end(BEGUN_ANEW);
      this.#use(access);
      this.#provider.connect();
    } catch (error) {
      if (error instanceof ServerError && error.kind === "refused") this.#end(error.message);
      else this.#again();
      this.#changed();
    }
  }

  #use({ token, refreshAfter }: Access): void {
    this.#provider.params = { token, durable: "1" };
    this.#refreshLater(refreshAfter);
  }

  /** The server closes a socket whose token expires; a new one is fetched before, and used when it does. */
  #refreshLater(ms: number): void {
    clearTimeout(this.#refresh);
    this.#refresh = setTimeout(() => void this.#renew(), Math.max(5_000, ms));
  }

  async #renew(): Promise<void> {
    const { api, invitation } = this.#options;
    try {
      this.#use(await api.access(invitation));
    } catch {
      this.#refreshLater(60_000);
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#refresh);
    this.#provider.destroy();
    this.#provider.awareness.destroy();
  }

  get status(): LiveStatus {
    const { pending } = this.#progress;
    if (this.#ended !== undefined) return { kind: "ended", reason: this.#ended, pending };
    if (this.#connected && this.#provider.synced)
      return this.#options.right === "read" ? { kind: "read-only" } : { kind: "live", pending };
    return { kind: this.#everConnected || this.#failures > 0 ? "offline" : "connecting", pending };
  }

  synced(withinMs: number): Promise<boolean> {
    if (this.#everSynced || this.#ended !== undefined) return Promise.resolve(this.#everSynced);
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(late);
        this.#listeners.delete(look);
        resolve(this.#everSynced);
      };
      const look = (): void => {
        if (this.#everSynced || this.#isOver) finish();
      };
      const late = setTimeout(finish, withinMs);
      this.#listeners.add(look);
    });
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#changed();
    this.doc.off("update", this.#counted);
    this.presence.dispose();
    this.#stop();
    this.#listeners.clear();
  }
}

function reasonOf(code: number, said: string | undefined): string {
  if (code === closeCodes.revoked) return "Your invitation was taken back. Your text stays as it is.";
  return said !== undefined && said !== ""
    ? said
    : "The server ended this session. Your text stays as it is; joining again may help.";
}
