/**
 * Which of one's own changes the server has on disk. Sockets keep the order, so a count of frames is enough; a state
 * vector alone would not tell about deletions.
 */
export interface Acknowledged {
  /** A change was made here; it may or may not go out at once. */
  changed(): void;
  /** A new connection: what was sent on the old one and not acknowledged counts as not sent. */
  connected(): void;
  /** A frame with an update went out; `all` for the answer to the server's step 1, which holds all that it lacks. */
  sent(all: boolean): void;
  /** @param count frames of this connection that the server has on disk */
  durable(count: number): void;
  /** Changes that are not known to be on the server's disk. */
  readonly pending: number;
}

export function acknowledged(): Acknowledged {
  let changes = 0;
  let saved = 0;
  let frames = 0;
  /** Before the answer to step 1, frames hold only what was typed since the connection, not what was typed before. */
  let complete = false;
  let open: { frame: number; covers: number }[] = [];
  return {
    changed() {
      changes++;
    },
    connected() {
      frames = 0;
      complete = false;
      open = [];
    },
    sent(all) {
      frames++;
      complete ||= all;
      if (complete) open.push({ frame: frames, covers: changes });
    },
    durable(count) {
      let covered = saved;
      let done = 0;
      for (const { frame, covers } of open) {
        if (frame > count) break;
        covered = Math.max(covered, covers);
        done++;
      }
      open.splice(0, done);
      saved = covered;
    },
    get pending() {
      return changes - saved;
    },
  };
}
