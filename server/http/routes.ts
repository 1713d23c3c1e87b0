/** What can be asked about a room, by method and the path's part behind the room's name. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod/mini";
import { NOBODY } from "../../src/collab/protocol.ts";
import { personShape, signToken } from "../access/tokens.ts";
import type { Token } from "../access/tokens.ts";
import type { Admission } from "../access/admission.ts";
import type { Services } from "../room/member.ts";
import type { Rooms } from "../room/rooms.ts";
import type { Sockets } from "../sockets/sockets.ts";
import { Refusal, answerJson, answerText, bodyOf, jsonOf } from "./requests.ts";
import type { Room } from "../room/room.ts";
import { seedUpdate } from "../room/seed.ts";
import type { Revocation } from "../store/store.ts";

/** What a route works with. */
export interface Http {
  readonly services: Services;
  readonly admission: Admission;
  readonly rooms: Rooms;
  readonly sockets: Sockets;
  readonly isStopping: () => boolean;
}

/** A request about a room, from somebody who may be in it. */
interface Asked extends Http {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly room: string;
  readonly token: Token;
  /** The path behind what chose the route. */
  readonly rest: readonly string[];
}

const HOUR = 3_600_000;

/** So long the disk may take, in milliseconds: less than a client waits before it says that nobody answers. */
const DISK_MS = 8_000;

export const routes: Readonly<Record<string, (asked: Asked) => Promise<void>>> = {
  "PUT ": seed,
  "GET ": async (asked) => inRoom(asked, async (room) => answerText(asked.response, 200, room.text)),
  "POST tokens": invite,
  "POST refresh": refresh,
  "POST revoke": revoke,
  "POST versions": nameVersion,
  "GET versions": versionText,
  "GET days": dayText,
  "GET history": history,
};

/** Holds the room open for as long as `use` takes. */
async function inRoom<Result>(
  { rooms, room: name }: Asked,
  use: (room: Room) => Promise<Result>,
): Promise<Result> {
  const room = await rooms.open(name);
  try {
    return await use(room);
  } finally {
    rooms.release(room);
  }
}

function mustEdit({ token }: Asked): void {
  if (token.right !== "edit") throw new Refusal(403, "This invitation only lets you read.");
}

async function parsed<Shape extends z.ZodMiniType>(asked: Asked, shape: Shape): Promise<z.output<Shape>> {
  const result = shape.safeParse(await jsonOf(asked.request));
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join(".") ?? "";
  throw new Refusal(
    400,
    where === "" ? "Something in the body is missing or invalid." : `“${where}” is missing or invalid.`,
  );
}

async function seed(asked: Asked): Promise<void> {
  mustEdit(asked);
  const { request, response, services, token } = asked;
  const text = await bodyOf(request, services.limits.frameBytes);
  await inRoom(asked, async (room) => {
    if (!room.isNew) throw new Refusal(409, "This PRD already exists.");
    const update = seedUpdate(text);
    if (update !== undefined && !room.receive(undefined, nobody(token), update, false))
      throw new Refusal(413, "This PRD is larger than the server allows.");
    await onDisk(room);
    answerJson(response, 201, { room: room.name });
  });
}

/** What a room begins with was written before it was shared, by whomever: not by the person who shares it. */
function nobody(token: Asked["token"]): Asked["token"] {
  return { ...token, handle: NOBODY, name: "" };
}

/** Waits until all that came is on disk, which a full one never says. */
async function onDisk(room: Room): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, DISK_MS, false)));
  const saved = await Promise.race([room.saved().then(() => true), late]);
  clearTimeout(timer);
  if (!saved)
    throw new Refusal(
      507,
      "The server cannot write to its disk, which may be full; whoever runs it can help, and your file stays as it is.",
    );
}

const wanted = z.object({ ...personShape, expires: z.number().check(z.positive()) });

