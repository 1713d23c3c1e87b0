import type { WebSocket } from "ws";
import { closeCodes } from "../../src/collab/protocol.ts";
import type { Token } from "../access/tokens.ts";
import type { Services } from "../room/member.ts";

/** Why there is no place for a socket: what it is closed with. */
export interface Full {
  readonly code: number;
  readonly reason: string;
}

/** Counts the sockets: all that are open, and those that were let in by address and by token. */
export class Places {
  readonly #services: Services;
  readonly #perAddress = new Map<string, number>();
  readonly #perToken = new Map<string, number>();
  #open = 0;

  constructor(services: Services) {
    this.#services = services;
  }

  /** So many are open that another one is not even told why. */
  get areGone(): boolean {
    return this.#open >= this.#services.limits.sockets * 1.1;
  }

  /** A socket is open; it counts until it closes, whatever becomes of it. */
  opened(ws: WebSocket): void {
    const { counts } = this.#services.metrics;
    counts.sockets = ++this.#open;
    ws.on("close", () => (counts.sockets = --this.#open));
  }

  /**
   * Takes a place for a socket, until it closes.
   *
   * @param inRoom how many hold its room open already
   * @returns why there is none
   */
  take(ws: WebSocket, address: string, { jti, room }: Token, inRoom: number): Full | undefined {
    const { limits } = this.#services;
    const token = `${room} ${jti}`;
    const { overLimit } = closeCodes;
    if ((this.#perAddress.get(address) ?? 0) >= limits.socketsPerAddress)
      return { code: overLimit, reason: "Too many connections from this address." };
    if ((this.#perToken.get(token) ?? 0) >= limits.socketsPerToken)
      return { code: overLimit, reason: "Too many connections with this invitation." };
    if (inRoom >= limits.socketsPerRoom)
      return { code: overLimit, reason: "Too many people are in this PRD." };
    add(this.#perAddress, address, 1);
    add(this.#perToken, token, 1);
    ws.on("close", () => {
      add(this.#perAddress, address, -1);
      add(this.#perToken, token, -1);
    });
    if (this.#open > limits.sockets) return FULL;
    return undefined;
  }
}

/** The server as a whole has no place left. */
export const FULL: Full = { code: closeCodes.tryAgainLater, reason: "The server is full." };

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
