import * as Y from "yjs";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";

/** A server with delays: each document that is linked to it gets what the others wrote. */
export interface Hub {
  readonly doc: Y.Doc;
  link(doc: Y.Doc, right: "edit" | "read"): Link;
}

export interface Link {
  readonly up: boolean;
  /** What is on its way is lost; so is nothing else. */
  disconnect(): void;
  /** Both sides tell what the other lacks. */
  connect(): void;
}

/** @param delay the longest, in milliseconds */
export function createHub(clock: Clock, chance: Chance, delay: number): Hub {
  const doc = new Y.Doc();
  doc.clientID = chance.integer(2 ** 32);
  return {
    doc,
    link(client, right) {
      // Each connection has its own two channels; a new connection ends what is in the old ones.
      let connection: { up: (update: Uint8Array) => void; down: (update: Uint8Array) => void } | undefined;
      const link: Link = {
        get up() {
          return connection !== undefined;
        },
        disconnect() {
          connection = undefined;
        },
        connect() {
          const channel = (to: Y.Doc): ((update: Uint8Array) => void) => {
            let last = 0;
            return (update) => {
              last = Math.max(last, clock.now + chance.number(delay));
              clock.after(last - clock.now, () => {
                if (connection === mine) Y.applyUpdate(to, update, link);
              });
            };
          };
          const mine = { up: right === "edit" ? channel(doc) : () => undefined, down: channel(client) };
          connection = mine;
          mine.up(Y.encodeStateAsUpdate(client));
          mine.down(Y.encodeStateAsUpdate(doc));
        },
      };
      client.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin !== link) connection?.up(update);
      });
      doc.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin !== link) connection?.down(update);
      });
      return link;
    },
  };
}
