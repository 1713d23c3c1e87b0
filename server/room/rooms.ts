/** All rooms in memory: one of a name, loaded once, saved and compacted before it goes. */
import { Room } from "./room.ts";
import type { Services } from "./member.ts";
import { reasonOf } from "../log.ts";
import { DamagedRoom } from "../store/store.ts";

/** So many rooms are open that no other can be. */
export class TooManyRooms extends Error {}

export interface Rooms {
  /**
   * Opens a room and keeps it open until {@link Rooms.release}.
   *
   * @throws DamagedRoom, TooManyRooms, or what the store says
   */
  open(name: string): Promise<Room>;
  release(room: Room): void;
  /** The room if it is in memory. */
  find(name: string): Room | undefined;
  all(): Iterable<Room>;
  /** Resolves when everything that came is on disk. */
  saved(): Promise<void>;
}

export function startRooms(services: Services): Rooms {
  const { limits, metrics, log } = services;
  const rooms = new Map<string, Room>();

  function forget(room: Room): void {
    room.state = "unloaded";
    rooms.delete(room.name);
    metrics.counts.rooms = rooms.size;
  }

  function unloadLater(room: Room): void {
    setTimeout(() => {
      if (room.leases === 0 && room.state === "live") void unload(room);
    }, limits.emptyRoomSeconds * 1000).unref();
  }

  async function unload(room: Room): Promise<void> {
    room.state = "saving";
    await room.saved();
    if (room.isLoose && room.leases === 0) await room.compact();
    if (room.leases === 0 && room.isSaved) return forget(room);
    room.state = "live";
    if (room.leases === 0) unloadLater(room);
  }

  return {
    async open(name) {
      let room = rooms.get(name);
      if (room === undefined) {
        if (rooms.size >= limits.rooms) throw new TooManyRooms();
        room = new Room(name, services);
        rooms.set(name, room);
        metrics.counts.rooms = rooms.size;
      }
      room.leases++;
      try {
        await room.ready;
        return room;
      } catch (error) {
        if (rooms.get(name) === room) {
          forget(room);
          if (error instanceof DamagedRoom) metrics.counts.rooms_damaged_total++;
          log.error({ room: name, reason: reasonOf(error) }, "not opened");
        }
        throw error;
      }
    },
    release(room) {
      room.leases--;
      if (room.leases === 0) unloadLater(room);
    },
    find: (name) => rooms.get(name),
    all: () => rooms.values(),
    async saved() {
      // In a room that is still loading nothing came yet.
      const open = Array.from(rooms.values()).filter(({ state }) => state !== "loading");
      await Promise.all(open.map((room) => room.saved()));
    },
  };
}
