/** Which tokens hold no longer. All of them are in memory, since every request asks. */
import type { Token } from "./tokens.ts";
import type { Revocation, Store } from "../store/store.ts";

interface OfRoom {
  readonly tokens: Set<string>;
  readonly people: Map<string, { readonly at: number; readonly except: string }>;
  all: { readonly at: number; readonly except: string } | undefined;
}

export interface Revocations {
  /** Whether the token was taken back; only tokens for exactly one room can be. */
  has(token: Token): boolean;
  /**
   * Takes back, and remembers it on the disk before it resolves; it holds already before that.
   *
   * @returns false when the room's list is full
   */
  add(room: string, revocation: Revocation): Promise<boolean>;
}

/** @param most entries of one room */
export async function loadRevocations(store: Store, most: number): Promise<Revocations> {
  const rooms = new Map<string, OfRoom>();
  for (const [room, revocations] of await store.revocations()) {
    for (const revocation of revocations) note(rooms, room, revocation);
  }
  return {
    has(token) {
      const ofRoom = rooms.get(token.room);
      if (ofRoom === undefined) return false;
      const { jti, issued, handle, by } = token;
      if (ofRoom.tokens.has(jti)) return true;
      const cuts = [
        ofRoom.all,
        ofRoom.people.get(handle),
        by === undefined ? undefined : ofRoom.people.get(by),
      ];
      return cuts.some((cut) => cut !== undefined && cut.except !== jti && issued <= cut.at);
    },
    async add(room, revocation) {
      const ofRoom = rooms.get(room);
      if (
        ofRoom !== undefined &&
        revocation.kind !== "all" &&
        ofRoom.tokens.size + ofRoom.people.size >= most
      )
        return false;
      note(rooms, room, revocation);
      await store.revoke(room, revocation);
      return true;
    },
  };
}

function note(rooms: Map<string, OfRoom>, room: string, revocation: Revocation): void {
  let ofRoom = rooms.get(room);
  if (ofRoom === undefined) {
    ofRoom = { tokens: new Set(), people: new Map(), all: undefined };
    rooms.set(room, ofRoom);
  }
  switch (revocation.kind) {
    case "token":
      ofRoom.tokens.add(revocation.jti);
      break;
    case "person":
      ofRoom.people.set(revocation.handle, revocation);
      break;
    case "all":
      ofRoom.all = revocation;
      break;
  }
}
