import type { Person } from "../protocol.ts";

/** What a token says, as its bearer reads it: only the server can say whether it holds. */
export interface Claims extends Person {
  readonly room: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** @returns undefined for what is no token of ours */
export function claimsOf(token: string): Claims | undefined {
  const claims = payloadOf(token);
  if (claims === undefined) return undefined;
  const { sub, name, role, right, room, exp, until } = claims;
  if (typeof sub !== "string" || typeof room !== "string" || typeof exp !== "number") return undefined;
  return {
    handle: sub,
    name: typeof name === "string" ? name : sub,
    role: typeof role === "string" ? role : "",
    right: right === "edit" ? "edit" : "read",
    room,
    expires: typeof until === "number" ? until : exp,
  };
}

/** For how long a token was made, in milliseconds; an hour where it does not say. */
export function lifetimeOf(token: string): number {
  const { iat, exp } = payloadOf(token) ?? {};
  return typeof iat === "number" && typeof exp === "number" ? Math.max(0, exp - iat) * 1000 : 3_600_000;
}

/** @throws for what is no base64, of either alphabet */
export function bytesOf(base64: string): Uint8Array {
  const text = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}

/** The middle part of a JSON Web Token (RFC 7519). */
function payloadOf(token: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytesOf(token.split(".")[1] ?? "")));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
