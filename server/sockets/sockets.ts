/** All sockets: lets them in, counts them, keeps them alive, and ends those whose time is over. */
import { STATUS_CODES } from "node:http";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import { closeCodes } from "../../src/collab/protocol.ts";
import type { Token } from "../access/tokens.ts";
import { CLOCK_TOLERANCE } from "../access/tokens.ts";
import { awarenessFrame } from "../room/frames.ts";
import { addressOf, admitted, allowsOrigin } from "../access/admission.ts";
import type { Admission } from "../access/admission.ts";
import type { Services } from "../room/member.ts";
import type { Room } from "../room/room.ts";
import { TooManyRooms } from "../room/rooms.ts";
import type { Rooms } from "../room/rooms.ts";
import { FULL, Places } from "./places.ts";
import type { Full } from "./places.ts";
import { Connection } from "./socket.ts";
import { DamagedRoom } from "../store/store.ts";

export interface Sockets {
  /** For the `upgrade` event of the HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes those whose token is in the room, exactly there and not through a pattern, and satisfies a condition. */
  closeRevoked(room: string, isMeant: (token: Token) => boolean): void;
  /** Those with this token stay in until then. */
  prolong(room: string, jti: string, expires: number): void;
  /** Reads no more and lets nobody in. */
  hold(): void;
  /** Says goodbye to all. */
  closeAll(): void;
}

/** What the library would close with, in codes that a client does not come back after. */
const ownCodes: Readonly<Record<number, number>> = {
  1002: closeCodes.badFrame,
  1003: closeCodes.badFrame,
  1007: closeCodes.badFrame,
  1008: closeCodes.overLimit,
  1009: closeCodes.overLimit,
};

class CodedWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === undefined ? code : (ownCodes[code] ?? code), reason);
  }
}

const alive = awarenessFrame([]);

export function startSockets(services: Services, admission: Admission, rooms: Rooms): Sockets {
  return new AllSockets(services, admission, rooms);
}

class AllSockets implements Sockets {
  readonly #services: Services;
  readonly #admission: Admission;
  readonly #rooms: Rooms;
  readonly #connections = new Map<Connection, { readonly room: string; readonly slot: number }>();
  readonly #places: Places;
  readonly #server: WebSocketServer;
  readonly #slots: number;
  readonly #sweeping: NodeJS.Timeout;
  #slot = 0;
  #stopping = false;
  #closed = false;

