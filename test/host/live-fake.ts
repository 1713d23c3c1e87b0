import { EventEmitter } from "vscode";
import type { Uri } from "vscode";
import type { LivePrd } from "../../src/collab/live-prd.ts";
import type { Claims } from "../../src/collab/session/token.ts";
import type { Participant } from "../../src/collab/session/presence.ts";
import { ServerError } from "../../src/collab/session/server-api.ts";
import type { History, ServerApi } from "../../src/collab/session/server-api.ts";
import type { LiveStatus } from "../../src/collab/session/status.ts";
import { colourOf } from "../../src/collab/protocol.ts";
import type { LivePrds } from "../../src/extension/live/live-prds.ts";

/** A shared PRD without a server: a test says who is there and how it stands. */
export interface Room {
  readonly prds: LivePrds;
  status: LiveStatus;
  participants: Participant[];
  /** What was published of one's own carets; a hidden PRD is `undefined`. */
  readonly published: (readonly { anchor: number; head: number }[] | undefined)[];
  /** How often one was said to have pressed a key there. */
  typed: number;
  readonly replaced: string[];
  readonly named: string[];
  history: History;
  readonly texts: Map<string, string>;
  /** Something of the above is different. */
  changed(): void;
}

/** @param text of the buffer, which is the shared one too */
export function room(uri: Uri, right: Claims["right"] = "edit"): Room {
  const emitter = new EventEmitter<void>();
  const listeners = new Set<() => void>();
  const state: Room = {
    status: { kind: "live", pending: 0 },
    participants: [],
    published: [],
    typed: 0,
    replaced: [],
    named: [],
    history: { versions: [], days: [] },
    texts: new Map(),
    changed() {
      emitter.fire();
      for (const listener of [...listeners]) listener();
    },
    prds: {
      get all() {
        return [document];
      },
      of: (other) => (other.toString() === uri.toString() ? document : undefined),
      onDidChange: emitter.event,
    },
  };
  const api = {
    history: () => Promise.resolve(state.history),
    text(of) {
      const key = of === "now" ? of : "day" in of ? of.day : of.version;
      const text = state.texts.get(key);
      return text === undefined
        ? Promise.reject(new ServerError("other", "The server has no such text."))
        : Promise.resolve(text);
    },
    nameVersion(name) {
      state.named.push(name);
      return Promise.resolve({ id: name, name, by: me, at: new Date().toISOString() });
    },
  } as Partial<ServerApi> as ServerApi;
  const me: Claims = { handle: "@nadia", name: "Nadia", role: "pm", right, room: "acme.PRD-1", expires: 0 };
  const live: Partial<LivePrd> = {
    me,
    api,
    invitation: { server: "wss://prd.example.com", room: "acme.PRD-1", token: "a.b.c" },
    get status() {
      return state.status;
    },
    get participants() {
      return state.participants;
    },
    attached: {
      binding: { state: "settled" },
      toBuffer: ({ anchor, head }) => ({ anchor, head }),
    } as LivePrd["attached"] & object,
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    publish(selections, byKey) {
      state.published.push(selections);
      if (byKey === true) state.typed++;
    },
    replaceText: (text) => void state.replaced.push(text),
  };
  const document = { uri, name: "PRD.md", live: live as LivePrd };
  return state;
}

/** Somebody who has just moved to a place. */
export function somebody(name: string, id: number, more: Partial<Participant> = {}): Participant {
  const handle = `@${name.toLowerCase()}`;
  return {
    id,
    handle,
    name,
    role: "eng",
    right: "edit",
    colour: colourOf(handle),
    selections: [{ anchor: 0, head: 0 }],
    active: Date.now(),
    typed: undefined,
    ...more,
  };
}
