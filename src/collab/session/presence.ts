import type { Awareness } from "y-protocols/awareness";
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromTypeIndex } from "yjs";
import type { RelativePosition, Text } from "yjs";
import { CARET_COLOURS } from "../protocol.ts";
import type { AwarenessUser } from "../protocol.ts";

/** A selection in offsets of the shared text, in UTF-16 units. */
export interface SharedSelection {
  readonly anchor: number;
  readonly head: number;
}

/** Somebody else who is in the room; the same person in two windows is there twice. */
export interface Participant extends AwarenessUser {
  readonly id: number;
  /** None while the PRD is hidden in their window. */
  readonly selections: readonly SharedSelection[];
  /** When they last moved or typed, in milliseconds of the local clock. */
  readonly active: number;
  /** When they last typed, as exactly as `TYPING_TOLD_MS`; undefined when they have not yet. */
  readonly typed: number | undefined;
}

export interface Presence {
  readonly participants: readonly Participant[];
  /**
   * Tells the others where one's carets are; undefined while the PRD is hidden.
   *
   * @param byKey a key has brought them there: where that is no other place to the others, the person types
   */
  publish(selections: readonly SharedSelection[] | undefined, byKey?: boolean): void;
  onDidChange(listener: () => void): { dispose(): void };
  dispose(): void;
}

/** As many carets of one person as are told and shown: what the server takes as presence (`awarenessBytes`) holds them. */
export const SELECTIONS_SHOWN = 16;

/** So often somebody who types says so, in milliseconds. */
export const TYPING_TOLD_MS = 1_000;

/**
 * @param now the clock, in milliseconds
 */
export function createPresence(text: Text, awareness: Awareness, now: () => number): Presence {
  const listeners = new Set<() => void>();
  const active = new Map<number, Signs>();
  let published = "";
  let strokes = 0;
  let told = 0;

  const changed = (): void => {
    for (const [id, state] of awareness.getStates()) {
      const selections = JSON.stringify(state["selections"] ?? null);
      const typing = typeof state["strokes"] === "number" ? state["strokes"] : 0;
      const before = active.get(id);
      if (before?.selections === selections && before.strokes === typing) continue;
      const at = now();
      const typed = before === undefined || before.strokes === typing ? before?.typed : at;
      active.set(id, { at, typed, selections, strokes: typing });
    }
    for (const id of active.keys()) if (!awareness.getStates().has(id)) active.delete(id);
    for (const listener of listeners) listener();
  };
  awareness.on("change", changed);
  awareness.setLocalState({});

  /** @returns undefined for what is no selection of this text: peers write what they like */
  const absolute = (value: unknown): SharedSelection | undefined => {
    const { anchor, head } = (value ?? {}) as { anchor?: unknown; head?: unknown };
    const from = offsetOf(anchor, text);
    const to = offsetOf(head, text);
    return from === undefined || to === undefined ? undefined : { anchor: from, head: to };
  };

  return {
    get participants() {
      const others: Participant[] = [];
      for (const [id, state] of awareness.getStates()) {
        const user = id === awareness.clientID ? undefined : userOf(state["user"]);
        if (user === undefined) continue;
        const told: unknown = state["selections"];
        const selections = (Array.isArray(told) ? told.slice(0, SELECTIONS_SHOWN) : []).flatMap(
          (one) => absolute(one) ?? [],
        );
        const signs = active.get(id);
        others.push({ id, ...user, selections, active: signs?.at ?? now(), typed: signs?.typed });
      }
      return others.sort((a, b) => a.name.localeCompare(b.name) || a.id - b.id);
    },
    publish(selections, byKey = false) {
      const relative = (offset: number): RelativePosition =>
        createRelativePositionFromTypeIndex(text, Math.max(0, Math.min(offset, text.length)));
      const next =
        selections
          ?.slice(0, SELECTIONS_SHOWN)
          .map(({ anchor, head }) => ({ anchor: relative(anchor), head: relative(head) })) ?? null;
      const words = JSON.stringify(next);
      if (words !== published) {
        published = words;
        awareness.setLocalStateField("selections", next);
      } else if (byKey && next !== null && now() - told >= TYPING_TOLD_MS) {
        told = now();
        awareness.setLocalStateField("strokes", ++strokes);
      }
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    dispose() {
      awareness.off("change", changed);
      listeners.clear();
    },
  };
}

/** What a peer was last seen to do. */
interface Signs {
  readonly at: number;
  readonly typed: number | undefined;
  readonly selections: string;
  readonly strokes: number;
}

function offsetOf(value: unknown, text: Text): number | undefined {
  if (typeof value !== "object" || value === null || text.doc === null) return undefined;
  try {
    const position = createAbsolutePositionFromRelativePosition(value as RelativePosition, text.doc);
    return position?.type === text ? position.index : undefined;
  } catch {
    return undefined;
  }
}

function userOf(value: unknown): AwarenessUser | undefined {
  const { handle, name, role, right, colour } = (value ?? {}) as Partial<
    Record<keyof AwarenessUser, unknown>
  >;
  if (typeof handle !== "string" || typeof name !== "string" || typeof role !== "string") return undefined;
  const index = typeof colour === "number" && Number.isInteger(colour) ? colour : 0;
  return {
    handle,
    name,
    role,
    right: right === "read" ? "read" : "edit",
    colour: ((index % CARET_COLOURS) + CARET_COLOURS) % CARET_COLOURS,
  };
}
