/** A server in this process on a free port, with LevelDB in a temporary folder, and stock clients for it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { keysOf, signToken } from "../../server/access/tokens.ts";
import type { Grant } from "../../server/access/tokens.ts";
import { SYNC_UPDATE } from "../../server/room/frames.ts";
import { startServer } from "../../server/server.ts";
import type { RunningServer, ServerOptions } from "../../server/server.ts";
import { openLevelStore } from "../../server/store/level.ts";
import { MESSAGE_SYNC } from "../../src/collab/protocol.ts";

// Each stock client listens for the end of the process.
process.setMaxListeners(200);

export const keys = keysOf("0123456789abcdef0123456789abcdef");

const closing: (() => unknown)[] = [];

/** What a test opened and did not close itself; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** Something that {@link closeAll} calls. */
export function later(close: () => unknown): void {
  closing.push(close);
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "seamwork-server-"));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestServer extends RunningServer {
  readonly folder: string;
}

/** @param options `folder` to open what another server left */
export async function serverWith(
  options: Partial<ServerOptions> & { readonly folder?: string } = {},
): Promise<TestServer> {
  const { folder = temporaryFolder(), ...rest } = options;
  const store = rest.store ?? (await openLevelStore(join(folder, "rooms")));
  const server = await startServer({ keys, port: 0, ...rest, store });
  later(() => server.stop(2));
  return { ...server, folder };
}

export const lena = { handle: "@lena", name: "Lena Fischer", role: "pm", right: "edit" } as const;
export const mats = { handle: "@mats", name: "Mats Berg", role: "eng", right: "edit" } as const;

/** A token for `room`, an hour long, from the command line. */
export function tokenFor(room: string, grant: Partial<Grant> = {}): Promise<string> {
  const expires = Date.now() + 3_600_000;
  return signToken({ ...lena, room, expires, until: grant.expires ?? expires, ...grant }, keys);
}

export interface Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly text: Y.Text;
}

/** The unmodified client, which reconnects by itself. */
export function clientOf(
  server: Pick<RunningServer, "url">,
  room: string,
  token: string,
  params: Record<string, string> = {},
): Client {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server.url, room, doc, {
    params: { token, ...params },
    disableBc: true,
    maxBackoffTime: 200,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  later(() => {
    provider.destroy();
    doc.destroy();
  });
  return { doc, provider, text: doc.getText("content") };
}

/** Waits until a condition holds. @throws after `ms` milliseconds, with what was waited for */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  ms = 10_000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`After ${ms} ms there was still not: ${what}.`);
    await new Promise((done) => void setTimeout(done, 5));
  }
}

export function synced({ provider }: Client): Promise<void> {
  return until("synced", () => provider.synced);
}

/** A client that is synced. */
export async function joined(...args: Parameters<typeof clientOf>): Promise<Client> {
  const client = clientOf(...args);
  await synced(client);
  return client;
}

/** Waits until all have the same text. */
export function converged(...clients: readonly Client[]): Promise<void> {
  return until("the same text everywhere", () =>
    clients.every(({ text }) => text.toJSON() === clients[0]?.text.toJSON()),
  );
}

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A bare socket, for what a stock client would not do. */
export function rawSocket(
  server: Pick<RunningServer, "url">,
  path: string,
  headers: Record<string, string> = {},
): { ws: WebSocket; closed: Promise<Closed>; frames: Buffer[] } {
  const ws = new WebSocket(`${server.url}/${path}`, { perMessageDeflate: false, headers });
  const frames: Buffer[] = [];
  ws.on("message", (data: Buffer) => frames.push(data));
  ws.on("error", () => undefined);
  const closed = new Promise<Closed>((done) => {
    ws.on("close", (code, reason) => done({ code, reason: reason.toString() }));
  });
  later(() => ws.terminate());
  return { ws, closed, frames };
}

/** A frame that brings an update, with what the websocket adds left out. */
export function updateMessage(update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, MESSAGE_SYNC);
  writeVarUint(encoder, SYNC_UPDATE);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** What a client sees of a frame that the server makes: without the websocket's own header. */
export function payloadOf(frame: Buffer): Buffer {
  return frame.subarray(frame[1] === 127 ? 10 : frame[1] === 126 ? 4 : 2);
}

/** A request with a bearer token. */
export function ask(
  server: Pick<RunningServer, "url">,
  method: string,
  path: string,
  {
    token,
    body,
    headers = {},
  }: { token?: string | undefined; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${server.url.replace(/^ws/, "http")}${path}`, {
    method,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** One of the server's own metrics, by its name without `seamwork_`; NaN when there is none of that name. */
export async function metric(server: Pick<RunningServer, "url">, name: string): Promise<number> {
  const text = await (await ask(server, "GET", "/metrics")).text();
  return Number(new RegExp(`^seamwork_${name} (.*)$`, "m").exec(text)?.[1]);
}