async function invite(asked: Asked): Promise<void> {
  mustEdit(asked);
  const { response, admission, room, token } = asked;
  const { handle, name, role, right, expires } = await parsed(asked, wanted);
  const until = Math.min(expires * 1000, token.until);
  if (until <= Date.now()) throw new Refusal(400, "“expires” is in the past.");
  const made = await signToken(
    { handle, name, role, right, room, expires: until, until, by: token.handle },
    admission.keys,
  );
  answerJson(response, 200, { token: made, expires: Math.floor(until / 1000) });
}

async function refresh(asked: Asked): Promise<void> {
  const { response, admission, room, token, sockets } = asked;
  const expires = Math.min(Date.now() + HOUR, token.until);
  const { handle, name, role, right, until, jti, by } = token;
  const made = await signToken({ handle, name, role, right, room, expires, until, jti, by }, admission.keys);
  sockets.prolong(room, jti, expires);
  const vector = await inRoom(asked, (opened) => Promise.resolve(opened.vector));
  answerJson(response, 200, {
    token: made,
    expires: Math.floor(expires / 1000),
    vector: vector === undefined ? null : Buffer.from(vector).toString("base64"),
  });
}

const takenBack = z.union([
  z.strictObject({ jti: z.string().check(z.maxLength(100), z.regex(/^[\w.-]+$/)) }),
  z.strictObject({ handle: personShape.handle }),
  z.strictObject({ all: z.literal(true) }),
]);

async function revoke(asked: Asked): Promise<void> {
  mustEdit(asked);
  const { response, admission, room, token, sockets } = asked;
  const body = await parsed(asked, takenBack);
  if ("jti" in body && body.jti === token.jti) return answerJson(response, 200, { revoked: 0 });
  const at = Date.now();
  const except = token.jti;
  const revocation: Revocation =
    "jti" in body
      ? { kind: "token", jti: body.jti }
      : "handle" in body
        ? { kind: "person", handle: body.handle, at, except }
        : { kind: "all", at, except };
  const added = admission.revocations.add(room, revocation);
  // At once, not when it is on the disk.
  sockets.closeRevoked(room, (one) => admission.revocations.has(one));
  if (!(await added))
    throw new Refusal(
      429,
      "Too many invitations to this PRD were taken back one by one; take back all of them instead.",
    );
  answerJson(response, 200, { revoked: "jti" in body ? 1 : true });
}

const named = z.object({ name: z.string().check(z.minLength(1), z.maxLength(200)) });

async function nameVersion(asked: Asked): Promise<void> {
  mustEdit(asked);
  const { response, services, token } = asked;
  const { name } = await parsed(asked, named);
  const { handle } = token;
  const by = { handle, name: token.name };
  const version = { id: randomUUID(), name, by, at: new Date().toISOString() };
  await inRoom(asked, async (room) => {
    const { versions } = await services.store.history(room.name);
    if (versions.length >= services.limits.versionsPerRoom)
      throw new Refusal(429, "This PRD has as many named versions as the server keeps.");
    const { text } = room;
    await services.store.addVersion(room.name, version, text);
  });
  answerJson(response, 201, version);
}

async function history(asked: Asked): Promise<void> {
  await compactedRoom(asked);
  answerJson(asked.response, 200, await asked.services.store.history(asked.room));
}

async function versionText({ services, response, room, rest }: Asked): Promise<void> {
  answerFound(response, await services.store.versionText(room, rest[0] ?? ""));
}

async function dayText(asked: Asked): Promise<void> {
  await compactedRoom(asked);
  answerFound(asked.response, await asked.services.store.dayText(asked.room, asked.rest[0] ?? ""));
}

/** History is told by what compaction has counted, so what came since is compacted first. */
async function compactedRoom(asked: Asked): Promise<void> {
  await inRoom(asked, async (room) => {
    await onDisk(room);
    if (room.isLoose) await room.compact();
  });
}

function answerFound(response: ServerResponse, text: string | undefined): void {
  if (text === undefined) throw new Refusal(404, "There is no such text.");
  answerText(response, 200, text);
}
