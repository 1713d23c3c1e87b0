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
  const { limits, metrics, log } = services;
  const connections = new Map<Connection, { readonly room: string; readonly slot: number }>();
  const perAddress = new Map<string, number>();
  const perToken = new Map<string, number>();
  let open = 0;
  let stopping = false;
  let closed = false;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    // What arrives in crumbs takes many times its bytes in memory.
    maxBufferedChunks: 16 * 1024,
    maxFragments: 16 * 1024,
    autoPong: false,
    WebSocket: CodedWebSocket,
  });

  const every = Math.min(1000, limits.keepAliveSeconds * 1000);
  const slots = Math.max(1, Math.round((limits.keepAliveSeconds * 1000) / every));
  let slot = 0;
  const sweeping = setInterval(() => {
    slot = (slot + 1) % slots;
    const now = Date.now();
    for (const [connection, { slot: own }] of connections) {
      if (connection.expires + CLOCK_TOLERANCE * 1000 < now)
        connection.close(closeCodes.unauthorized, "This invitation has expired.");
      else if (own === slot) keepAlive(connection);
    }
  }, every);

  function keepAlive(connection: Connection): void {
    if (connection.silent >= 3) return connection.terminate();
    // Stock clients end a connection on which no message came for 30 seconds; a ping is none.
    connection.send(alive);
    connection.ping();
  }

  /** @returns what undoes it, or the reason why there is one too many */
  function count(address: string, { jti, room }: Token, name: string): (() => void) | string {
    const token = `${room} ${jti}`;
    if ((perAddress.get(address) ?? 0) >= limits.socketsPerAddress)
      return "Too many connections from this address.";
    if ((perToken.get(token) ?? 0) >= limits.socketsPerToken)
      return "Too many connections with this invitation.";
    if ((rooms.find(name)?.leases ?? 0) >= limits.socketsPerRoom) return "Too many people are in this PRD.";
    add(perAddress, address, 1);
    add(perToken, token, 1);
    return () => {
      add(perAddress, address, -1);
      add(perToken, token, -1);
    };
  }

  async function enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (stopping) return refuse(socket, 503);
    if (!allowsOrigin(admission, request)) return refuse(socket, 403);
    if (open >= limits.sockets * 1.1) return refuse(socket, 503);
    const url = URL.canParse(request.url ?? "", "ws://server")
      ? new URL(request.url ?? "", "ws://server")
      : undefined;
    // Proxies may put the server below a path; the room is always its last part.
    const name = url?.pathname.split("/").at(-1) ?? "";
    const token = await admitted(admission, url?.searchParams.get("token") ?? undefined, name);
    if (socket.destroyed) return;
    if (stopping) return refuse(socket, 503);
    const address = addressOf(admission, request);
    server.handleUpgrade(request, socket, head, (ws) => {
      ws.on("error", () => undefined);
      metrics.counts.sockets = ++open;
      ws.on("close", () => (metrics.counts.sockets = --open));
      if (token === undefined) {
        metrics.counts.sockets_refused_total++;
        return turnAway(ws, closeCodes.unauthorized, "This invitation is not valid here, or has expired.");
      }
      const counted = count(address, token, name);
      if (typeof counted === "string") return overLimit(ws, closeCodes.overLimit, counted);
      ws.on("close", counted);
      if (open > limits.sockets) return overLimit(ws, closeCodes.tryAgainLater, "The server is full.");
      metrics.counts.sockets_opened_total++;
      const durable = url?.searchParams.get("durable") === "1";
      const connection = new Connection(ws, socket as Socket, token, durable, services);
      void settle(connection, ws, name);
    });
  }

  function overLimit(ws: WebSocket, code: number, reason: string): void {
    metrics.counts.sockets_over_limit_total++;
    turnAway(ws, code, reason);
  }

  /** Never rejects. */
  async function settle(connection: Connection, ws: WebSocket, name: string): Promise<void> {
    let isClosed = false;
    ws.on("close", () => (isClosed = true));
    let room: Room;
    try {
      room = await rooms.open(name);
    } catch (error) {
      if (error instanceof TooManyRooms)
        return overLimit(ws, closeCodes.tryAgainLater, "The server is full.");
      if (error instanceof DamagedRoom)
        return connection.close(
          closeCodes.roomDamaged,
          "The server cannot read this PRD; whoever runs it can help.",
        );
      return connection.close(closeCodes.tryAgainLater, "The server cannot read this PRD now.");
    }
    // Closed, revoked or stopped while the room was loaded.
    if (isClosed || ws.readyState !== ws.OPEN) return rooms.release(room);
    if (admission.revocations.has(connection.person)) {
      connection.close(closeCodes.revoked, "This invitation was taken back.");
      return rooms.release(room);
    }
    connections.set(connection, { room: name, slot: Math.floor(Math.random() * slots) });
    ws.on("close", () => {
      connections.delete(connection);
      connection.leave();
      rooms.release(room);
    });
    connection.enter(room);
    if (stopping) connection.hold();
    if (closed) goodbye(connection);
  }

  function goodbye(connection: Connection): void {
    connection.close(closeCodes.goingAway, "The server is stopping.");
  }

  return {
    upgrade(request, socket, head) {
      socket.on("error", () => socket.destroy());
      enter(request, socket, head).catch((error: unknown) => {
        log.error({ reason: String(error) }, "upgrade");
        socket.destroy();
      });
    },
    closeRevoked(room, isMeant) {
      for (const [connection, where] of connections) {
        if (where.room === room && connection.person.room === room && isMeant(connection.person))
          connection.close(closeCodes.revoked, "This invitation was taken back.");
      }
    },
    prolong(room, jti, expires) {
      for (const [connection, where] of connections) {
        if (where.room === room && connection.person.jti === jti)
          connection.expires = Math.max(connection.expires, expires);
      }
    },
    hold() {
      stopping = true;
      for (const connection of connections.keys()) connection.hold();
    },
    closeAll() {
      clearInterval(sweeping);
      closed = true;
      for (const connection of connections.keys()) goodbye(connection);
    },
  };
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
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
