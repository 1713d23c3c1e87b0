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
import type { ServerApi } from "./server-api.ts";
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

/** Starts to connect, and goes on until it is disposed or the server says that there is no point. */
export function startSession(options: SessionOptions): Session {
  const { api, doc, room, transport } = options;
  const text = doc.getText(TEXT_NAME);
  const progress = acknowledged();
  const listeners = new Set<() => void>();
  let connected = false;
  let everConnected = false;
  let everSynced = false;
  let ended: string | undefined;
  let disposed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refresh: ReturnType<typeof setTimeout> | undefined;

  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };

  // Before the provider's own handler, so that a change is counted before its frame goes out.
  const counted = (_update: Uint8Array, origin: unknown): void => {
    if (origin === provider) return;
    progress.changed();
    changed();
  };
  doc.on("update", counted);

  const provider: WebsocketProvider = new WebsocketProvider(options.server, room, doc, {
    connect: false,
    disableBc: true,
    params: {},
    WebSocketPolyfill: countingSocket(transport.WebSocket, progress.sent),
    // Every connection is ours to begin: with a fresh token, and spread in time.
    shouldReconnect: () => false,
  });
  const presence = createPresence(text, provider.awareness, options.now);
  provider.messageHandlers[MESSAGE_DURABLE] = (_encoder, decoder) => {
    readVarUint8Array(decoder);
    progress.durable(readVarUint(decoder));
    changed();
  };
  provider.on("status", ({ status }) => {
    if (status !== "connected") return;
    progress.connected();
    connected = everConnected = true;
    // A newer clock: the server may still hold the old socket's presence, and takes an id over only with one.
    provider.awareness.setLocalState(provider.awareness.getLocalState());
    changed();
  });
  provider.on("sync", (synced: boolean) => {
    if (!synced) return;
    failures = 0;
    everSynced = true;
    changed();
  });
  provider.on("connection-close", (event) => {
    // Also after the provider's own watchdog, which would connect again by itself.
    provider.shouldConnect = false;
    connected = false;
    const code = event?.code ?? 0;
    if (code >= 4400 && code < 4500 && code !== closeCodes.unauthorized)
      return end(reasonOf(code, event?.reason));
    changed();
    again();
  });

  function end(reason: string): void {
    if (disposed || ended !== undefined) return;
    ended = reason;
    stop();
    changed();
  }

  function again(): void {
    if (disposed || ended !== undefined) return;
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), most * (0.5 + options.random() / 2));
  }

  async function connect(): Promise<void> {
    try {
      const access = await api.access(options.invitation);
      if (disposed || ended !== undefined) return;
      if (!haveCommonHistory(doc, access.vector))
        return end(
          "The shared PRD was removed from the server and started again. Close the file and reopen it to merge both texts; yours stays as it is.",
        );
      provider.params = { token: access.token, durable: "1" };
      refreshLater(access.refreshAfter);
      provider.connect();
    } catch (error) {
      if (error instanceof ServerError && error.kind === "refused") end(error.message);
      else again();
      changed();
    }
  }

  /** The server closes a socket whose token expires; a new one is fetched before, and used when it does. */
  function refreshLater(ms: number): void {
    clearTimeout(refresh);
    refresh = setTimeout(() => void renew(), Math.max(5_000, ms));
  }

  async function renew(): Promise<void> {
    try {
      const access = await api.access(options.invitation);
      provider.params = { token: access.token, durable: "1" };
      refreshLater(access.refreshAfter);
    } catch {
      refreshLater(60_000);
    }
  }

  function stop(): void {
    clearTimeout(timer);
    clearTimeout(refresh);
    provider.destroy();
    provider.awareness.destroy();
  }

  void connect();

  return {
    doc,
    text,
    presence,
    get status(): LiveStatus {
      const { pending } = progress;
      if (ended !== undefined) return { kind: "ended", reason: ended, pending };
      if (connected && provider.synced)
        return options.right === "read" ? { kind: "read-only" } : { kind: "live", pending };
      return { kind: everConnected || failures > 0 ? "offline" : "connecting", pending };
    },
    synced(withinMs) {
      if (everSynced || ended !== undefined) return Promise.resolve(everSynced);
      return new Promise((resolve) => {
        const finish = (): void => {
          clearTimeout(late);
          listeners.delete(look);
          resolve(everSynced);
        };
        const look = (): void => {
          if (everSynced || ended !== undefined || disposed) finish();
        };
        const late = setTimeout(finish, withinMs);
        listeners.add(look);
      });
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      changed();
      doc.off("update", counted);
      presence.dispose();
      stop();
      listeners.clear();
    },
  };
}

function reasonOf(code: number, said: string | undefined): string {
  if (code === closeCodes.revoked) return "Your invitation was taken back. Your text stays as it is.";
  return said !== undefined && said !== ""
    ? said
    : "The server ended this session. Your text stays as it is; joining again may help.";
}
