/** One socket in a room: reads its messages, keeps its pace, and writes ready-made frames to it. */
import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import {
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
  closeCodes,
} from "../../src/collab/protocol.ts";
import type { Token } from "../access/tokens.ts";
import { BadBytes, readBytes, readNumber } from "../room/bytes.ts";
import { SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from "../room/frames.ts";
import { TooLarge, hear, presenceOf } from "../room/presence.ts";
import type { Presence } from "../room/presence.ts";
import type { Member, Services } from "../room/member.ts";
import type { Room } from "../room/room.ts";

export class Connection implements Member {
  readonly person: Token;
  readonly presence: Presence;
  readonly durable: boolean;
  received = 0;
  flushed = 0;
  acknowledged = -1;
  /** Milliseconds since 1970; refreshing the token moves it. */
  expires: number;
  /** Signs of life that stayed without an answer. */
  silent = 0;
  readonly #ws: WebSocket;
  readonly #socket: Socket;
  readonly #services: Services;
  #room: Room | undefined;
  #holds = 0;
  /** What had been read already when this socket was held. */
  #backlog: (readonly [data: Buffer, isBinary: boolean])[] = [];
  /** Set while this socket is paused because it reads slowly. */
  #missed: (() => Buffer[]) | undefined;
  #tooSlow: NodeJS.Timeout | undefined;
  #messages: number;
  #bytes: number;
  #refilled = Date.now();
  #throttled = false;

  constructor(ws: WebSocket, socket: Socket, person: Token, durable: boolean, services: Services) {
    this.person = person;
    this.presence = presenceOf(person);
    this.durable = durable;
    this.expires = person.expires;
    this.#ws = ws;
    this.#socket = socket;
    this.#services = services;
    this.#messages = services.limits.messagesPerSecond * 2;
    this.#bytes = services.limits.bytesPerSecond * 2;
    // Nothing is read before the room is loaded.
    this.hold();
  }

  /** Begins to listen, in a room that is loaded. */
  enter(room: Room): void {
    this.#room = room;
    this.#ws.on("message", (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
    this.#ws.on("ping", (data: Buffer) => {
      this.#spend(data.length);
      // Whoever does not read gets no answers either.
      if (this.#socket.writableLength < this.#services.limits.slowReaderBytes) this.#ws.pong(data);
    });
    this.#ws.on("pong", () => (this.silent = 0));
    room.join(this);
    this.release();
  }

  readonly send = (frame: Buffer): boolean => {
    if (this.#missed !== undefined || this.#ws.readyState !== this.#ws.OPEN) return false;
    this.#socket.write(frame);
    if (this.#socket.writableLength > this.#services.limits.slowReaderBytes) this.#pause();
    return true;
  };

  /** A sign of life that costs a paused socket nothing. */
  ping(): void {
    this.silent++;
    if (this.#missed === undefined && this.#ws.readyState === this.#ws.OPEN) this.#ws.ping();
  }

  readonly hold = (): void => {
    if (this.#holds++ === 0) this.#ws.pause();
  };

  readonly release = (): void => {
    if (--this.#holds > 0) return;
    const backlog = this.#backlog;
    this.#backlog = [];
    for (const [index, [data, isBinary]] of backlog.entries()) {
      this.#receive(data, isBinary);
      if (this.#isHeld) {
        this.#backlog = [...backlog.slice(index + 1), ...this.#backlog];
        return;
      }
    }
    this.#ws.resume();
  };

  get #isHeld(): boolean {
    return this.#holds > 0;
  }

  close(code: number, reason: string): void {
    this.#services.log.info({ room: this.#room?.name, code, reason }, "socket closed");
    this.leave();
    clearTimeout(this.#tooSlow);
    this.#ws.close(code, reason);
    // A paused socket would not hear the answer.
    this.#ws.resume();
  }

  terminate(): void {
    this.leave();
    this.#ws.terminate();
  }

  /** The room does not know this socket any more. */
  leave(): void {
    this.#room?.leave(this);
    this.#room = undefined;
    clearTimeout(this.#tooSlow);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    const room = this.#room;
    if (room === undefined) return;
    if (this.#isHeld) {
      this.#backlog.push([data, isBinary]);
      return;
    }
    this.silent = 0;
    this.#spend(data.length);
    try {
      if (!isBinary) throw new BadBytes("A message is text.");
      this.#read(data, room);
    } catch (error) {
      const { metrics } = this.#services;
      if (error instanceof TooLarge) return this.overLimit("This presence is larger than the server allows.");
      if (!(error instanceof BadBytes))
        this.#services.log.error({ room: room.name, reason: String(error) }, "message");
      metrics.counts.bad_frames_total++;
      this.close(
        closeCodes.badFrame,
        error instanceof BadBytes ? error.message : "The message cannot be read.",
      );
    }
  }

  overLimit(reason: string): void {
    this.#services.metrics.counts.sockets_over_limit_total++;
    this.close(closeCodes.overLimit, reason);
  }

  #read(bytes: Buffer, room: Room): void {
    const cursor = { bytes, at: 0 };
    switch (readNumber(cursor)) {
      case MESSAGE_SYNC: {
        const kind = readNumber(cursor);
        const content = readBytes(cursor);
        if (cursor.at !== bytes.length) throw new BadBytes("Something follows the message.");
        return this.#sync(kind, content, room);
      }
      case MESSAGE_AWARENESS: {
        const { awarenessBytes } = this.#services.limits;
        if (hear(readBytes(cursor), this.presence, room.attendance.owners, awarenessBytes))
          room.attendance.moved(this.presence);
        return;
      }
      case MESSAGE_QUERY_AWARENESS:
        this.send(room.attendance.everybody());
        return;
      default:
        throw new BadBytes("There is no such message in this protocol.");
    }
  }

  #sync(kind: number, content: Uint8Array, room: Room): void {
    switch (kind) {
      case SYNC_STEP_1:
        // All of the room is looked through for an answer.
        this.#spend(room.bytes);
        this.send(room.answer(checkedVector(content)));
        return;
      case SYNC_STEP_2:
      case SYNC_UPDATE:
        // A stock client answers our vector whatever its right is.
        if (this.person.right !== "edit") return;
        if (!room.receive(this, this.person, content, kind === SYNC_STEP_2))
          this.overLimit("This PRD has become larger than the server allows.");
        return;
      default:
        throw new BadBytes("There is no such sync message.");
    }
  }

  /** Takes a message from what the socket may send in this second; above it, reads on when there is something again. */
  #spend(bytes: number): void {
    const { messagesPerSecond, bytesPerSecond } = this.#services.limits;
    this.#messages--;
    this.#bytes -= bytes;
    if (this.#messages >= 0 && this.#bytes >= 0) return;
    const now = Date.now();
    const seconds = (now - this.#refilled) / 1000;
    this.#refilled = now;
    this.#messages = Math.min(this.#messages + seconds * messagesPerSecond, messagesPerSecond * 2);
    this.#bytes = Math.min(this.#bytes + seconds * bytesPerSecond, bytesPerSecond * 2);
    const missing = Math.max(-this.#messages / messagesPerSecond, -this.#bytes / bytesPerSecond);
    if (missing <= 0 || this.#throttled) return;
    this.#throttled = true;
    this.#services.metrics.counts.throttled_total++;
    this.hold();
    setTimeout(() => {
      this.#throttled = false;
      this.release();
    }, missing * 1000).unref();
  }

  /** Too much waits to be read by this socket: nothing more goes to it until it has read all, and nothing is read from it. */
  #pause(): void {
    const room = this.#room;
    if (room === undefined) return;
    this.#services.metrics.counts.slow_readers_total++;
    this.#missed = room.bookmark();
    this.hold();
    this.#tooSlow = setTimeout(() => {
      this.#services.metrics.counts.slow_readers_closed_total++;
      this.close(closeCodes.tryAgainLater, "This connection reads too slowly.");
    }, this.#services.limits.slowReaderSeconds * 1000).unref();
    this.#socket.once("drain", () => {
      clearTimeout(this.#tooSlow);
      const missed = this.#missed;
      this.#missed = undefined;
      this.release();
      if (missed === undefined || this.#room === undefined) return;
      for (const frame of missed()) this.send(frame);
      this.#room.caughtUp(this);
    });
  }
}

/** @throws BadBytes for what is no state vector */
function checkedVector(bytes: Uint8Array): Uint8Array {
  const cursor = { bytes, at: 0 };
  for (let count = readNumber(cursor); count > 0; count--) {
    readNumber(cursor);
    readNumber(cursor);
  }
  if (cursor.at !== bytes.length) throw new BadBytes("Something follows the state vector.");
  return bytes;
}