  constructor(services: Services, admission: Admission, rooms: Rooms) {
    this.#services = services;
    this.#admission = admission;
    this.#rooms = rooms;
    this.#places = new Places(services);
    const { frameBytes, keepAliveSeconds } = services.limits;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: frameBytes,
      // What arrives in crumbs takes many times its bytes in memory.
      maxBufferedChunks: 16 * 1024,
      maxFragments: 16 * 1024,
      autoPong: false,
      WebSocket: CodedWebSocket,
    });
    const every = Math.min(1000, keepAliveSeconds * 1000);
    this.#slots = Math.max(1, Math.round((keepAliveSeconds * 1000) / every));
    this.#sweeping = setInterval(() => this.#sweep(), every);
  }

  /** Ends those whose time is over, and gives a sign of life to some of the others, so that all get one in turn. */
  #sweep(): void {
    this.#slot = (this.#slot + 1) % this.#slots;
    const now = Date.now();
    for (const [connection, { slot }] of this.#connections) {
      if (connection.expires + CLOCK_TOLERANCE * 1000 < now)
        connection.close(closeCodes.unauthorized, "This invitation has expired.");
      else if (slot === this.#slot) keepAlive(connection);
    }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    this.#enter(request, socket, head).catch((error: unknown) => {
      this.#services.log.error({ reason: String(error) }, "upgrade");
      socket.destroy();
    });
  }

  async #enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (this.#stopping) return refuse(socket, 503);
    if (!allowsOrigin(this.#admission, request)) return refuse(socket, 403);
    if (this.#places.areGone) return refuse(socket, 503);
    const url = URL.canParse(request.url ?? "", "ws://server")
      ? new URL(request.url ?? "", "ws://server")
      : undefined;
    // Proxies may put the server below a path; the room is always its last part.
    const name = url?.pathname.split("/").at(-1) ?? "";
    const token = await admitted(this.#admission, url?.searchParams.get("token") ?? undefined, name);
    if (socket.destroyed) return;
    if (this.#stopping) return refuse(socket, 503);
    const address = addressOf(this.#admission, request);
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      ws.on("error", () => undefined);
      this.#places.opened(ws);
      const { counts } = this.#services.metrics;
      if (token === undefined) {
        counts.sockets_refused_total++;
        return turnAway(ws, closeCodes.unauthorized, "This invitation is not valid here, or has expired.");
      }
      const full = this.#places.take(ws, address, token, this.#rooms.find(name)?.leases ?? 0);
      if (full !== undefined) return this.#overLimit(ws, full);
      counts.sockets_opened_total++;
      const durable = url?.searchParams.get("durable") === "1";
      const connection = new Connection(ws, socket as Socket, token, durable, this.#services);
      void this.#settle(connection, ws, name);
    });
  }

  #overLimit(ws: WebSocket, { code, reason }: Full): void {
    this.#services.metrics.counts.sockets_over_limit_total++;
    turnAway(ws, code, reason);
  }

  /** Never rejects. */
  async #settle(connection: Connection, ws: WebSocket, name: string): Promise<void> {
    let isClosed = false;
    ws.on("close", () => (isClosed = true));
    let room: Room;
    try {
      room = await this.#rooms.open(name);
    } catch (error) {
      if (error instanceof TooManyRooms) return this.#overLimit(ws, FULL);
      if (error instanceof DamagedRoom)
        return connection.close(
          closeCodes.roomDamaged,
          "The server cannot read this PRD; whoever runs it can help.",
        );
      return connection.close(closeCodes.tryAgainLater, "The server cannot read this PRD now.");
    }
    // Closed, revoked or stopped while the room was loaded.
    if (isClosed || ws.readyState !== ws.OPEN) return this.#rooms.release(room);
    if (this.#admission.revocations.has(connection.person)) {
      connection.close(closeCodes.revoked, "This invitation was taken back.");
      return this.#rooms.release(room);
    }
    this.#connections.set(connection, { room: name, slot: Math.floor(Math.random() * this.#slots) });
    ws.on("close", () => {
      this.#connections.delete(connection);
      connection.leave();
      this.#rooms.release(room);
    });
    connection.enter(room);
    if (this.#stopping) connection.hold();
    if (this.#closed) goodbye(connection);
  }

  closeRevoked(room: string, isMeant: (token: Token) => boolean): void {
    for (const [connection, where] of this.#connections) {
      if (where.room === room && connection.person.room === room && isMeant(connection.person))
        connection.close(closeCodes.revoked, "This invitation was taken back.");
    }
  }

  prolong(room: string, jti: string, expires: number): void {
    for (const [connection, where] of this.#connections) {
      if (where.room === room && connection.person.jti === jti)
        connection.expires = Math.max(connection.expires, expires);
    }
  }

  hold(): void {
    this.#stopping = true;
    for (const connection of this.#connections.keys()) connection.hold();
  }

  closeAll(): void {
    clearInterval(this.#sweeping);
    this.#closed = true;
    for (const connection of this.#connections.keys()) goodbye(connection);
  }
}

function keepAlive(connection: Connection): void {
  if (connection.silent >= 3) return connection.terminate();
  // Stock clients end a connection on which no message came for 30 seconds; a ping is none.
  connection.send(alive);
  connection.ping();
}

function goodbye(connection: Connection): void {
  connection.close(closeCodes.goingAway, "The server is stopping.");
}

/** Says why in a close frame, since a client tells nobody what an HTTP answer said. */
function turnAway(ws: WebSocket, code: number, reason: string): void {
  ws.close(code, reason);
  setTimeout(() => ws.terminate(), 2_000).unref();
}

function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
