/** `seamwork invite`: a link with a token in it, made where the secret is. */
import { linkOf, isServer } from "../src/collab/link.ts";
import { isRoomPattern } from "../src/collab/room-name.ts";
import type { Right } from "../src/collab/protocol.ts";
import { signToken } from "./access/tokens.ts";
import { CannotStart } from "./program.ts";
import type { Output } from "./program.ts";
import { keysOfEnvironment, keysOfFile } from "./access/secret.ts";

export interface InviteFlags {
  readonly server: string;
  readonly secretFile?: string;
  readonly name: string;
  readonly handle: string;
  readonly role: string;
  readonly right: Right;
  /** Milliseconds. */
  readonly expires: number;
  readonly fingerprint?: string;
  readonly json?: true;
}

export async function invite(room: string, flags: InviteFlags, { out }: Output): Promise<number> {
  if (!isRoomPattern(room))
    throw new CannotStart(
      `“${room}” is not a room name: use letters, digits, “.”, “_” and “-”, at most 100; a “*” at the end means every room that begins like this.`,
    );
  const url = flags.server.replace(/\/+$/, "");
  if (!isServer(url))
    throw new CannotStart(
      `“${flags.server}” is not the address of a server, such as wss://live.example.com.`,
    );
  const keys = flags.secretFile === undefined ? keysOfEnvironment() : keysOfFile(flags.secretFile);
  if (keys === undefined)
    throw new CannotStart("Which secret does the server use? Give it with --secret-file or SEAMWORK_SECRET.");
  const { name, role, right, fingerprint } = flags;
  const expires = Date.now() + flags.expires;
  const handle = flags.handle.startsWith("@") ? flags.handle : `@${flags.handle}`;
  const token = await signToken({ handle, name, role, right, room, expires, until: expires }, keys);
  const link = linkOf({ server: url, room, token, ...(fingerprint !== undefined && { fingerprint }) });
  out(flags.json === true ? `${JSON.stringify({ url, room, token, link })}\n` : `${link}\n`);
  return 0;
}
