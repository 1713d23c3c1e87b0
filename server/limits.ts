import * as z from "zod/mini";
import { parse } from "yaml";

/** One bound of the server: what it counts, what it is without a limits file, and what happens at it. */
interface Limit {
  readonly unit: string;
  readonly value: number;
  readonly meaning: string;
}

const MB = 1024 * 1024;

/** Every bound of the server. `docs/server.md` lists the same, which a test holds. */
export const limitTable = {
  frameBytes: {
    unit: "bytes",
    value: 4 * MB,
    meaning:
      "The largest message on a socket, and the largest text that a room can begin with. A larger message closes its socket with 4429.",
  },
  roomBytes: {
    unit: "bytes",
    value: 32 * MB,
    meaning:
      "The largest room, with what was deleted in it since it was last compacted. Whoever would make it larger is closed with 4429.",
  },
  rooms: {
    unit: "rooms",
    value: 10_000,
    meaning:
      "Rooms that are open at once. Whoever would open one more is closed with 1013 and tries again later.",
  },
  sockets: {
    unit: "sockets",
    value: 20_000,
    meaning: "Sockets of the whole server. One more is closed with 1013.",
  },
  socketsPerAddress: {
    unit: "sockets",
    value: 2_000,
    meaning: "Sockets from one network address. One more is closed with 4429.",
  },
  socketsPerToken: {
    unit: "sockets",
    value: 2_000,
    meaning: "Sockets with one token, or with what it was refreshed to. One more is closed with 4429.",
  },
  socketsPerRoom: {
    unit: "sockets",
    value: 2_000,
    meaning: "Sockets in one room. One more is closed with 4429.",
  },
  messagesPerSecond: {
    unit: "messages a second",
    value: 2_000,
    meaning:
      "Messages that one socket may send, or twice as many in a burst. Above it the server reads that socket more slowly; nothing is lost.",
  },
  bytesPerSecond: {
    unit: "bytes a second",
    value: 8 * MB,
    meaning:
      "Bytes that one socket may send, or twice as many in a burst. Above it the server reads that socket more slowly.",
  },
  requestsPerMinute: {
    unit: "requests a minute",
    value: 6_000,
    meaning:
      "HTTP requests from one address: this many at once, refilled evenly. More are answered with 429.",
  },
  headerBytes: {
    unit: "bytes",
    value: 16 * 1024,
    meaning:
      "Bytes of a request before its token was looked at, the address with the token included. More end the connection.",
  },
  awarenessBytes: {
    unit: "bytes",
    value: 4 * 1024,
    meaning: "The largest presence (caret, selections) of one socket. A larger one closes it with 4429.",
  },
  slowReaderBytes: {
    unit: "bytes",
    value: 2 * MB,
    meaning:
      "What may wait for a socket that reads slowly. Above it the socket is paused: it gets nothing more until it has read all.",
  },
  slowReaderSeconds: {
    unit: "seconds",
    value: 15,
    meaning:
      "How long a paused socket has to read all. Then it gets what it missed, or else is closed with 1013 and syncs anew.",
  },
  unsavedBytes: {
    unit: "bytes",
    value: 8 * MB,
    meaning:
      "What one room may hold that is not on disk yet. Above it the server reads that room's sockets no further until it is.",
  },
  emptyRoomSeconds: {
    unit: "seconds",
    value: 0.5,
    meaning:
      "How long a room stays as it is after the last socket has left. Then it is compacted and leaves memory.",
  },
  compactAfterUpdates: {
    unit: "updates",
    value: 2_000,
    meaning: "Saved updates after which a room is compacted while people are in it.",
  },
  compactAfterBytes: {
    unit: "bytes",
    value: 4 * MB,
    meaning: "Bytes of saved updates after which a room is compacted while people are in it.",
  },
  versionsPerRoom: {
    unit: "versions",
    value: 1_000,
    meaning: "Named versions of a room. One more is answered with 429.",
  },
  revocationsPerRoom: {
    unit: "entries",
    value: 10_000,
    meaning: "Tokens and people of a room that were taken back one by one. One more is answered with 429.",
  },
  keepAliveSeconds: {
    unit: "seconds",
    value: 15,
    meaning:
      "How often each socket gets a sign of life. A socket that stays silent for three of them is ended.",
  },
  drainSeconds: {
    unit: "seconds",
    value: 10,
    meaning:
      "How long the server takes to save everything when it is told to stop. What is not saved by then is lost here, and clients still have it.",
  },
} as const satisfies Record<string, Limit>;

export type Limits = { readonly [name in keyof typeof limitTable]: number };

export const defaultLimits = Object.fromEntries(
  Object.entries(limitTable).map(([name, { value }]) => [name, value]),
) as Limits;

const names = Object.keys(limitTable) as (keyof Limits)[];
const schema = z.strictObject(
  Object.fromEntries(names.map((name) => [name, z.optional(z.number().check(z.positive()))])),
);

/**
 * Reads a limits file, YAML or JSON: names and numbers; what is missing keeps its default.
 *
 * @throws Error with one sentence that names what is wrong
 */
export function parseLimits(text: string): Limits {
  let data: unknown;
  try {
    data = parse(text) ?? {};
  } catch (error) {
    throw new Error(`it is neither YAML nor JSON: ${(error as Error).message.split("\n")[0] ?? ""}`, {
      cause: error,
    });
  }
  const result = schema.safeParse(data);
  if (result.success) return { ...defaultLimits, ...(result.data as Partial<Limits>) };
  const isList = typeof data !== "object" || Array.isArray(data);
  const unknown = isList ? undefined : Object.keys(data as object).find((name) => !(name in limitTable));
  if (unknown !== undefined) throw new Error(`there is no limit “${unknown}”; there are ${names.join(", ")}`);
  const wrong = result.error.issues[0]?.path[0];
  throw new Error(
    wrong === undefined
      ? "it should be a list of `name: number`"
      : `“${String(wrong)}” should be a number above 0`,
  );
}
