import type { Participant } from "../../../src/collab/session/presence.ts";
import { colourOf } from "../../../src/collab/protocol.ts";
import type { Claims } from "../../../src/collab/session/token.ts";

/** Somebody who did something at 0 and has a caret at the beginning. */
export function participant(name: string, more: Partial<Participant> = {}): Participant {
  const handle = `@${name.toLowerCase()}`;
  return {
    id: 1,
    handle,
    name,
    role: "eng",
    right: "edit",
    colour: colourOf(handle),
    selections: [{ anchor: 0, head: 0 }],
    active: 0,
    typed: undefined,
    ...more,
  };
}

export const nadia: Claims = {
  handle: "@nadia",
  name: "Nadia",
  role: "pm",
  right: "edit",
  room: "acme.PRD-1",
  expires: 0,
};
