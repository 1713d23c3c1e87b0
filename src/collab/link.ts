import { isRoomPattern } from "./room-name.ts";

/** What an invitation carries. */
export interface Invitation {
  /** `ws://host:port` or `wss://host:port/path`, without a slash at its end. */
  readonly server: string;
  /** A room, or for a team's token the beginning of rooms with `*`. */
  readonly room: string;
  readonly token: string;
  /** SHA-256 of the server's certificate, 64 hex digits, where the certificate was made on the spot. */
  readonly fingerprint?: string;
}

const base = "vscode://seamwork.seamwork/join";

/** The link that opens in VS Code, and that *Join with a link* takes. */
export function linkOf({ server, room, token, fingerprint }: Invitation): string {
  const query = new URLSearchParams({ server, room, token });
  if (fingerprint !== undefined) query.set("fingerprint", fingerprint);
  return `${base}?${query.toString()}`;
}

/**
 * @param text a link, with or without white space around it; any scheme, since VS Code's variants have their own
 * @returns the invitation, or one sentence that says what is wrong with the link
 */
export function parseLink(text: string): Invitation | string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || url.pathname !== "/join" || url.hostname !== "seamwork.seamwork")
    return "This is not an invitation to a PRD: it should begin with “vscode://seamwork.seamwork/join”. Did you copy all of it?";
  const server = url.searchParams.get("server")?.replace(/\/+$/, "") ?? "";
  const room = url.searchParams.get("room") ?? "";
  const token = url.searchParams.get("token") ?? "";
  const fingerprint = url.searchParams.get("fingerprint")?.toLowerCase() ?? undefined;
  if (!isServer(server) || !isRoomPattern(room) || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    return "Part of this link is missing. Did you copy all of it? Whoever sent it can make a new one.";
  if (fingerprint !== undefined && !/^[0-9a-f]{64}$/.test(fingerprint))
    return "The fingerprint in this link is incomplete. Did you copy all of it? Whoever sent it can make a new one.";
  return { server, room, token, ...(fingerprint !== undefined && { fingerprint }) };
}

/** Whether a server's address is one that a websocket can be opened to. */
export function isServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^wss?:$/.test(protocol) && search + hash + username + password === "";
}

/** The address of the server's HTTP side: `ws:` becomes `http:`, `wss:` becomes `https:`. */
export function httpOf(server: string): string {
  return server.replace(/^ws/, "http");
}
