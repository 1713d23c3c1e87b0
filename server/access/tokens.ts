/** Tokens: JSON web tokens (HS256) that say who somebody is, what they may, and in which rooms. */
import { createSecretKey, randomUUID, webcrypto } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { SignJWT, jwtVerify } from "jose";
import * as z from "zod/mini";
import type { Person, Right } from "../../src/collab/protocol.ts";
import { isRoomPattern } from "../../src/collab/room-name.ts";

/** What a token that was made here says. */
export interface Token extends Person {
  /** A room, or the beginning of rooms with `*`. */
  readonly room: string;
  /** The same for a token and for all that it is refreshed to. */
  readonly jti: string;
  /** Milliseconds since 1970. */
  readonly issued: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** How far refreshing goes, milliseconds since 1970. */
  readonly until: number;
  /** Handle of who invited with it; the command line has none. */
  readonly by: string | undefined;
}

/** How far two clocks may be apart, in seconds. */
export const CLOCK_TOLERANCE = 60;
export const MIN_SECRET_BYTES = 32;

const printable = z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u);
/** What anybody may be called; the same for tokens made over HTTP and on the command line. */
export const personShape = {
  handle: z.string().check(z.maxLength(64), z.regex(/^@[^\s@\p{Cc}!]+$/u)),
  name: z.string().check(z.maxLength(100), printable),
  role: z.string().check(z.maxLength(40), printable),
  right: z.enum(["edit", "read"]),
};

const claims = z.object({
  sub: personShape.handle,
  name: personShape.name,
  role: personShape.role,
  right: personShape.right,
  room: z.string().check(z.refine(isRoomPattern)),
  iat: z.number(),
  exp: z.number(),
  jti: z.string().check(z.maxLength(100), z.regex(/^[\w.-]+$/)),
  until: z.optional(z.number()),
  by: z.optional(z.string()),
});

/** The keys in a secret file: one a line. The first signs, all are accepted, so that a secret can be changed gradually. */
export type Keys = readonly [KeyObject, ...KeyObject[]];

/** @throws Error with one sentence when a line is too short */
export function keysOf(text: string): Keys {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [first, ...others] = lines.map((line) => {
    if (Buffer.byteLength(line) < MIN_SECRET_BYTES)
      throw new Error(
        `a secret needs at least ${MIN_SECRET_BYTES} characters on its line; \`openssl rand -hex 32\` makes a good one`,
      );
    return createSecretKey(Buffer.from(line));
  });
  if (first === undefined) throw new Error("it holds no secret; `openssl rand -hex 32` makes a good one");
  return [first, ...others];
}

const imported = new WeakMap<KeyObject, Promise<webcrypto.CryptoKey>>();

/** The key as signing and verifying take it; otherwise it would be imported for each token. */
function importedKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  let made = imported.get(key);
  if (made === undefined) {
    const hmac = { name: "HMAC", hash: "SHA-256" };
    made = webcrypto.subtle.importKey("raw", key.export(), hmac, false, ["sign", "verify"]);
    imported.set(key, made);
  }
  return made;
}

/** @returns undefined for anything but a token of ours that holds now */
export async function verifyToken(token: string, keys: Keys): Promise<Token | undefined> {
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, await importedKey(key), {
        algorithms: ["HS256"],
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ["exp", "iat", "sub", "jti"],
      });
      const found = claims.safeParse(payload);
      if (!found.success) return undefined;
      const { sub, name, role, right, room, iat, exp, jti, until, by } = found.data;
      // A token from the future was made by a clock that is wrong, or not by us.
      if (iat > Date.now() / 1000 + CLOCK_TOLERANCE) return undefined;
      return {
        ...{ handle: sub, name, role, right, room, jti, by },
        issued: iat * 1000,
        expires: exp * 1000,
        until: (until ?? exp) * 1000,
      };
    } catch {
      // Not signed with this key, or expired: the next one says the same or better.
    }
  }
  return undefined;
}

export interface Grant {
  readonly handle: string;
  readonly name: string;
  readonly role: string;
  readonly right: Right;
  readonly room: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  readonly until?: number;
  readonly jti?: string;
  readonly by?: string | undefined;
}

export async function signToken(grant: Grant, keys: Keys): Promise<string> {
  const { handle, name, role, right, room, expires, until, by, jti } = grant;
  return new SignJWT({
    ...{ name, role, right, room },
    // Fractions tell what was made just before from what was made just after something was revoked.
    iat: Date.now() / 1000,
    exp: Math.floor(expires / 1000),
    ...(until !== undefined && { until: Math.floor(until / 1000) }),
    ...(by !== undefined && { by }),
  })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(handle)
    .setJti(jti ?? randomUUID())
    .sign(await importedKey(keys[0]));
}
