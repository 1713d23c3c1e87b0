/** Who is where in a room: the awareness states, each owned by the socket that announced it first. */
import { colourOf } from "../../src/collab/protocol.ts";
import type { AwarenessUser, Person } from "../../src/collab/protocol.ts";
import { BadBytes, readBytes, readNumber } from "./bytes.ts";
import type { PresenceEntry } from "./frames.ts";

/** One per socket. */
export interface Presence {
  readonly person: Person;
  /** The Yjs client id that it announced. */
  client: number | undefined;
  clock: number;
  /** JSON as it is told to others; `null` while it shows nothing. */
  state: string;
}

export class TooLarge extends Error {}

/** Who owns which client id. */
export type Owners = Map<number, Presence>;

export function presenceOf(person: Person): Presence {
  return { person, client: undefined, clock: 0, state: "null" };
}

/**
 * Takes in an awareness update. A stock client sends on whatever it hears, so what the socket does not own is passed
 * over without a look at it.
 *
 * @param most bytes of one state
 * @returns whether there is something to tell
 * @throws BadBytes for what is no awareness update, TooLarge
 */
export function hear(update: Uint8Array, own: Presence, owners: Owners, most: number): boolean {
  const cursor = { bytes: update, at: 0 };
  let changed = false;
  for (let count = readNumber(cursor); count > 0; count--) {
    const client = readNumber(cursor);
    const clock = readNumber(cursor);
    const state = readBytes(cursor);
    if (!owns(client, clock, own, owners, state)) continue;
    if (state.length > most) throw new TooLarge("presence");
    if (own.client !== undefined && clock < own.clock) continue;
    const told = verified(state, own.person);
    if (clock === own.clock && told === own.state) continue;
    own.client = client;
    own.clock = clock;
    own.state = told;
    owners.set(client, own);
    changed = true;
  }
  return changed;
}

const NULL = Buffer.from("null");

/**
 * One id a socket. The same person may take it along to a new socket, since the old one may not be known to be gone; but
 * only with something newer, or a second window that shows nothing itself would take the first one's by sending it on.
 */
function owns(client: number, clock: number, own: Presence, owners: Owners, state: Uint8Array): boolean {
  if (own.client !== undefined) return own.client === client;
  if (NULL.equals(state)) return false;
  const owner = owners.get(client);
  if (owner === undefined) return true;
  if (owner.person.handle !== own.person.handle || clock <= owner.clock) return false;
  owner.client = undefined;
  return true;
}

/** The state with the user that the token names, whatever the peer said there. */
function verified(state: Uint8Array, { handle, name, role, right }: Person): string {
  let data: unknown;
  try {
    data = JSON.parse(Buffer.from(state.buffer, state.byteOffset, state.length).toString());
  } catch {
    throw new BadBytes("A presence is not JSON.");
  }
  if (data === null) return "null";
  if (typeof data !== "object" || Array.isArray(data)) throw new BadBytes("A presence is no object.");
  const user: AwarenessUser = { handle, name, role, right, colour: colourOf(handle) };
  return JSON.stringify({ ...data, user });
}

/** What is told about a socket; nothing before it has announced itself. */
export function entryOf({ client, clock, state }: Presence): PresenceEntry[] {
  return client === undefined ? [] : [{ client, clock, state }];
}
