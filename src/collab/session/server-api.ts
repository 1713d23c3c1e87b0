import { httpOf } from "../link.ts";
import { PROTOCOL_VERSION } from "../protocol.ts";
import type { Right } from "../protocol.ts";
import type { Transport } from "../transport.ts";
import { bytesOf, lifetimeOf } from "./token.ts";

/** Something that the server did not do, in one sentence for the person. */
export class ServerError extends Error {
  /** `refused` does not get better by trying again: the token is not good for this. */
  readonly kind: "unreachable" | "refused" | "exists" | "other";

  constructor(kind: ServerError["kind"], message: string) {
    super(message);
    this.name = "ServerError";
    this.kind = kind;
  }
}

/** The right to be in a room for the next hour or so. */
export interface Access {
  readonly token: string;
  /** Milliseconds after which to ask for the next token, counted from now; no clock of anybody's is needed. */
  readonly refreshAfter: number;
  /** The state vector of the room as it is there (Yjs, version 1); undefined where nothing was ever written in it. */
  readonly vector: Uint8Array | undefined;
}

export interface Version {
  readonly id: string;
  readonly name: string;
  readonly by: Named;
  /** ISO date and time. */
  readonly at: string;
}

export interface Named {
  readonly handle: string;
  readonly name: string;
}

/** What happened in a room, newest first. */
export interface History {
  readonly versions: readonly Version[];
  readonly days: readonly {
    readonly day: string;
    /** Lengths in UTF-16 units. */
    readonly people: readonly (Named & { readonly inserted: number; readonly deleted: number })[];
  }[];
}

/** Whom an invitation is for. */
export interface Guest {
  readonly handle: string;
  readonly name: string;
  readonly role: string;
  readonly right: Right;
  /** Seconds since 1970; never later than the inviter's own. */
  readonly expires: number;
}

/** The server's HTTP side, for one room. Everything throws `ServerError`. */
export interface ServerApi {
  /** Makes sure that there is a server and that it speaks as we do. */
  greet(): Promise<void>;
  /** The token that the calls from here on carry. */
  access(invitation: string): Promise<Access>;
  /** @throws ServerError of kind `exists` when somebody was first */
  seed(text: string): Promise<void>;
  invite(guest: Guest): Promise<string>;
  /** Takes every invitation to this room back, or one person's. */
  revoke(whose: "all" | { readonly handle: string }): Promise<void>;
  nameVersion(name: string): Promise<Version>;
  history(): Promise<History>;
  /** The text now, of a version, or at the end of a day. */
  text(of: "now" | { readonly version: string } | { readonly day: string }): Promise<string>;
}

/** How long a call may take, in milliseconds. */
const CALL_MS = 15_000;

/** From here on a difference of clocks is worth a word, in milliseconds. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** One call of the server's; the answer is one that says yes. */
type Call = (method: string, path: string, body?: string) => Promise<Response>;

function callOf(base: string, bearer: () => string, transport: Transport): Call {
  const { host } = new URL(base);
  return async (method, path, body) => {
    const json = body?.startsWith("{") ?? false;
    let response: Response;
    try {
      response = await transport.fetch(`${base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${bearer()}`,
          ...(body !== undefined && {
            "content-type": json ? "application/json" : "text/plain; charset=utf-8",
          }),
        },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(CALL_MS),
      });
    } catch (error) {
      if (error instanceof ServerError) throw error;
      throw new ServerError(
        "unreachable",
        `${host} cannot be reached. Is the server running, and are you on its network?`,
      );
    }
    if (!response.ok) throw await refusal(host, response);
    return response;
  };
}

async function refusal(host: string, response: Response): Promise<ServerError> {
  const said = await reasonOf(response);
  const { status } = response;
  if (status === 401 || status === 403)
    return new ServerError(
      "refused",
      `${said ?? `${host} does not accept this invitation; whoever sent it can make a new one.`}${clocks(response)}`,
    );
  if (status === 409) return new ServerError("exists", said ?? "This PRD is already shared under this name.");
  return new ServerError(
    "other",
    said ?? `${host} could not do that (it answered ${status}). Try again later.`,
  );
}

/** @throws ServerError when it is no server of ours, or one that speaks otherwise */
async function greet(host: string, call: Call): Promise<void> {
  const response = await call("GET", "/");
  const answer = (await response.json().catch(() => undefined)) as
    { name?: unknown; protocol?: unknown } | undefined;
  if (answer?.name !== "seamwork" || typeof answer.protocol !== "number")
    throw new ServerError("other", `${host} answers, but it is not a Seamwork server. Is the address right?`);
  if (answer.protocol > PROTOCOL_VERSION)
    throw new ServerError(
      "other",
      `The server at ${host} is newer than this Seamwork. Update the extension to join.`,
    );
  if (answer.protocol < PROTOCOL_VERSION)
    throw new ServerError(
      "other",
      `The server at ${host} is older than this Seamwork. Whoever runs it needs to update it.`,
    );
}

/**
 * @param server `ws:` or `wss:` address
 * @param token what the first call carries; `access` replaces it
 */
export function serverApi(server: string, room: string, token: string, transport: Transport): ServerApi {
  const base = httpOf(server);
  let bearer = token;
  const call = callOf(base, () => bearer, transport);
  const post = async <Answer>(path: string, body: object): Promise<Answer> =>
    (await (await call("POST", path, JSON.stringify(body))).json()) as Answer;
  const inRoom = `/rooms/${encodeURIComponent(room)}`;

  return {
    greet: () => greet(new URL(base).host, call),
    async access(invitation) {
      bearer = invitation;
      const { token: next, vector } = await post<{ token: string; vector?: string | null }>(
        `${inRoom}/refresh`,
        {},
      );
      bearer = next;
      return {
        token: next,
        refreshAfter: lifetimeOf(next) * 0.6,
        vector: typeof vector === "string" ? bytesOf(vector) : undefined,
      };
    },
    async seed(text) {
      // An empty text would be an update of nothing: the room stays as it is, empty.
      if (text !== "") await call("PUT", inRoom, text);
    },
    invite: async (guest) => (await post<{ token: string }>(`${inRoom}/tokens`, guest)).token,
    async revoke(whose) {
      await post(`${inRoom}/revoke`, whose === "all" ? { all: true } : whose);
    },
    nameVersion: async (name) => post<Version>(`${inRoom}/versions`, { name }),
    history: async () => (await (await call("GET", `${inRoom}/history`)).json()) as History,
    async text(of) {
      const path =
        of === "now" ? "" : "day" in of ? `/days/${of.day}` : `/versions/${encodeURIComponent(of.version)}`;
      return (await call("GET", `${inRoom}${path}`)).text();
    },
  };
}

async function reasonOf(response: Response): Promise<string | undefined> {
  try {
    const { error } = (await response.json()) as { error?: unknown };
    return typeof error === "string" ? error : undefined;
  } catch {
    return undefined;
  }
}

/** An invitation that is refused too early or too late often means that a clock is wrong: said only where one is. */
function clocks(response: Response): string {
  const theirs = Date.parse(response.headers.get("date") ?? "");
  const apart = Math.abs(theirs - Date.now());
  if (!(apart > CLOCKS_DIFFER_MS)) return "";
  const minutes = Math.round(apart / 60_000);
  const words = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return ` (This computer's clock and the server's are ${words} apart; is yours right?)`;
}
