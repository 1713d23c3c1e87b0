/** Who gets in: the same few checks for sockets and for requests. */
import type { IncomingMessage } from "node:http";
import { covers, isRoomName } from "../../src/collab/room-name.ts";
import { verifyToken } from "./tokens.ts";
import type { Keys, Token } from "./tokens.ts";
import type { Revocations } from "./revocations.ts";

export interface Admission {
  readonly keys: Keys;
  readonly revocations: Revocations;
  /** `X-Forwarded-For` is believed. */
  readonly behindProxy: boolean;
  /** Web pages that may connect, as browsers name them: `https://example.com`. */
  readonly origins: readonly string[];
}

/** Whether a web page may speak to this server; other programs name no origin. */
export function allowsOrigin({ origins }: Admission, { headers }: IncomingMessage): boolean {
  return headers.origin === undefined || origins.includes(headers.origin);
}

/** @returns the token if it holds now, in this room; undefined says nothing about the room */
export async function admitted(
  admission: Admission,
  token: string | undefined,
  room: string,
): Promise<Token | undefined> {
  if (token === undefined || !isRoomName(room)) return undefined;
  const found = await verifyToken(token, admission.keys);
  if (found === undefined || !covers(found.room, room) || admission.revocations.has(found)) return undefined;
  return found;
}

/** The network address that a request came from. */
export function addressOf({ behindProxy }: Admission, { headers, socket }: IncomingMessage): string {
  const forwarded = behindProxy ? String(headers["x-forwarded-for"] ?? "") : "";
  // Each proxy adds its client at the end, so only the last is not the client's own claim.
  const last = forwarded.split(",").at(-1)?.trim() ?? "";
  return last === "" ? (socket.remoteAddress ?? "") : last;
}
